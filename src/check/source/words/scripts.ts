/** The scripts that are told apart: their names, and the tag of a language that is written in each. */
export const scripts: Readonly<Record<string, { readonly name: string; readonly lang: string }>> = {
  Latn: { name: 'Latin', lang: 'en' },
  Grek: { name: 'Greek', lang: 'el' },
  Cyrl: { name: 'Cyrillic', lang: 'ru' },
  Arab: { name: 'Arabic', lang: 'ar' },
  Hebr: { name: 'Hebrew', lang: 'he' },
  Hani: { name: 'Chinese', lang: 'zh' },
  Jpan: { name: 'Japanese', lang: 'ja' },
  Hang: { name: 'Korean', lang: 'ko' },
  Thai: { name: 'Thai', lang: 'th' },
  Deva: { name: 'Devanagari', lang: 'hi' },
  Armn: { name: 'Armenian', lang: 'hy' },
  Geor: { name: 'Georgian', lang: 'ka' },
  Beng: { name: 'Bengali', lang: 'bn' },
  Taml: { name: 'Tamil', lang: 'ta' },
  Telu: { name: 'Telugu', lang: 'te' },
  Gujr: { name: 'Gujarati', lang: 'gu' },
  Guru: { name: 'Gurmukhi', lang: 'pa' },
  Knda: { name: 'Kannada', lang: 'kn' },
  Mlym: { name: 'Malayalam', lang: 'ml' },
  Sinh: { name: 'Sinhala', lang: 'si' },
  Khmr: { name: 'Khmer', lang: 'km' },
  Laoo: { name: 'Lao', lang: 'lo' },
  Mymr: { name: 'Burmese', lang: 'my' },
  Ethi: { name: 'Ethiopic', lang: 'am' },
  Tibt: { name: 'Tibetan', lang: 'bo' },
};

/** Scripts without spaces between words. */
const unspaced = new Set(['Hani', 'Jpan', 'Thai', 'Khmr', 'Laoo', 'Mymr', 'Tibt']);

const letters: readonly (readonly [code: string, pattern: RegExp])[] = Object.keys(scripts).map(
  (code) => [code, new RegExp(`^\\p{Script=${code === 'Jpan' ? 'Hiragana' : code}}`, 'u')],
);

/** The script of a letter; Kana are Japanese, and characters of Chinese may be Japanese or Korean, too. */
export function scriptOf(letter: string): string | undefined {
  if (/^[a-z]/i.test(letter)) return 'Latn';
  if (/^\p{Script=Katakana}/u.test(letter)) return 'Jpan';
  return letters.find(([, pattern]) => pattern.test(letter))?.[0];
}

/** The scripts of a language. @param script as in a language tag: `Jpan`, `Hant` */
export function ownScripts(script: string): ReadonlySet<string> {
  if (script === 'Jpan') return new Set(['Jpan', 'Hani']);
  if (script === 'Kore') return new Set(['Hang', 'Hani']);
  if (/^Han[st]$/.test(script)) return new Set(['Hani']);
  return new Set([script]);
}

/** The language of a text in a script, as far as its letters tell it. */
export function languageIn(script: string, text: string): string {
  const found = byLetters[script]?.find(([pattern]) => pattern.test(text));
  return found?.[1] ?? scripts[script]?.lang ?? 'und';
}

const byLetters: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  Cyrl: [
    [/[ўЎ]/, 'be'],
    [/[їієґ]/i, 'uk'],
    [/[ѓќѕ]/i, 'mk'],
    [/[ђћљњџ]/i, 'sr'],
    [/[әғқңөұүһ]/i, 'kk'],
    [/^(?=.*[ъщ])(?!.*[ыэё])/is, 'bg'],
  ],
  Arab: [
    [/[ٹڈڑےں]/, 'ur'],
    [/[پچژگ]/, 'fa'],
  ],
  Grek: [[/[\u1f00-\u1fff]/, 'grc']],
};

/**
 * Whether a stretch of text in a script is more than a name or a single word.
 *
 * @param words in that script, as they follow each other
 */
export function isPassage(script: string, words: readonly string[]): boolean {
  const characters = words.join('').length;
  if (script === 'Hani') return characters >= 6;
  if (script === 'Jpan') {
    return characters >= (/\p{Script=Hiragana}/u.test(words.join('')) ? 5 : 14);
  }
  if (unspaced.has(script)) return characters >= 12;
  const long = words.filter((word) => word.length > 1);
  if (script === 'Latn') return long.filter((word) => /^\p{Ll}/u.test(word)).length >= 5;
  const hasCase = /^\p{Lu}|^\p{Ll}/u.test(words[0] ?? '');
  if (!hasCase) return long.length >= (script === 'Hang' ? 2 : 3);
  // Each word of a name has a capital; a text may be all in capitals.
  const others = long.filter((word) => /^\p{Ll}|^\p{Lu}{3,}$/u.test(word));
  return long.length >= 2 && others.length >= 1;
}
