import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { reportSettingsInComment } from '../../1-load/slides/settings-comment.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { escapeHtml } from '../../base/html.ts';
import type { HtmlPart } from '../../model/inline.ts';
import type { AssetRef, Span } from '../../model/source.ts';
import type { Source } from '../source.ts';
import { ImageLines, isImagePart, markPart } from './image-lines.ts';
import { checkAttribute, checkElement, isForbidden } from './unsafe-html.ts';
import { fillIn } from './variables.ts';

const voidElements = new Set('area br col hr img input source track wbr'.split(' '));
const optionalEnd = new Set(
  'p li dt dd tr td th thead tbody tfoot option optgroup rp rt'.split(' '),
);
const assetAttributes = new Set(['src', 'poster']);

/** Tracks the open tags of the author's HTML: a stray end tag would break the page. */
export class TagBalance {
  readonly #open: { readonly name: string; readonly span: Span }[] = [];

  open(name: string, span: Span): void {
    this.#open.push({ name, span });
  }

  /** Closes an element; returns whether it was open. */
  close(name: string): boolean {
    const index = this.#open.findLastIndex((tag) => tag.name === name);
    if (index >= 0) this.#open.splice(index, 1);
    return index >= 0;
  }

  /** Whether an `svg` or `math` element is open, in which other parsing rules apply. */
  get isForeign(): boolean {
    return this.#open.some(({ name }) => name === 'svg' || name === 'math');
  }

  get unclosed(): readonly { readonly name: string; readonly span: Span }[] {
    return this.#open.filter(({ name }) => !optionalEnd.has(name));
  }
}

export function reportUnclosedTags(tags: TagBalance, report: Report): void {
  for (const { name, span } of tags.unclosed) {
    const hint = `write </${name}> on the same slide, in the same block or slot`;
    report.add('html-unbalanced', span, `<${name}> is not closed`, hint);
  }
}

/**
 * Checks a piece of the author's HTML and splits it at the files that it names. Comments are removed and
 * variables replaced; everything else stays as written. An element may start in one piece and end in
 * another.
 *
 * @param source begins with `text`
 */
export function readHtml(text: string, source: Source): readonly HtmlPart[] {
  const reader = new HtmlReader(text, source);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(text);
  tokenizer.end();
  return reader.finish();
}

/** Elements that begin and end on a line of their own. */
const lineEnds = new Set(
  `address article aside blockquote br center dd details div dl dt fieldset figcaption figure footer
  h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th
  thead tr ul`.split(/\s+/),
);

/** Whether an attribute sets the width or height of its element. */
function setsSize(name: string, value: string): boolean {
  if (name === 'width' || name === 'height') return value !== '';
  return name === 'style' && /(?:^|[;\s-])(?:width|height|(?:inline|block)-size)\s*:/i.test(value);
}

/** Handles the events of the tokenizer, whose offsets refer to the text. */
class HtmlReader implements TokenizerCallbacks {
  readonly #text: string;
  readonly #source: Source;
  readonly #parts: HtmlPart[] = [];
  /** The offset up to which the text has been copied. */
  #done = 0;
  #tag = { name: '', start: 0, isFragment: false, hasIndex: false, isSized: false };
  #attribute = { name: '', start: 0, value: '', valueStart: -1, valueEnd: 0 };
  readonly #lines = new ImageLines();

  constructor(text: string, source: Source) {
    this.#text = text;
    this.#source = source;
  }

  finish(): readonly HtmlPart[] {
    this.#copyTo(this.#text.length);
    const areInText = this.#lines.finish().values();
    return this.#parts.map((part) =>
      isImagePart(part) ? markPart(part, areInText.next().value === true) : part,
    );
  }

  onopentagname(start: number, end: number): void {
    const name = this.#text.slice(start, end).toLowerCase();
    this.#tag = { name, start: start - 1, isFragment: false, hasIndex: false, isSized: false };
    if (lineEnds.has(name)) this.#lines.break();
    checkElement(name, this.#source.span(start - 1, name.length + 1), this.#source.report);
  }

  onattribname(start: number, end: number): void {
    const name = this.#text.slice(start, end).toLowerCase();
    this.#attribute = { name, start, value: '', valueStart: -1, valueEnd: 0 };
  }

  onattribdata(start: number, end: number): void {
    if (this.#attribute.valueStart < 0) this.#attribute.valueStart = start;
    this.#attribute.valueEnd = end;
    this.#attribute.value += this.#text.slice(start, end);
  }

  onattribentity(codepoint: number): void {
    this.#attribute.value += String.fromCodePoint(codepoint);
  }

  onattribend(quote: QuoteType): void {
    // The attributes of a forbidden element need no check.
    if (isForbidden(this.#tag.name)) return;
    const { name, start, value: written, valueStart } = this.#attribute;
    const value = fillIn(written, this.#source.from(valueStart));
    const span = this.#source.span(start, name.length);
    checkAttribute(this.#tag.name, name, value, span, this.#source.report);
    if (name === 'id') this.#source.findings.ids.push({ value, span });
    if (name === 'class') this.#tag.isFragment = /(?:^|\s)fragment(?:\s|$)/.test(value);
    if (name === 'data-fragment-index') this.#tag.hasIndex = true;
    if (setsSize(name, value)) this.#tag.isSized = true;
    if (assetAttributes.has(name) && value !== '' && !value.startsWith('data:')) {
      this.#replaceValue(this.#asset(value));
    } else if (value !== written) {
      const escaped = escapeHtml(value).replaceAll("'", '&#39;');
      this.#replaceValue(quote === QuoteType.Unquoted ? `"${escaped}"` : escaped);
    }
  }

  onopentagend(end: number): void {
    this.#endTag(end);
    const { name, start } = this.#tag;
    if (voidElements.has(name) || isForbidden(name)) return;
    this.#source.scope.tags.open(name, this.#source.span(start, name.length + 1));
  }

  onselfclosingtag(end: number): void {
    this.#endTag(this.#text.lastIndexOf('/', end));
    const { name, start } = this.#tag;
    // In HTML, a `<div/>` stays open.
    const isClosed = voidElements.has(name) || name === 'svg' || this.#source.scope.tags.isForeign;
    if (!isClosed && !isForbidden(name))
      this.#source.scope.tags.open(name, this.#source.span(start, name.length + 1));
  }

  onclosetag(start: number, end: number): void {
    const name = this.#text.slice(start, end).toLowerCase().trim();
    if (lineEnds.has(name)) this.#lines.break();
    if (this.#source.scope.tags.close(name) || isForbidden(name)) return;
    const span = this.#source.span(start - 2, name.length + 3);
    const message = `</${name}> closes nothing`;
    const hint = `write <${name}> above it, on the same slide, in the same block or slot`;
    this.#source.report.add('html-unbalanced', span, message, hint);
  }

  oncomment(start: number, end: number): void {
    const open = this.#text.lastIndexOf('<', start - 1);
    this.#copyTo(open);
    this.#done = Math.min(this.#text.length, end + 1);
    const comment = this.#text.slice(open, this.#done);
    const at = this.#source.from(open);
    if (!comment.startsWith('<!--')) this.#reportNoHtml(open);
    else if (!/^<!--(?:-?>|[\s\S]*--!?>$)/.test(comment)) {
      const { report } = this.#source;
      report.add(
        'comment-unclosed',
        at.span(0, 4),
        'this comment is not closed',
        'close it with -->',
      );
    } else reportSettingsInComment(comment, at.locate, this.#source.report);
  }

  ontext(start: number, end: number): void {
    const text = this.#text.slice(start, end);
    this.#lines.text(text);
    const filled = fillIn(text, this.#source.from(start), text, escapeHtml);
    if (filled === text) return;
    this.#copyTo(start);
    this.#parts.push(filled);
    this.#done = end;
  }

  isInForeignContext(): boolean {
    return this.#source.scope.tags.isForeign;
  }

  ondeclaration(start: number): void {
    this.#reportNoHtml(this.#text.lastIndexOf('<', start));
  }

  onprocessinginstruction(start: number): void {
    this.#reportNoHtml(this.#text.lastIndexOf('<', start));
  }

  oncdata(start: number): void {
    if (!this.isInForeignContext()) this.#reportNoHtml(this.#text.lastIndexOf('<', start));
  }

  onend(): void {}
  ontextentity(): void {}

  /** `<?` and the like: browsers hide what follows. */
  #reportNoHtml(start: number): void {
    const mark = /^<(?:\/|\?|!\[?)?/.exec(this.#text.slice(start, start + 10))?.[0] ?? '<';
    const span = this.#source.span(start, mark.length);
    const hint = 'for text, write &lt; or put it between backticks';
    this.#source.report.add(
      'html-unsafe',
      span,
      `"${mark}" begins nothing that a page shows`,
      hint,
    );
  }

  #asset(path: string): AssetRef {
    const { valueStart, valueEnd } = this.#attribute;
    const span = this.#source.span(valueStart, valueEnd - valueStart);
    return { path, from: this.#source.file.realPath, span };
  }

  #replaceValue(part: HtmlPart): void {
    this.#copyTo(this.#attribute.valueStart);
    this.#parts.push(part);
    this.#done = this.#attribute.valueEnd;
  }

  #endTag(at: number): void {
    this.#markStep(at);
    if (this.#tag.name !== 'img') return;
    this.#lines.image();
    this.#copyTo(at);
    this.#parts.push({ kind: 'image', isSized: this.#tag.isSized, inText: false });
  }

  /** Inserts a placeholder for the number of a step, which is known when the slide is rendered. */
  #markStep(at: number): void {
    if (!this.#tag.isFragment || this.#tag.hasIndex) return;
    this.#copyTo(at);
    this.#parts.push({ kind: 'step' });
  }

  #copyTo(end: number): void {
    if (end > this.#done) this.#parts.push(this.#text.slice(this.#done, end));
    this.#done = Math.max(this.#done, end);
  }
}
