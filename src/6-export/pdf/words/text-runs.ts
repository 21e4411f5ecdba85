import { scanContent } from '../content/operators.ts';

/** What a text object, `BT … ET`, shows. */
export interface TextRun {
  /** In the order in which it is read. */
  readonly text: string;
  /** What it shows first and last. */
  readonly first: string;
  readonly last: string;
  /** The place of its line across the direction of the text. */
  readonly line: number;
  /** The font that is set at its end. */
  readonly font: string;
  readonly size: string;
  /** Whether it is the number or mark of a list item, which is in no text of the deck. */
  readonly isLabel: boolean;
  /** Where its `ET` is. */
  readonly end: number;
}

/** The texts of a font's glyphs by their codes in hexadecimal digits, as UTF-16 in such digits. */
export type GlyphTexts = ReadonlyMap<string, string>;

/** Reads the texts of a content stream. @param textsOf of a font by its name */
export function readTextRuns(
  content: string,
  textsOf: (font: string) => GlyphTexts,
): readonly TextRun[] {
  const reader = new TextReader(content, textsOf);
  scanContent(content, (operator, from, at) => reader.visit(operator, from, at));
  return reader.runs;
}

/** Marked content that is open, from a text on. */
interface Mark {
  readonly kind: 'replaced' | 'reversed' | 'label' | 'other';
  readonly from: number;
}

class TextReader {
  readonly runs: TextRun[] = [];
  readonly #content: string;
  readonly #textsOf: (font: string) => GlyphTexts;
  readonly #marks: Mark[] = [];
  #texts: string[] = [];
  #first = '';
  #last = '';
  #line = 0;
  #font = '';
  #size = '';

  constructor(content: string, textsOf: (font: string) => GlyphTexts) {
    this.#content = content;
    this.#textsOf = textsOf;
  }

  visit(operator: string, from: number, at: number): void {
    if (operator === 'BT') this.#begin();
    else if (operator === 'ET') this.#end(at);
    else if (operator === 'Tj' || operator === 'TJ') this.#show(this.#content.slice(from, at));
    else if (operator === 'BDC' || operator === 'BMC') this.#mark(this.#content.slice(from, at));
    else if (operator === 'EMC') this.#unmark();
    else if (operator === 'Tf') {
      [this.#font = '', this.#size = ''] = this.#content
        .slice(from + 1, at)
        .trim()
        .split(/\s+/);
    } else if (operator === 'Tm') {
      const [a, , , , x = 0, y = 0] = this.#content.slice(from, at).trim().split(/\s+/).map(Number);
      this.#line = a === 0 ? x : y;
    }
  }

  #begin(): void {
    this.#texts = [];
    this.#first = this.#last = '';
  }

  #end(end: number): void {
    const [first, last, line, font, size] = [
      this.#first,
      this.#last,
      this.#line,
      this.#font,
      this.#size,
    ];
    const isLabel = this.#marks.some(({ kind }) => kind === 'label');
    this.runs.push({ text: this.#texts.join(''), first, last, line, font, size, isLabel, end });
  }

  #show(operands: string): void {
    if (this.#marks.some(({ kind }) => kind === 'replaced')) return;
    const texts = this.#textsOf(this.#font);
    const [code = '0000'] = texts.keys();
    const codes = new RegExp(`.{${code.length}}`, 'g');
    for (const [, digits = ''] of operands.matchAll(/<([\da-f]*)>/gi))
      for (const [each] of digits.matchAll(codes))
        this.#add(readUtf16(texts.get(each.toUpperCase()) ?? ''));
  }

  #add(text: string): void {
    this.#texts.push(text);
    this.#first ||= text;
    this.#last = text;
  }

  #mark(operands: string): void {
    const from = this.#texts.length;
    const text = /\/ActualText <(?:FEFF)?([\da-f]*)>/i.exec(operands)?.[1];
    if (text !== undefined) this.#add(readUtf16(text));
    this.#marks.push({ kind: text === undefined ? kindOf(operands) : 'replaced', from });
  }

  #unmark(): void {
    const mark = this.#marks.pop();
    if (mark?.kind !== 'reversed') return;
    this.#texts.push(...this.#texts.splice(mark.from).reverse());
  }
}

function kindOf(operands: string): Mark['kind'] {
  if (operands.startsWith('/Lbl ')) return 'label';
  return operands.includes('/ReversedChars') ? 'reversed' : 'other';
}

function readUtf16(digits: string): string {
  const units = digits.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}
