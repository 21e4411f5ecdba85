const rightToLeft = /^(?:ar|arc|dv|fa|he|ps|sd|ug|ur|yi)\b/;

/**
 * The canonical form of a language tag; `undefined` if it is invalid. A language has two or three letters: tags
 * with more are well-formed, but there are none, so that no browser knows `english`.
 */
export function readLanguage(source: string): string | undefined {
  try {
    const [tag] = Intl.getCanonicalLocales(source);
    return tag && /^[a-z]{2,3}(?:-|$)/.test(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}

/** Languages that people may name instead of using their tags. */
const common =
  'ar bg ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sr sv th tr uk vi zh'.split(
    ' ',
  );

/** The tag of a language by its name in English or in itself: `de` for `german` and `Deutsch`. */
export function tagOfName(name: string): string | undefined {
  const [wanted, english] = [name.trim().toLowerCase(), namesIn('en')];
  return common.find((tag) =>
    [english.of(tag), namesIn(tag).of(tag)].some((each) => each?.toLowerCase() === wanted),
  );
}

function namesIn(tag: string): Intl.DisplayNames {
  return new Intl.DisplayNames([tag], { type: 'language' });
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
