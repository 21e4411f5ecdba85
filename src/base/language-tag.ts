const rightToLeft = /^(?:ar|arc|dv|fa|he|ps|sd|ug|ur|yi)\b/;

/** The canonical form of a language tag; `undefined` if it is invalid. */
export function readLanguage(source: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(source)[0];
  } catch {
    return undefined;
  }
}

/** The writing direction of a language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.test(language) ? 'rtl' : 'ltr';
}
