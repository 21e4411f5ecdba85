import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { StepLimit, StepLimitError } from '../../../src/base/time/step-limit.ts';
import { Dictionaries } from '../../../src/check/spelling/dictionaries.ts';
import { Dictionary } from '../../../src/check/spelling/dictionary.ts';
import { findingsOf } from '../../check/source.ts';
import { temporaryFolder } from '../../support/files.ts';

const words = ['wrongg', 'Hausarbeitsplatz', 'x'.repeat(80), 'x'.repeat(100_000)];

/** Looks up words, and words that are similar. */
function use(rules: string, list = '2\nsome/AB\nword/AB\n', steps?: StepLimit): void {
  const dictionary = new Dictionary(rules, list, steps);
  for (const word of words) {
    dictionary.isWord(word);
    dictionary.suggest(word, 3, true);
  }
}

test.each([
  ['conversions that double', `ICONV 40\n${'ICONV x xx\n'.repeat(40)}`],
  ['conversions of nothing', `ICONV 2\nICONV  x\nICONV _ \n`],
  ['parts of negative length', 'COMPOUNDFLAG A\nCOMPOUNDMIN -5\n'],
  ['parts of no length', 'COMPOUNDFLAG A\nCOMPOUNDMIN 0.0001\n'],
  ['endless parts', 'COMPOUNDFLAG A\nCOMPOUNDMIN Infinity\n'],
  ['many affixes', `SFX A Y 200000\n${suffixes(200_000)}`],
  ['a huge alphabet', `TRY ${alphabet(30_000)}\n`],
  ['many unknown lines', 'x\n'.repeat(1_000_000)],
])('a dictionary with %s is used', (_, rules) => {
  expect(() => use(rules)).not.toThrow();
});

function suffixes(count: number): string {
  return Array.from({ length: count }, (_, i) => `SFX A 0 x${i}/A .\n`).join('');
}

function alphabet(count: number): string {
  return Array.from({ length: count }, (_, i) => String.fromCodePoint(0x20000 + i)).join('');
}

test('a word that is listed many times is read in a bounded time', () => {
  expect(() => use('', `1\n${'word/A\n'.repeat(300_000)}`)).not.toThrow();
});

/** Each word has each suffix, and each of these has each prefix. */
const endless = `SFX A Y 20000\n${'SFX A 0 0/A .\n'.repeat(20_000)}PFX B Y 20000\n${'PFX B 0 0/A .\n'.repeat(20_000)}`;

test('a dictionary that takes too long ends the check of words, and says so', async () => {
  expect(() => use(endless, undefined, new StepLimit(1_000_000))).toThrow(StepLimitError);
  const found = await findingsOf(
    'spelling',
    '# Title\n\nSomme wrongg words\n',
    {
      'node_modules/dictionary-en/package.json': '{}',
      'node_modules/dictionary-en/index.aff': 'SFX A 0 x .\n'.repeat(300_001),
      'node_modules/dictionary-en/index.dic': '1\nsome/AB\n',
    },
    new Map(),
    { spelling: { dictionaries: new Dictionaries(), words: [] } },
  );
  expect(found).toEqual([
    expect.stringContaining('words were not checked to the end: a dictionary is too large'),
  ]);
});

test('a dictionary that is a link to another file is not read', () => {
  const outside = temporaryFolder({ 'secret.txt': '1\nsecretword\n' });
  const name = 'node_modules/dictionary-en';
  const folder = temporaryFolder({ [`${name}/package.json`]: '{}', [`${name}/index.aff`]: '' });
  const list = path.join(folder, name, 'index.dic');
  symlinkSync(path.join(outside, 'secret.txt'), list);
  expect(new Dictionaries().find('en', folder)).toEqual({ package: 'dictionary-en' });
  const own = temporaryFolder({ [`${name}/package.json`]: '{}', [`${name}/index.aff`]: '' });
  writeFileSync(path.join(own, name, 'index.dic'), '1\nword\n');
  expect(new Dictionaries().find('en', own)).toBeInstanceOf(Dictionary);
});
