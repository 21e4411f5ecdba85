import { expect, test } from 'vitest';
import { lexLine } from '../../src/1-load/lexing/lexer.ts';
import { findQuotes, smarten } from '../../src/2-parse/inline/smart.ts';
import { quotesIn } from '../../src/2-parse/inline/smart-tokens.ts';
import { Report } from '../../src/base/diagnostics/report.ts';

const read = (text: string, language: string) => smarten(text, findQuotes(text, language));

test.each([
  ["'a' and 'b c'", '‘a’ and ‘b c’'],
  ["dogs' and 'cats'", 'dogs’ and ‘cats’'],
  ["(z. B. 'x'), 'Ha'-'Ho'", '(z. B. ‘x’), ‘Ha’-‘Ho’'],
  [`"'x'" 'tis`, '“‘x’” ’tis'],
  ["'tis said, 'twas the '90s: 'a'", '’tis said, ’twas the ’90s: ‘a’'],
  ["rock 'n' roll and rock'n'roll in 'x'", 'rock ’n’ roll and rock’n’roll in ‘x’'],
  ["the letter 'n' and the 'em' tag", 'the letter ‘n’ and the ‘em’ tag'],
  ["let 'em in, wait 'til 'ten'", 'let ’em in, wait ’til ‘ten’'],
  ["'Twas 'em \"'tis\"", '’Twas ’em “’tis”'],
  ['a -- b --- c ... ---- x', 'a – b — c … ---- x'],
])('%s', (text, expected) => {
  expect(read(text, 'en')).toBe(expected);
});

test.each(['en', 'fr', 'de', 'it', 'sv'])(
  'feet and inches, minutes and seconds in %s',
  (language) => {
    const primes = {
      [`6'2" and 6' 2"`]: '6′2″ and 6′ 2″',
      [`48°51'24"N, 2°21'7.5"E`]: '48°51′24″N, 2°21′7.5″E',
      [`a 27" screen, 3½" and 5"×7"`]: 'a 27″ screen, 3½″ and 5″×7″',
      [`12"-Zoll, 8' x 10', 6'2'' (5")`]: '12″-Zoll, 8′ x 10′, 6′2′′ (5″)',
      [`1'234'567 the 90's '24`]: '1’234’567 the 90’s ’24',
    };
    for (const [text, expected] of Object.entries(primes))
      expect(read(text, language)).toBe(expected);
  },
);

test.each([
  [`"27" or "of 27"`, '« 27 » or « of 27 »'],
  [`"the 27" screen" and "6'2""`, '« the 27″ screen » and « 6′2″ »'],
  [`'in 2024' and 'of 6''`, '“in 2024” and “of 6′”'],
  [`"5" and 6"`, '« 5 » and 6″'],
])('%s, in French', (text, expected) => {
  expect(read(text, 'fr').replaceAll('\u202f', ' ')).toBe(expected);
});

/** The quotation marks of a text in German, in order. */
function marksOf(text: string): string {
  const span = { file: 'deck.md', line: 1, column: 1, length: 1, lineText: '' };
  const quotes = quotesIn(
    lexLine(text, () => span, new Report()),
    'de',
  );
  return [...quotes.values()].flatMap((own) => [...own.values()]).join('');
}

test.each([
  ["'so *gut*'", '‚‘'],
  ["'a **b** c'", '‚‘'],
  ["'*x*' und *'y'*", '‚‘‚‘'],
  ['"a *b*" und "*b* a"', '„“„“'],
  ["'a `b`' und '`b` a', `b`'s", '‚‘‚‘’'],
  ["'[a](b)', '<b>b</b>', 'x[^1]', 'x'[^1]", '‚‘‚‘‚‘‚‘'],
  ["\"**a** [b](c 'd') *'e'*\"", '„‚‘“'],
  ["*it*'s, dogs' *b* und 'x'", '’’‚‘'],
  ["'$x$' und 'über $x$'", '‚‘‚‘'],
  [`\\"a\\" '*b*{title="c"} d'`, '‚‘'],
  ['"\'*a*\' b"', '„‚‘“'],
  ['"a *\'b\'*", c', '„‚‘“'],
])('%s', (text, expected) => {
  expect(marksOf(text)).toBe(expected);
});

test('a million characters take no longer than they need', () => {
  expect(read(`"a 'b `.repeat(170_000), 'en')).toHaveLength(1_020_000);
});
