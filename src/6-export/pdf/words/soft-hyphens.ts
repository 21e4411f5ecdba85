import { scanContent } from '../content/operators.ts';
import type { GlyphTexts } from './text-runs.ts';

/**
 * Removes soft hyphens that are not seen: the browser shows a space for each one, which splits its word for programs
 * that do not read replacement texts. One at the end of a line is the text of the hyphen there.
 *
 * @param content a content stream
 * @param textsOf the texts of a font by its name
 */
export function cleanSoftHyphens(content: string, textsOf: (font: string) => GlyphTexts): string {
  if (!content.includes(softHyphen)) return content;
  const cleaner = new Cleaner(content, textsOf);
  scanContent(content, (operator, from, at, to) => cleaner.visit(operator, from, at, to));
  return cleaner.result;
}

/** As the browser writes it. */
const softHyphen = '/ActualText <FEFF00AD>';

class Cleaner {
  readonly #content: string;
  readonly #textsOf: (font: string) => GlyphTexts;
  /** For each open mark, whether it is of a soft hyphen. */
  readonly #marks: boolean[] = [];
  #font = '';
  /** Whether the line ends after a soft hyphen. */
  #isLast = false;
  #result = '';
  #written = 0;

  constructor(content: string, textsOf: (font: string) => GlyphTexts) {
    this.#content = content;
    this.#textsOf = textsOf;
  }

  get result(): string {
    return this.#result + this.#content.slice(this.#written);
  }

  visit(operator: string, from: number, at: number, to: number): void {
    if (operator === 'BDC' || operator === 'BMC') {
      this.#marks.push(this.#content.slice(from, at).includes(softHyphen));
      if (this.#marks.at(-1)) this.#replace(from, to, '');
    } else if (operator === 'EMC') {
      if (!this.#marks.pop()) return;
      this.#replace(from, to, '');
      this.#isLast = true;
    } else if (operator === 'Tf') {
      [this.#font = ''] = this.#content.slice(from + 1, at).split(/\s/);
    } else if (operator === 'Tj' || operator === 'TJ') this.#show(from, at, to);
  }

  #show(from: number, at: number, to: number): void {
    if (this.#marks.includes(true)) {
      this.#replace(from, to, '');
      return;
    }
    const text = this.#content.slice(from, to);
    if (this.#isLast && this.#isHyphen(this.#content.slice(from, at)))
      this.#replace(from, to, `/Span <</ActualText <FEFF00AD>>> BDC\n${text}\nEMC`);
    this.#isLast = false;
  }

  #isHyphen(operands: string): boolean {
    const code = /^<([\da-f]+)>\s*$/i.exec(operands)?.[1]?.toUpperCase() ?? '';
    return hyphens.has(this.#textsOf(this.#font).get(code) ?? '');
  }

  #replace(from: number, to: number, text: string): void {
    this.#result += this.#content.slice(this.#written, from) + text;
    this.#written = to;
  }
}

/** U+002D and U+2010, as browsers write them. */
const hyphens: ReadonlySet<string> = new Set(['002D', '2010']);
