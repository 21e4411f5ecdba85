import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/base/words/european/en.ts';
import { translations } from '../../src/base/words/translations.ts';
import { wordsIn, writeCount } from '../../src/base/words/words.ts';
import { buildMarkdown } from '../support/builds.ts';

const allWords = [en, ...translations().values()];

/** All texts of a table, by their path: `chart.trend`. */
function textsOf(table: object, path = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string'
        ? [[`${path}${key}`, value]]
        : [...textsOf(value as object, `${path}${key}.`)],
    ),
  );
}

const english = textsOf(wordsIn('en'));

describe.each(allWords.map((words) => [words.lang, words] as const))(
  'the words of %s',
  (lang, words) => {
    test('are all there, and each has the places of the English one', () => {
      const placesIn = (text: string): readonly string[] =>
        [...new Set(text.match(/\{[abc]\}/g))].sort();
      const own = textsOf(words);
      for (const [path, text] of english) {
        if (path.startsWith('counts.')) continue;
        expect([path, placesIn(own.get(path) ?? '')]).toEqual([path, placesIn(text)]);
        expect([path, own.get(path)]).not.toEqual([path, '']);
      }
    });

    test('have a form of each count for each category of the language', () => {
      const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions();
      for (const forms of Object.values(words.counts))
        expect(Object.keys(forms).sort()).toEqual([...pluralCategories].sort());
    });
  },
);

test('counts take the form of their language', () => {
  const boxes = (lang: string) =>
    [1, 2, 5, 21].map((n) => writeCount(n, wordsIn(lang).counts.boxes, wordsIn(lang)));
  expect(boxes('en')).toEqual(['1 box', '2 boxes', '5 boxes', '21 boxes']);
  expect(boxes('ru')).toEqual(['1 блок', '2 блока', '5 блоков', '21 блок']);
  expect(boxes('ar')).toEqual(['مربع واحد', 'مربعان', '5 مربعات', '21 مربعًا']);
});

test.each([
  ['de-CH', 'de'],
  ['nn', 'nb'],
  ['zh-TW', 'zh-Hant'],
  ['zh', 'zh'],
  ['pt-BR', 'pt'],
  ['sw', 'en'],
])('a deck in %s has the words of %s', (tag, lang) => {
  expect(wordsIn(tag).lang).toBe(lang);
});

test('headings of columns in our words say that they are English where they are', async () => {
  const points = '```chart scatter\nx,a,b\n1,2,3\n2,4,5\n```\n';
  const file = await buildMarkdown(`---\nlang: sw\n---\n\n# Chati\n\n${points}`);
  expect(readFileSync(file, 'utf8')).toContain(
    '<th scope="col" lang="en">Series</th><th scope="col">x</th><th scope="col" lang="en">Value</th>',
  );
});
