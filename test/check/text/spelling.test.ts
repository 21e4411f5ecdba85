import { describe, expect, test } from 'vitest';
import { Dictionary } from '../../../src/check/spelling/dictionary.ts';

/** A dictionary like that of German: nouns in capitals, and compounds. */
const german = new Dictionary(
  `SET UTF-8
TRY esianrtolcdugmphbykfvwzäüöß
COMPOUNDBEGIN x
COMPOUNDMIDDLE y
COMPOUNDEND z
COMPOUNDPERMITFLAG c
COMPOUNDMIN 2
ONLYINCOMPOUND o
NEEDAFFIX h
FORBIDDENWORD d
KEEPCASE w
REP 1
REP ss ß
SFX S Y 2
SFX S 0 s [^s]
SFX S 0 es s
SFX N Y 1
SFX N 0 en .
SFX j Y 1
SFX j 0 0/xyoc .
SFX f Y 1
SFX f 0 s/xyoc .
PFX V Y 1
PFX V 0 un .
`,
  `9
Haus/Sj
Tür/Nj
tür/Nozy
Arbeit/Nf
arbeit/ozf
schlüssel/Soz
Straße
schön/V
Haustier/d
GmbH/w
`,
);

describe('a dictionary', () => {
  test.each(['Haus', 'Hauses', 'Tür', 'Türen', 'schön', 'Schön', 'unschön', 'GmbH'])(
    'knows %s',
    (word) => {
      expect(german.isWord(word)).toBe(true);
    },
  );

  test.each(['haus', 'Hausen', 'tür', 'türen', 'schlüssel', 'untür', 'Gmbh', 'Haustier'])(
    'does not know %s',
    (word) => {
      expect(german.isWord(word)).toBe(false);
    },
  );

  test.each(['Haustür', 'Haustüren', 'Arbeitstür', 'Haustürschlüssel', 'Türarbeitsschlüssels'])(
    'knows the compound %s',
    (word) => {
      expect(german.isWord(word)).toBe(true);
    },
  );

  test.each(['HausTür', 'haustür', 'Haussstür', 'Arbeittür', 'Haustürschön', 'Türhauses'])(
    'does not know %s as a compound',
    (word) => {
      expect(german.isWord(word)).toBe(false);
    },
  );

  test.each([
    ['Strasse', 'Straße'],
    ['Huas', 'Haus'],
    ['Türn', 'Türen'],
    ['haustür', 'Haustür'],
    ['Haustürschüssel', 'Haustürschlüssel'],
    ['schönn', 'schön'],
    ['Hausschön', 'Haus schön'],
  ])('suggests for %s: %s', (word, expected) => {
    expect(german.suggest(word, 3, true)).toContain(expected);
  });

  test('is fast for a text that does not end', () => {
    expect(german.isWord('Haustür'.repeat(2000))).toBe(false);
    expect(german.isWord(`${'hausarbeits'.repeat(6)}x`)).toBe(false);
  });
});

describe('notations', () => {
  test('flags of two characters, numbers and aliases', () => {
    const long = new Dictionary('FLAG long\nSFX aa Y 1\nSFX aa 0 s .', '1\nhouse/zzaa');
    const num = new Dictionary('FLAG num\nSFX 12 Y 1\nSFX 12 0 s .', '1\nhouse/3,12');
    const alias = new Dictionary('AF 2\nAF A\nAF AB\nSFX B Y 1\nSFX B 0 s .', '1\nhouse/2');
    for (const dictionary of [long, num, alias]) {
      expect(['house', 'houses', 'housed'].map((word) => dictionary.isWord(word))).toEqual([
        true,
        true,
        false,
      ]);
    }
  });

  test('two suffixes, a prefix with a suffix, and affixes that replace', () => {
    const rules = `SFX A Y 1
SFX A 0 able/S .
SFX S Y 2
SFX S 0 s [^y]
SFX S y ies [^aeiou]y
PFX U N 1
PFX U 0 un .
PFX R Y 1
PFX R 0 re .`;
    const dictionary = new Dictionary(rules, '3\ndrink/A\npony/S\ndo/SRU\t po:verb\n');
    const right = ['drinkable', 'drinkables', 'ponies', 'does', 'redo', 'undo', 'redos'];
    const wrong = ['drinks', 'ponys', 'undos', 'unredo', 'reponies'];
    expect(right.filter((word) => !dictionary.isWord(word))).toEqual(['does']);
    expect(wrong.filter((word) => dictionary.isWord(word))).toEqual([]);
  });

  test('characters that are converted, words with spaces, comments and Windows line ends', () => {
    const rules = "# SFX A Y 1\r\nICONV 1\r\nICONV ’ '\r\nSFX M Y 1\r\nSFX M 0 's .\r\n";
    const dictionary = new Dictionary(rules, '2\r\nAnna/M\r\nNew York\r\n');
    expect(['Anna’s', "Anna's", 'New York'].every((word) => dictionary.isWord(word))).toBe(true);
    expect(dictionary.isWord('York')).toBe(false);
  });
});
