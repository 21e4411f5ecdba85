import { Tokenizer } from 'marked';

/** Lines that are marks, as they are read in `marks.ts`; and footnotes. */
const markLine =
  /^(?::{3,}[ \t]*(?:[A-Za-z].*)?|::[A-Za-z][\w-]*::[ \t]*|\. \. \.[ \t]*|Notes?:(?:\s.*)?|\[\^[^\]\s]+\]:.*|---?[ \t]*)$/gm;

/** HTML that goes on to a blank line, and not to an end of its own as a comment does. */
const plainHtml = /^ {0,3}<(?!!|\?|(?:pre|script|style|textarea)\b)/i;

/**
 * Lets a mark end the list, quote, table or HTML that it touches. By CommonMark's rules these take in
 * any line below them that is no block of its own, and a mark is none to the lexer.
 */
export class MarkTokenizer extends Tokenizer {
  readonly #text: string;
  /** Offsets of the mark lines that are still ahead, the nearest one last. */
  readonly #marksAhead: number[];
  /** The rest of the text at the place where the lexer is, outside of lists and quotes. */
  #rest = '';

  constructor(text: string) {
    super();
    this.#text = text;
    this.#marksAhead = Array.from(text.matchAll(markLine), ({ index }) => index).reverse();
  }

  enter(rest: string): void {
    this.#rest = rest;
    const offset = this.#text.length - rest.length;
    while ((this.#marksAhead.at(-1) ?? offset + 1) <= offset) this.#marksAhead.pop();
  }

  override list(src: string) {
    return super.list(this.#upTo(this.#marksAhead.at(-1), src));
  }

  override blockquote(src: string) {
    return super.blockquote(this.#upTo(this.#marksAhead.at(-1), src));
  }

  override table(src: string) {
    return super.table(this.#upTo(this.#marksAhead.at(-1), src));
  }

  /** A break in HTML is text. */
  override html(src: string) {
    return super.html(plainHtml.test(src) ? this.#upTo(this.#nextButBreak, src) : src);
  }

  /** Dashes under text make it a heading, but not text with a mark in it. */
  override lheading(src: string) {
    return super.lheading(this.#upTo(this.#nextButBreak, src));
  }

  get #nextButBreak(): number | undefined {
    return this.#marksAhead.findLast((offset) => this.#text[offset] !== '-');
  }

  #upTo(mark: number | undefined, src: string): string {
    if (mark === undefined || src !== this.#rest) return src;
    return src.slice(0, mark - (this.#text.length - src.length));
  }
}

/** Lets a mark end a paragraph that it touches. Looks no further than the paragraph, for the time's sake. */
export function nextMark(src: string): number | undefined {
  const end = src.search(/\n[ \t]*\n/);
  const paragraph = end < 0 ? src : src.slice(0, end);
  const at = paragraph.search(
    /\n(?::{3,}[ \t]*(?:[A-Za-z]|$)|::[A-Za-z][\w-]*::[ \t]*$|\. \. \.[ \t]*$|Notes?:(?:\s|$)|\[\^[^\]\s]+\]:)/m,
  );
  return at < 0 ? undefined : at + 1;
}
