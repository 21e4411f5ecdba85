import { likelySubtags } from '../language-tag.ts';
import { en } from './european/en.ts';
import { translations } from './translations.ts';
import type { Plural, Words } from './types.ts';

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
  if (language === en.lang) return en;
  const name = relatives.get(language) ?? language;
  const all = translations();
  return all.get(`${name}-${script}`) ?? all.get(name);
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
