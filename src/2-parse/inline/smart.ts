/** The quotation marks of a language, the outer and the inner ones: `“”‘’`. French ones have spaces inside. */
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
  const quotes = new OpenQuotes(text);
  return text
    .replace(/["']/g, (sign, index: number) => {
      const left = index > 0 ? text.charAt(index - 1) : before;
      const right = text.charAt(index + 1);
      if (sign === '"') return (quotes.opensDouble(left, right) ? open : close) ?? sign;
      const role = quotes.roleOf(index, left, right);
      return (role === 'apostrophe' ? undefined : role === 'open' ? openInner : closeInner) ?? '’';
    })
    .replace(/\.{3}/g, '…')
    .replace(/(?<!-)---(?!-)/g, '—')
    .replace(/(?<!-)--(?!-)/g, '–');
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const startsWord = /^[\p{L}\d]/u;

/** The quotation marks of a text up to the one that is read. */
class OpenQuotes {
  #doubles = 0;
  #singles = 0;
  /** The last single mark that can close a quote. */
  readonly #lastCloser: number;

  constructor(text: string) {
    this.#lastCloser = [...text.matchAll(/'(?![\p{L}\d])/gu)].at(-1)?.index ?? -1;
  }

  opensDouble(left: string, right: string): boolean {
    // Without spaces between words, every other sign opens.
    const isOdd = this.#doubles++ % 2 === 0;
    return eastAsian.test(left) ? isOdd : isOpening(left, right);
  }

  /** An apostrophe is within a word, before a year, or with nothing that closes it. */
  roleOf(index: number, left: string, right: string): 'open' | 'close' | 'apostrophe' {
    const [opens, ends] = [isOpening(left, right), !startsWord.test(right)];
    // The rest of the quote is in other tokens, as in '*this*'.
    const [leadsOn, leadsBack] = [right === '', index === 0 && left !== ''];
    const isOpen = opens && !/\d/.test(right) && (this.#lastCloser > index || leadsOn);
    const isClose = ends && (this.#singles > 0 || (leadsBack && /\S/.test(left)));
    if (!ends && !startsWord.test(left)) this.#singles++;
    else if (ends && /\S/.test(left)) this.#singles = Math.max(0, this.#singles - 1);
    if (isOpen) return 'open';
    return isClose ? 'close' : 'apostrophe';
  }
}

function isOpening(left: string, right: string): boolean {
  return /^[\s([{„«“‘‚‹「『–—/"'-]?$/u.test(left) && !/\s/.test(right);
}

function marksOf(language: string): readonly string[] {
  const [base = ''] = language.split('-');
  if (base === 'fr') return french;
  return [...(marks[language] ?? marks[base] ?? english)];
}
