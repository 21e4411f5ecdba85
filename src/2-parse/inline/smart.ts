/** The quotation marks of a language, the outer and the inner ones: `“”‘’`. French ones have blanks inside. */
const marks: Readonly<Record<string, string>> = {
  'de-CH': '«»‹›',
  ar: '«»“”',
  cs: '„“‚‘',
  da: '„“‚‘',
  de: '„“‚‘',
  el: '«»“”',
  es: '«»“”',
  fi: '””’’',
  hu: '„”»«',
  it: '«»“”',
  ja: '「」『』',
  nb: '«»‘’',
  nn: '«»‘’',
  no: '«»‘’',
  pl: '„”«»',
  ru: '«»„“',
  sk: '„“‚‘',
  sl: '„“‚‘',
  sv: '””’’',
  uk: '«»„“',
};
const english = '“”‘’';
const french = ['«\u202f', '\u202f»', '“', '”'];

/**
 * Replaces straight quotation marks by those of a language, dashes `--` and `---`, and three dots.
 *
 * @param before the character before the text; empty at the start
 */
export function smarten(text: string, before: string, language: string): string {
  const [open, close, openInner, closeInner] = marksOf(language);
  return text
    .replace(/\.{3}/g, '…')
    .replace(/(?<!-)---(?!-)/g, '—')
    .replace(/(?<!-)--(?!-)/g, '–')
    .replace(/["']/g, (sign, index: number, whole: string) => {
      const left = index > 0 ? whole.charAt(index - 1) : before;
      const right = whole.charAt(index + 1);
      const opens = isOpening(left, right, whole.slice(0, index));
      if (sign === '"') return (opens ? open : close) ?? sign;
      // An apostrophe: within a word, before a year, or with nothing that closes it.
      const isQuote = opens && !/\d/.test(right) && /'(?![\p{L}\d])/u.test(whole.slice(index + 1));
      if (isQuote) return openInner ?? sign;
      const isClosing = !/[\p{L}\d]/u.test(right) && hasOpenQuote(whole.slice(0, index));
      return (isClosing ? closeInner : undefined) ?? '’';
    });
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** @param before the text before the sign */
function isOpening(left: string, right: string, before: string): boolean {
  // Without blanks between words, every other sign opens.
  if (eastAsian.test(left)) return (before.match(/"/g) ?? []).length % 2 === 0;
  return /^[\s([{„«“‘‚‹「『–—/"'-]?$/u.test(left) && !/\s/.test(right);
}

/** Whether a single quotation mark before is not closed. */
function hasOpenQuote(text: string): boolean {
  const opened = [...text.matchAll(/(?<![\p{L}\d])'(?=[\p{L}\d])/gu)].length;
  const closed = [...text.matchAll(/(?<=\S)'(?![\p{L}\d])/gu)].length;
  return opened > closed;
}

function marksOf(language: string): readonly string[] {
  const [base = ''] = language.split('-');
  if (base === 'fr') return french;
  return [...(marks[language] ?? marks[base] ?? english)];
}
