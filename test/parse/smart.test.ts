import { expect, test } from 'vitest';
import { smarten } from '../../src/2-parse/inline/smart.ts';

test.each([
  ["'a' and 'b c'", '‘a’ and ‘b c’'],
  ["dogs' and 'cats'", 'dogs’ and ‘cats’'],
  ["(z. B. 'x'), 'Ha'-'Ho'", '(z. B. ‘x’), ‘Ha’-‘Ho’'],
  [`"'x'" 'tis`, '“‘x’” ’tis'],
  ['a -- b --- c ... ---- x', 'a – b — c … ---- x'],
])('%s', (text, expected) => {
  expect(smarten(text, '', 'en')).toBe(expected);
});

test('a quotation may go on in other tokens', () => {
  expect([smarten("a '", '', 'de'), smarten("' b", 't', 'de')]).toEqual(['a ‚', '‘ b']);
});

test('a million characters take no longer than they need', () => {
  expect(smarten(`"a 'b `.repeat(170_000), '', 'en')).toHaveLength(1_020_000);
});
