import { QuoteType, type TokenizerCallbacks } from 'htmlparser2';
import { escapeHtml } from '../../../base/html.ts';
import type { HtmlPart } from '../../../model/inline.ts';
import type { Span } from '../../../model/source.ts';
import { noteOf } from '../../note-text.ts';
import type { Source } from '../../source.ts';
import { choosePicture } from '../images/choose-picture.ts';
import { ImageLines, lineEnds, markParts } from '../images/image-lines.ts';
import { fillIn, hasVariable } from '../variables.ts';
import { checkComment, checkMark } from './comment.ts';
import { Frames, isFrame } from './frames.ts';
import { isHidingElement } from './hidden.ts';
import { readLooks } from './looks.ts';
import { readStrayEnd, reportUnfinished } from './stray-end.ts';
import {
  emptyElements,
  endsOf,
  type OpenTag,
  reportOddity,
  reportTextInTable,
  type StartTag,
  startTag,
  type UnfinishedTag,
} from './tag-balance.ts';
import { checkAttribute, checkElement, isForbidden, reportRepeated } from './unsafe-html.ts';
import {
  assetOf,
  fillValue,
  isAsset,
  isAssetAttribute,
  isOwnTarget,
  sampleOf,
  writeParts,
} from './value-parts.ts';
import { WrittenAttribute } from './written-attribute.ts';

/** Reads a piece of the author's HTML. The offsets of the tokenizer's events refer to the text. */
export class HtmlReader implements TokenizerCallbacks {
  readonly #text: string;
  readonly #source: Source;
  readonly #parts: HtmlPart[] = [];
  /** The offset up to which the text has been copied. */
  #done = 0;
  #tag: StartTag = startTag('', 0, 0);
  #unfinished: UnfinishedTag | undefined;
  readonly #lines = new ImageLines();
  readonly #frames = new Frames();
  #attribute = new WrittenAttribute('', '', 0, 0);

  constructor(text: string, source: Source) {
    this.#text = text;
    this.#source = source;
  }

  finish(): readonly HtmlPart[] {
    if (this.#unfinished) this.#showUnfinished(this.#unfinished);
    this.#frames.finish(this.#source.report);
    this.#copyTo(this.#text.length);
    return markParts(this.#parts, this.#lines);
  }

  onopentagname(start: number, end: number): void {
    const name = this.#text.slice(start, end).toLowerCase();
    this.#copyTo(start - 1);
    const index = this.#parts.length;
    this.#tag = startTag(name, start - 1, index);
    if (!isFrame(name)) this.#unfinished = { start: start - 1, rest: start - 1, index };
    if (lineEnds.has(name)) this.#lines.break();
    // For reveal.js, a section would be a slide.
    if (name === 'section') this.#replace(start, end, 'div');
    const span = this.#source.span(start - 1, name.length + 1);
    checkElement(this.#text.slice(start, end), span, this.#source.report);
    this.#frames.open(name, span);
  }

  onattribname(start: number, end: number): void {
    this.#attribute = new WrittenAttribute(this.#tag.name, this.#text, start, end);
  }

  onattribdata(start: number, end: number): void {
    this.#attribute.add(this.#text, start, end);
  }

  onattribentity(codepoint: number): void {
    this.#attribute.addReference(codepoint);
  }

  onattribend(quote: QuoteType, end: number): void {
    const tag = this.#tag;
    // The attributes of a forbidden element need no check.
    if (isForbidden(tag.name)) return;
    const { name, start, nameEnd, value: written, valueStart } = this.#attribute;
    const parts = fillValue(written, !isAssetAttribute(name), this.#source.from(valueStart));
    const value = sampleOf(parts);
    const span = this.#source.span(start, nameEnd - start);
    if (tag.name === 'a' && name === 'name' && value.trim() !== '') {
      this.#readAnchor(value, span, end);
      return;
    }
    if (tag.attributes.has(name)) {
      if (!(name === 'id' && tag.name === 'a')) reportRepeated(name, span, this.#source.report);
      this.#remove(start, end);
      return;
    }
    tag.attributes.add(name);
    const isRest = start < tag.pathEnd;
    if (isRest || this.#source.scope.tags.pictures.set(tag.name, name, value, this.#valueSpan)) {
      this.#remove(start, end);
      return;
    }
    checkAttribute(tag.name, name, value, span, this.#source.report);
    if (name === 'id') this.#source.findings.ids.push({ value, span });
    if (this.#frames.set(name, value, this.#valueSpan)) return;
    if (name === 'class') this.#readClasses(value);
    readLooks(tag, this.#attribute, value, this.#text, this.#source);
    if (name === 'data-notes') {
      this.#source.findings.notes.push(noteOf(value, this.#valueSpan));
      this.#remove(start, end);
    } else if (isAsset(name, value)) {
      this.#replace(start, nameEnd, name);
      this.#replaceValue([assetOf(tag, this.#attribute, value, this.#text, this.#source)], quote);
    } else if (name === 'href' && isOwnTarget(tag.name, parts)) {
      if (!hasVariable(value)) this.#source.findings.links.push({ value, span: this.#valueSpan });
      this.#replaceValue([{ kind: 'target', href: value }], quote);
    } else if (value !== written) {
      this.#replaceValue(writeParts(parts, name), quote);
    }
  }

  onopentagend(end: number): void {
    this.#open(end, false);
  }

  onselfclosingtag(end: number): void {
    this.#open(end, true);
  }

  onclosetag(start: number, end: number): void {
    const name = this.#text.slice(start, end).toLowerCase().trim();
    if (lineEnds.has(name)) this.#lines.break();
    if (isForbidden(name)) return;
    const from = start - 2;
    const to = this.#text.indexOf('>', end) + 1 || this.#text.length;
    if (this.#text[to - 1] !== '>') this.#unfinished = { start: from, rest: end };
    if (isFrame(name)) {
      this.#remove(from, to);
      this.#frames.close(name, this.#parts);
      return;
    }
    const span = this.#source.span(from, name.length + 3);
    const { tags } = this.#source.scope;
    const closed = tags.close(name);
    if (!closed) {
      this.#replace(from, to, readStrayEnd(name, span, this.#source));
      return;
    }
    const { ended, oddity, isEnded } = closed;
    const outer = ended.at(-1);
    this.#copyTo(from);
    this.#parts.push(...endsOf(ended.slice(0, -1)));
    if (isEnded || outer?.range === 'notes') this.#remove(from, to);
    else if (name === 'section') this.#replace(from, to, '</div>');
    else this.#copyTo(to);
    if (outer) this.#parts.push(...endsOf([outer]));
    reportOddity(oddity, span, this.#source.report);
  }

  oncomment(start: number, end: number): void {
    const open = this.#text.lastIndexOf('<', start - 1);
    this.#copyTo(open);
    this.#done = Math.min(this.#text.length, end + 1);
    checkComment(this.#text.slice(open, this.#done), this.#source.from(open));
  }

  ontext(start: number, end: number): void {
    const text = this.#text.slice(start, end);
    this.#lines.text(text);
    reportTextInTable(text, this.#source.from(start));
    const filled = fillIn(text, this.#source.from(start), text, escapeHtml);
    if (filled === text) return;
    this.#copyTo(start);
    this.#parts.push(filled);
    this.#done = end;
  }

  isInForeignContext = (): boolean => this.#source.scope.tags.isForeign;
  ondeclaration = (start: number): void => checkMark(this.#text, start, this.#source);
  onprocessinginstruction = (start: number): void => checkMark(this.#text, start, this.#source);
  oncdata(start: number): void {
    if (!this.isInForeignContext()) checkMark(this.#text, start, this.#source);
  }

  onend(): void {}
  ontextentity(): void {}

  get #valueSpan(): Span {
    const { valueStart, valueEnd } = this.#attribute;
    return this.#source.span(valueStart, valueEnd - valueStart);
  }

  #replaceValue(parts: readonly HtmlPart[], quote: QuoteType): void {
    this.#copyTo(this.#attribute.valueStart);
    const mark = quote === QuoteType.Unquoted ? ['"'] : [];
    this.#parts.push(...mark, ...parts, ...mark);
    this.#done = this.#attribute.valueEnd;
  }

  #replace(start: number, end: number, text: string): void {
    this.#remove(start, end);
    this.#parts.push(text);
  }

  #remove(start: number, end: number): void {
    this.#copyTo(start);
    this.#done = Math.max(this.#done, end);
  }

  /** Notes may be in an element of this class, as in reveal.js. */
  #readClasses(value: string): void {
    const classes = value.split(/\s+/);
    if (classes.includes('notes')) this.#tag.range = 'notes';
    this.#tag.isFragment = classes.includes('fragment');
    const start = this.#attribute.find('fragment', this.#text);
    if (start === undefined) return;
    this.#remove(start, start + 'fragment'.length);
    this.#parts.push({ kind: 'fragment' });
  }

  /** `<a name="x">` is the target of links, as in earlier versions of HTML: its name becomes its id. */
  #readAnchor(value: string, span: Span, end: number): void {
    const [{ attributes }, { start, name }] = [this.#tag, this.#attribute];
    if (attributes.has('id')) this.#remove(start, end);
    else {
      this.#source.findings.ids.push({ value, span });
      this.#replace(start, start + name.length, 'id');
    }
    attributes.add(name).add('id');
  }

  /** @param end of the tag: the offset of its last character */
  #open(end: number, hasSlash: boolean): void {
    const { name, start, index, attributes, range: own, isSized } = this.#tag;
    this.#unfinished = undefined;
    if (isForbidden(name)) return;
    const { tags } = this.#source.scope;
    const isSource = name === 'source' && tags.pictures.endSource();
    if (isSource) this.#parts.length = index;
    if (isSource || this.#frames.render(this.#parts, index, this.#source)) {
      this.#done = end + 1;
      return;
    }
    const mark = hasSlash ? this.#text.lastIndexOf('/', end) : end;
    this.#markStep(mark);
    const isVoid = name === 'image' ? !tags.isForeign : emptyElements.has(name);
    if (isVoid && (name === 'img' || name === 'image')) {
      this.#lines.image();
      this.#copyTo(mark);
      const source = choosePicture(this.#tag, this.#parts, this.#source);
      this.#parts.push({ kind: 'image', isSized, ...(source && { source }) });
    }
    const isRoot = name === 'svg' || name === 'math';
    const isEmpty = isVoid || (hasSlash && (isRoot || tags.isForeign));
    const span = this.#source.span(start, name.length + 1);
    const isTooDeep = !isEmpty && tags.isTooDeep(name, span, this.#source.report);
    const written = own ?? (isHidingElement(name, attributes) ? 'hidden' : undefined);
    const range = isTooDeep ? undefined : written;
    const tag: OpenTag = { name, span, ...(range && { range }) };
    const { ended, oddity } = isEmpty || isTooDeep ? tags.openVoid(name) : tags.open(tag, hasSlash);
    reportOddity(oddity, span, this.#source.report);
    if (isTooDeep || (range === 'notes' && !isEmpty)) {
      this.#parts.length = index;
      this.#done = end + 1;
    } else this.#copyTo(end + 1);
    const edges: HtmlPart[] = range ? [{ kind: 'start', of: range, span }] : [];
    this.#parts.splice(index, 0, ...endsOf(ended), ...edges);
    if (!isEmpty) return;
    if (range) this.#parts.push(...endsOf([tag]));
    tags.lastVoid = { name, span: this.#source.span(end + 1, 0) };
  }

  /** Inserts a placeholder for the number of a step, which is known when the slide is rendered. */
  #markStep(at: number): void {
    if (!this.#tag.isFragment || this.#tag.attributes.has('data-fragment-index')) return;
    this.#copyTo(at);
    this.#parts.push({ kind: 'step' });
  }

  /** Browsers would read the text below as a part of the tag. */
  #showUnfinished({ start, rest, index }: UnfinishedTag): void {
    if (index !== undefined) this.#parts.length = index;
    this.#parts.push(escapeHtml(this.#text.slice(rest)));
    this.#done = this.#text.length;
    reportUnfinished(this.#text.slice(start), this.#source.from(start));
  }

  #copyTo(end: number): void {
    if (end > this.#done) this.#parts.push(this.#text.slice(this.#done, end));
    this.#done = Math.max(this.#done, end);
  }
}
