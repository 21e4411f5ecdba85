const rightToLeft = /^(?:ar|arc|dv|fa|he|ps|sd|ug|ur|yi)\b/;

/** The canonical form of a language tag; `undefined` if it is invalid. */
export function readLanguage(source: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(source)[0];
  } catch {
    return undefined;
  }
}

/** The name of a language in itself, as in `Deutsch`; `undefined` if it is not known. @param tag canonical */
export function nameOfLanguage(tag: string): string | undefined {
  const name = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag);
  return name && name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** The writing direction of a language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.test(language) ? 'rtl' : 'ltr';
}

/** The language and its usual script, such as `zh` and `Hant` for `zh-TW`. @param tag canonical */
export function likelySubtags(tag: string): {
  readonly language: string;
  readonly script: string;
} {
  // English needs no data of all languages, which take 8 ms to load.
  if (/^en(?:-[A-Z]{2})?$/.test(tag)) return { language: 'en', script: 'Latn' };
  const { language = '', script = 'Latn' } = new Intl.Locale(tag).maximize();
  return { language, script };
}
