import { Tokenizer, type Tokens } from 'marked';
import { findAttributesBelow } from './attribute-list.ts';
import { opensAfterWide } from './flanking.ts';
import { hasTitle, readLooseLink } from './loose-link.ts';

/** Lines that are markers, as read in `block-extensions.ts`, and footnotes. */
const markerLine =
  /^(?::{3,}[ \t]*(?:[A-Za-z{].*)?|::[A-Za-z][\w-]*::[ \t]*|\. \. \.[ \t]*|Notes?:(?:\s.*)?|\[\^[^\]\s]+\]:.*|---?[ \t]*)$/gm;

/** Reads a list, a quote or a table without the attribute list below it, and emphasis in all languages. */
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

  override emStrong(src: string, masked: string, before: string) {
    return super.emStrong(src, masked, isAfterWide(src, masked) ? '' : before);
  }

  /** Two tildes strike out; a single one, as in `10~20`, is text. */
  override del(src: string, masked: string, before: string) {
    if (!/^~~(?!~)/.test(src)) return undefined;
    return super.del(src, masked, isAfterWide(src, masked) ? '' : before);
  }

  override link(src: string): Tokens.Link | Tokens.Image | undefined {
    const link = super.link(src);
    return link && hasTitle(link) ? link : readLooseLink(src, this.lexer);
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

/** @param masked the whole text, which ends with the length of `src` */
function isAfterWide(src: string, masked: string): boolean {
  const start = masked.length - src.length;
  return opensAfterWide(masked.slice(Math.max(0, start - 3), start), src);
}

/** HTML that goes on to a blank line, and not to an end of its own as a comment does. */
const plainHtml = /^ {0,3}<(?!!|\?|(?:pre|script|style|textarea)\b)/i;

/**
 * Lets a marker end the list, quote, table or HTML directly above it. CommonMark continues these with any
 * line that does not start a block, and the lexer does not know that a marker does.
 */
export class MarkerTokenizer extends AttributeTokenizer {
  readonly #text: string;
  readonly #stop: number;
  readonly #markers: Iterator<{ readonly index: number }>;
  /** The next marker lines that were found, and those among them that are no breaks. */
  readonly #ahead = new Offsets();
  readonly #othersAhead = new Offsets();
  /** The rest of the text at the place where the lexer is, outside of lists and quotes. */
  #rest = '';

  /** @param stop the offset of a break at which there is no need to go on */
  constructor(text: string, stop = Number.POSITIVE_INFINITY) {
    super();
    this.#text = text;
    this.#stop = stop;
    this.#markers = text.matchAll(markerLine);
  }

  enter(rest: string): void {
    this.#rest = rest;
  }

  /** Whether the lexer is where it need not go on. */
  get isAtStop(): boolean {
    return this.#offset === this.#stop;
  }

  override list(src: string) {
    return super.list(this.#upTo(this.#nextMarker(), src));
  }

  override blockquote(src: string) {
    return super.blockquote(this.#upTo(this.#nextMarker(), src));
  }

  override table(src: string) {
    return super.table(this.#upTo(this.#nextMarker(), src));
  }

  /** A break in HTML is text. */
  override html(src: string) {
    return super.html(plainHtml.test(src) ? this.#upTo(this.#nextMarker(true), src) : src);
  }

  /** Dashes below text make it a heading, unless a marker is between. */
  override lheading(src: string) {
    return super.lheading(this.#upTo(this.#nextMarker(true), src));
  }

  get #offset(): number {
    return this.#text.length - this.#rest.length;
  }

  /** The offset of the next marker, or of the next one that is no break. */
  #nextMarker(isOther = false): number | undefined {
    const ahead = isOther ? this.#othersAhead : this.#ahead;
    const found = ahead.after(this.#offset);
    if (found !== undefined) return found;
    for (;;) {
      const { value, done } = this.#markers.next();
      if (done) return undefined;
      if (value.index <= this.#offset) continue;
      const isBreak = this.#text[value.index] === '-';
      this.#ahead.add(value.index);
      if (!isBreak) this.#othersAhead.add(value.index);
      if (!isBreak || !isOther) return value.index;
    }
  }

  #upTo(marker: number | undefined, src: string): string {
    if (marker === undefined || src !== this.#rest) return src;
    return src.slice(0, marker - (this.#text.length - src.length));
  }
}

/** Offsets in ascending order, which are left behind one after the other. */
class Offsets {
  readonly #all: number[] = [];
  #first = 0;

  add(offset: number): void {
    this.#all.push(offset);
  }

  /** The first one after an offset, which never decreases from call to call. */
  after(offset: number): number | undefined {
    while ((this.#all[this.#first] ?? offset + 1) <= offset) this.#first++;
    return this.#all[this.#first];
  }
}

/** Finds a marker that interrupts a paragraph. Searches only the paragraph, to save time. */
export function nextMarker(src: string): number | undefined {
  const end = src.search(/\n[ \t]*\n/);
  const paragraph = end < 0 ? src : src.slice(0, end);
  const at = paragraph.search(
    /\n(?::{3,}[ \t]*(?:[A-Za-z{]|$)|::[A-Za-z][\w-]*::[ \t]*$|\. \. \.[ \t]*$|Notes?:(?:\s|$)|\[\^[^\]\s]+\]:)/m,
  );
  return at < 0 ? undefined : at + 1;
}
