import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { lastAtOrBelow } from '../../../base/span.ts';
import type { WrittenHtml } from '../../../model/inline.ts';
import type { Span } from '../../../model/source.ts';
import type { TreeBuilder } from './builder.ts';

/** Adds the elements of a piece of HTML, which may start or end in another piece. */
export function addHtml(written: WrittenHtml, builder: TreeBuilder): void {
  const reader = new PieceReader(written, builder);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(written.text);
  tokenizer.end();
}

/** The offsets of the tokenizer's events refer to the text. */
class PieceReader implements TokenizerCallbacks {
  readonly #text: string;
  readonly #lines: readonly Span[];
  readonly #starts: readonly number[];
  readonly #builder: TreeBuilder;
  #tag = { name: '', start: 0, attributes: new Map<string, string>() };
  #attribute = { name: '', value: '' };

  constructor({ text, lines }: WrittenHtml, builder: TreeBuilder) {
    this.#text = text;
    this.#lines = lines;
    this.#builder = builder;
    const starts = [0];
    for (const line of text.split('\n')) starts.push((starts.at(-1) ?? 0) + line.length + 1);
    this.#starts = starts.slice(0, -1);
  }

  onopentagname(start: number, end: number): void {
    const name = this.#text.slice(start, end).toLowerCase();
    this.#tag = { name, start: start - 1, attributes: new Map() };
  }

  onattribname(start: number, end: number): void {
    this.#attribute = { name: this.#text.slice(start, end).toLowerCase(), value: '' };
  }

  onattribdata(start: number, end: number): void {
    this.#attribute.value += this.#text.slice(start, end);
  }

  onattribentity(codepoint: number): void {
    this.#attribute.value += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    const { name, value } = this.#attribute;
    if (!this.#tag.attributes.has(name)) this.#tag.attributes.set(name, value);
  }

  onopentagend(end: number): void {
    this.#openTag(end, false);
  }

  onselfclosingtag(end: number): void {
    this.#openTag(end, true);
  }

  onclosetag(start: number, end: number): void {
    this.#builder.closeTag(this.#text.slice(start, end).toLowerCase().trim());
  }

  ontext(start: number, end: number): void {
    this.#builder.text(this.#text.slice(start, end), this.#span(start, end));
  }

  ontextentity(codepoint: number, end: number): void {
    this.#builder.text(String.fromCodePoint(codepoint), this.#span(end - 1, end));
  }

  isInForeignContext = (): boolean => this.#builder.isForeign;

  onend(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  oncdata(): void {}

  #openTag(end: number, isEmpty: boolean): void {
    const { name, start, attributes } = this.#tag;
    this.#builder.openTag(name, this.#span(start, end + 1), attributes, isEmpty);
  }

  /** The span of a stretch of the text, up to the end of its line. */
  #span(start: number, end: number): Span {
    const index = lastAtOrBelow(this.#starts, start);
    const line = this.#lines[index] as Span;
    const offset = start - (this.#starts[index] ?? 0);
    const length = Math.min(end - start, line.length - offset);
    return { ...line, column: line.column + offset, length: Math.max(1, length) };
  }
}
