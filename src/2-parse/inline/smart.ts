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

/** What replaces straight quotation marks, by their offsets in a text. */
export type Quotes = ReadonlyMap<number, string>;

/** Chooses a language's marks for the straight quotation marks of a whole text. */
export function findQuotes(text: string, language: string): Quotes {
  const [open, close, openInner, closeInner] = marksOf(language);
  const quotes = new OpenQuotes(text);
  const found = new Map<number, string>();
  for (const { 0: sign, index } of text.matchAll(/["']/g)) {
    const left = text.charAt(index - 1);
    const right = text.charAt(index + 1);
    if (sign === '"') {
      found.set(index, (quotes.opensDouble(left, right) ? open : close) ?? sign);
    } else {
      const role = quotes.roleOf(index, left, right);
      const mark = role === 'apostrophe' ? undefined : role === 'open' ? openInner : closeInner;
      found.set(index, mark ?? '’');
    }
  }
  return found;
}

/**
 * Replaces quotation marks, dashes `--` and `---`, and three dots.
 *
 * @param start the offset of the text in that of the quotation marks
 */
export function smarten(text: string, quotes: Quotes = new Map(), start = 0): string {
  return text
    .replace(/["']/g, (sign, index: number) => quotes.get(start + index) ?? sign)
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
    const isOpen = opens && !/\d/.test(right) && this.#lastCloser > index;
    const isClose = ends && this.#singles > 0;
    if (isOpen) this.#singles++;
    else if (isClose && /\S/.test(left)) this.#singles--;
    if (isOpen) return 'open';
    return isClose ? 'close' : 'apostrophe';
  }
}

function isOpening(left: string, right: string): boolean {
  // Directly after another mark, only text opens a quote: `'a'",` ends one.
  if (/["']/.test(left) && /^[.,;:!?)\]}…-]?$/.test(right)) return false;
  return /^[\s([{„«“‘‚‹「『–—/"'-]?$/u.test(left) && /\S/.test(right);
}

function marksOf(language: string): readonly string[] {
  const [base = ''] = language.split('-');
  if (base === 'fr') return french;
  return [...(marks[language] ?? marks[base] ?? english)];
}
