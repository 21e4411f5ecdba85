const rightToLeft = /^(?:ar|arc|dv|fa|he|ps|sd|ug|ur|yi)\b/;

/** A language tag as it is written canonically; nothing where it is none. */
export function readLanguage(source: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(source)[0];
  } catch {
    return undefined;
  }
}

/** The way in which a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.test(language) ? 'rtl' : 'ltr';
}
