import { Tokenizer, type Tokens } from 'marked';
import { findAttributesBelow } from './attribute-list.ts';

/** Lines that are marks, as they are read in `marks.ts`; and footnotes. */
const markLine =
  /^(?::{3,}[ \t]*(?:[A-Za-z].*)?|::[A-Za-z][\w-]*::[ \t]*|\. \. \.[ \t]*|Notes?:(?:\s.*)?|\[\^[^\]\s]+\]:.*|---?[ \t]*)$/gm;

/** Reads a list, a quote or a table without the attribute list below it. */
export class AttributeTokenizer extends Tokenizer {
  override list(src: string): Tokens.List | undefined {
    return this.#readAbove(src, (text) => super.list(text));
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    return this.#readAbove(src, (text) => super.blockquote(text));
  }

  override table(src: string): Tokens.Table | undefined {
    return this.#readAbove(src, (text) => super.table(text));
  }

  /** What was read too far is read again, up to the attribute list. */
  #readAbove<T extends Tokens.List | Tokens.Blockquote | Tokens.Table>(
    src: string,
    read: (src: string) => T | undefined,
  ): T | undefined {
    const { inlineQueue } = this.lexer;
    const queued = inlineQueue.length;
    const token = read(src);
    const end = token && findAttributesBelow(token);
    if (end === undefined) return token;
    inlineQueue.length = queued;
    return read(src.slice(0, end));
  }
}

/** HTML that goes on to a blank line, and not to an end of its own as a comment does. */
const plainHtml = /^ {0,3}<(?!!|\?|(?:pre|script|style|textarea)\b)/i;

/**
 * Lets a mark end the list, quote, table or HTML that it touches. By CommonMark's rules these take in
 * any line below them that is no block of its own, and a mark is none to the lexer.
 */
export class MarkTokenizer extends AttributeTokenizer {
  readonly #text: string;
  readonly #stop: number;
  readonly #marks: Iterator<{ readonly index: number }>;
  /** Offsets of mark lines that are still ahead, the nearest one first, as far as they were looked for. */
  readonly #marksAhead: number[] = [];
  /** The rest of the text at the place where the lexer is, outside of lists and quotes. */
  #rest = '';

  /** @param stop the offset of a break at which there is no need to go on */
  constructor(text: string, stop = Number.POSITIVE_INFINITY) {
    super();
    this.#text = text;
    this.#stop = stop;
    this.#marks = text.matchAll(markLine);
  }

  enter(rest: string): void {
    this.#rest = rest;
    while ((this.#marksAhead[0] ?? this.#offset + 1) <= this.#offset) this.#marksAhead.shift();
  }

  /** Whether the lexer is where it need not go on. */
  get isAtStop(): boolean {
    return this.#offset === this.#stop;
  }

  override list(src: string) {
    return super.list(
      this.#upTo(
        this.#nextMark(() => true),
        src,
      ),
    );
  }

  override blockquote(src: string) {
    return super.blockquote(
      this.#upTo(
        this.#nextMark(() => true),
        src,
      ),
    );
  }

  override table(src: string) {
    return super.table(
      this.#upTo(
        this.#nextMark(() => true),
        src,
      ),
    );
  }

  /** A break in HTML is text. */
  override html(src: string) {
    return super.html(plainHtml.test(src) ? this.#upTo(this.#nextMark(isNoBreak), src) : src);
  }

  /** Dashes under text make it a heading, but not text with a mark in it. */
  override lheading(src: string) {
    return super.lheading(this.#upTo(this.#nextMark(isNoBreak), src));
  }

  get #offset(): number {
    return this.#text.length - this.#rest.length;
  }

  /** The offset of the next mark whose first character is as asked for. */
  #nextMark(isWanted: (character: string | undefined) => boolean): number | undefined {
    const found = this.#marksAhead.find((offset) => isWanted(this.#text[offset]));
    if (found !== undefined) return found;
    for (;;) {
      const { value, done } = this.#marks.next();
      if (done) return undefined;
      if (value.index <= this.#offset) continue;
      this.#marksAhead.push(value.index);
      if (isWanted(this.#text[value.index])) return value.index;
    }
  }

  #upTo(mark: number | undefined, src: string): string {
    if (mark === undefined || src !== this.#rest) return src;
    return src.slice(0, mark - (this.#text.length - src.length));
  }
}

function isNoBreak(character: string | undefined): boolean {
  return character !== '-';
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
