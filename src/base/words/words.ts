import { likelySubtags } from '../language-tag.ts';
import { ar } from './asian/ar.ts';
import { fa } from './asian/fa.ts';
import { he } from './asian/he.ts';
import { hi } from './asian/hi.ts';
import { ja } from './asian/ja.ts';
import { ko } from './asian/ko.ts';
import { tr } from './asian/tr.ts';
import { zh } from './asian/zh.ts';
import { zhHant } from './asian/zh-hant.ts';
import { cs } from './european/cs.ts';
import { da } from './european/da.ts';
import { de } from './european/de.ts';
import { el } from './european/el.ts';
import { en } from './european/en.ts';
import { es } from './european/es.ts';
import { fi } from './european/fi.ts';
import { fr } from './european/fr.ts';
import { hu } from './european/hu.ts';
import { it } from './european/it.ts';
import { nb } from './european/nb.ts';
import { nl } from './european/nl.ts';
import { pl } from './european/pl.ts';
import { pt } from './european/pt.ts';
import { ro } from './european/ro.ts';
import { ru } from './european/ru.ts';
import { sk } from './european/sk.ts';
import { sv } from './european/sv.ts';
import { uk } from './european/uk.ts';
import type { Plural, Words } from './types.ts';

export const allWords: readonly Words[] = [
  en,
  de,
  nl,
  sv,
  da,
  nb,
  fr,
  es,
  it,
  pt,
  ro,
  cs,
  sk,
  pl,
  ru,
  uk,
  el,
  fi,
  hu,
  tr,
  ar,
  fa,
  he,
  hi,
  ja,
  ko,
  zh,
  zhHant,
];

/** By language, script or region. */
const byName: ReadonlyMap<string, Words> = new Map(allWords.map((words) => [words.lang, words]));

/** Languages that use the words of another one. */
const relatives: ReadonlyMap<string, string> = new Map([
  ['no', 'nb'],
  ['nn', 'nb'],
  ['iw', 'he'],
]);

/** By language tag. */
const known = new Map<string, Words>();

/**
 * Returns the words in a deck's language, or in English.
 *
 * @param lang a BCP 47 tag
 */
export function wordsIn(lang: string): Words {
  const words = known.get(lang) ?? findWords(lang) ?? en;
  known.set(lang, words);
  return words;
}

function findWords(lang: string): Words | undefined {
  const { language, script } = likelySubtags(lang);
  const name = relatives.get(language) ?? language;
  return byName.get(`${name}-${script}`) ?? byName.get(name);
}

/** The language to mark words with; `undefined` if they are in the language of the deck. */
export function languageOfWords(lang: string): string | undefined {
  return findWords(lang) ? undefined : en.lang;
}

/** Replaces `{a}`, `{b}` and `{c}` in a text. */
export function fill(text: string, a: string | number, b?: string | number, c?: string): string {
  const values: Readonly<Record<string, string | number | undefined>> = { a, b, c };
  return text.replace(/\{([abc])\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** A count and what it counts, in the form that the language has for it. */
export function writeCount(count: number, forms: Plural, { lang }: Words): string {
  // English needs no data of all languages, which take time to load.
  const form = lang === 'en' ? (count === 1 ? 'one' : 'other') : pluralRule(count, lang);
  return (forms[form] ?? forms.other).replace('{n}', String(count));
}

function pluralRule(count: number, lang: string): Intl.LDMLPluralRule {
  return new Intl.PluralRules(lang).select(count);
}

/** A text that begins a sentence. */
export function capitalize(text: string, { lang }: Words): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(lang) + text.slice(first.length);
}
