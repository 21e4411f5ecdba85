import { ownValue } from '../../base/own-value.ts';

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
  const quotes = new OpenQuotes(text, elisionsOf(language));
  const found = new Map<number, string>();
  for (const { 0: sign, index } of text.matchAll(/["']/g)) {
    const left = text.charAt(index - 1);
    const right = text.charAt(index + 1);
    if (quotes.isPrime(sign, index)) found.set(index, sign === '"' ? '″' : '′');
    else if (sign === '"') {
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

/** Words from which the first letters are left out, by language. */
const elisions: Readonly<Record<string, string>> = {
  en: 'tis|twas|twere|twill|twould|twixt|em|til|n',
  de: 's|n|ne|nen|nem|ner|ran|rein|raus|rum|rüber',
  nl: 't|n|s|ns|k|m|r',
};

/** Words before a name in quotation marks: `the letter 'n' is`, unlike `rock 'n' roll`. */
const beforeName =
  /(?:^|\s)(?:an?|the|letter|variable|value|key|of|for|where|to|in|is|with|by|and|or|than|as|from|if|like|that|this|set|press|use)\s?$/i;

function elisionsOf(language: string): RegExp | undefined {
  const words = ownValue(elisions, language.split('-')[0] ?? '');
  // A word in quotation marks is none.
  return words === undefined ? undefined : new RegExp(`^(?:${words})(?![\\p{L}\\d'])`, 'iu');
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const startsWord = /^[\p{L}\d]/u;

/** The quotation marks of a text up to the one that is read. */
class OpenQuotes {
  #doubles = 0;
  #singles = 0;
  /** The last single mark that can close a quote. */
  readonly #lastCloser: number;

  readonly #elisions: RegExp | undefined;
  readonly #text: string;

  /** @param elisions the words that begin with an apostrophe */
  constructor(text: string, elisions: RegExp | undefined) {
    this.#text = text;
    this.#elisions = elisions;
    this.#lastCloser = [...text.matchAll(/'(?![\p{L}\d])/gu)].at(-1)?.index ?? -1;
  }

  opensDouble(left: string, right: string): boolean {
    // Without spaces between words, every other sign opens.
    const isOdd = this.#doubles++ % 2 === 0;
    return eastAsian.test(left) ? isOdd : isOpening(left, right);
  }

  /**
   * Whether the mark is one of feet, inches, minutes or seconds: after a number, and closing no quote, as in
   * `a 27" screen`, `6'2"` and `48°51'24"`. The apostrophe of `1'000` divides thousands.
   */
  isPrime(sign: string, index: number): boolean {
    const before = this.#text.slice(Math.max(0, index - 12), index);
    const after = this.#text.slice(index + 1, index + 12);
    if (!/(?:\d|\p{No})'?$/u.test(before) || /^\p{L}{2}/u.test(after)) return false;
    if (sign === '"') return !before.endsWith("'") && !this.#closesDouble(index);
    if (/\d'$/.test(before)) return /^(?![\p{L}\d])/u.test(after) && this.#singles === 0;
    if (/^\d/.test(after)) return /^\d{1,2}(?![\d])/.test(after);
    // The second of two marks ends the quote.
    if (this.#singles > 0) return /^'(?![\p{L}\d'])/u.test(after);
    return !/^\p{L}/u.test(after) && !/(?<!\d)[’']\d+$/.test(before);
  }

  /** Whether a double mark after a number ends a quote: one is open, and the next mark does not end it instead. */
  #closesDouble(index: number): boolean {
    if (this.#doubles % 2 === 0) return false;
    const next = this.#text.indexOf('"', index + 1);
    if (next < 0) return true;
    const left = this.#text.charAt(next - 1);
    return isOpening(left, this.#text.charAt(next + 1)) || /[\d\s]/.test(left);
  }

  /** An apostrophe is within a word, before a year, or with nothing that closes it. */
  roleOf(index: number, left: string, right: string): 'open' | 'close' | 'apostrophe' {
    if (this.#isElision(index)) return 'apostrophe';
    const [opens, ends] = [isOpening(left, right), !startsWord.test(right)];
    const isOpen = opens && !/\d/.test(right) && this.#lastCloser > index;
    const isClose = ends && this.#singles > 0;
    if (isOpen) this.#singles++;
    else if (isClose && /\S/.test(left)) this.#singles--;
    if (isOpen) return 'open';
    return isClose ? 'close' : 'apostrophe';
  }

  /** Whether the mark replaces letters at the start of a word, as in `'tis`, or on either side, as in `'n'`. */
  #isElision(index: number): boolean {
    const after = this.#text.slice(index + 1, index + 12);
    const before = this.#text.slice(Math.max(0, index - 12), index);
    const isAnd = /^n'\s?\p{L}/iu.test(after) && /\p{L}\s?$/u.test(before);
    if (isAnd) return !beforeName.test(before);
    const isEndOfAnd = /'n$/i.test(before) && /^\s?\p{L}/u.test(after);
    if (isEndOfAnd) return /\p{L}\s?'n$/iu.test(before) && !beforeName.test(before.slice(0, -2));
    return !/[\p{L}\d']$/u.test(before) && (this.#elisions?.test(after) ?? false);
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
  return [...(ownValue(marks, language) ?? ownValue(marks, base) ?? english)];
}
