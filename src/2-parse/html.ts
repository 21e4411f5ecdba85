import { Tokenizer } from 'htmlparser2';
import type { AssetRef, HtmlPart, Span } from '../deck.ts';
import { claimId, type SlideContext } from './context.ts';
import type { SourceMap } from './source-map.ts';

/** Elements that would run code, load a file or take the page apart, and what to write instead. */
const forbidden: Readonly<Record<string, string>> = {
  script: 'list the file under "scripts:" in the front matter',
  style: 'put it into a file and list that under "styles:" in the front matter',
  iframe: 'a deck shows nothing from elsewhere; use a picture',
  object: 'use a picture or a video',
  embed: 'use a picture or a video',
  link: 'list style sheets under "styles:" in the front matter',
  meta: 'the front matter has the keys title, author and description',
  base: '',
  form: '',
  frame: '',
  frameset: '',
  noscript: '',
  template: '',
  plaintext: '',
  xmp: '',
  title: 'the front matter has the key title',
  html: '',
  head: '',
  body: '',
};

const voidElements = new Set('area br col hr img input source track wbr'.split(' '));
const optionalEnd = new Set(
  'p li dt dd tr td th thead tbody tfoot option optgroup rp rt'.split(' '),
);
const assetAttributes = new Set(['src', 'poster']);

/** Counts what a slide's own HTML opens and closes: a stray end would take the deck apart. */
export class TagBalance {
  readonly #open: { readonly name: string; readonly span: Span }[] = [];

  open(name: string, span: Span): void {
    this.#open.push({ name, span });
  }

  /** Whether there was one to close. */
  close(name: string): boolean {
    const index = this.#open.findLastIndex((tag) => tag.name === name);
    if (index >= 0) this.#open.splice(index, 1);
    return index >= 0;
  }

  get unclosed(): readonly { readonly name: string; readonly span: Span }[] {
    return this.#open.filter(({ name }) => !optionalEnd.has(name));
  }
}

/**
 * Checks a piece of the author's HTML and takes it apart where it names a file. Comments are left
 * out; everything else stays as it was written. A tag may begin in one piece and end in another.
 *
 * @param map leads from `text` to the file
 */
export function readHtml(text: string, map: SourceMap, context: SlideContext): readonly HtmlPart[] {
  const reader = new HtmlReader(text, map, context);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(text);
  tokenizer.end();
  return reader.finish();
}

/** Receives what the tokenizer finds, as offsets into the text. */
class HtmlReader {
  readonly #text: string;
  readonly #map: SourceMap;
  readonly #context: SlideContext;
  readonly #parts: HtmlPart[] = [];
  /** How much of the text has been taken over. */
  #done = 0;
  #tag = { name: '', start: 0 };
  #attribute = { name: '', start: 0, value: '', valueStart: -1, valueEnd: 0 };

  constructor(text: string, map: SourceMap, context: SlideContext) {
    this.#text = text;
    this.#map = map;
    this.#context = context;
  }

  finish(): readonly HtmlPart[] {
    this.#copyTo(this.#text.length);
    return this.#parts;
  }

  onopentagname(start: number, end: number): void {
    const name = this.#text.slice(start, end).toLowerCase();
    this.#tag = { name, start: start - 1 };
    if (Object.hasOwn(forbidden, name)) {
      const hint = forbidden[name] || undefined;
      this.#context.report.add(
        'html-unsafe',
        this.#map.span(start - 1, name.length + 1),
        `<${name}> cannot stand in a deck`,
        hint,
      );
    }
  }

  onattribname(start: number, end: number): void {
    this.#attribute = {
      name: this.#text.slice(start, end).toLowerCase(),
      start,
      value: '',
      valueStart: -1,
      valueEnd: 0,
    };
  }

  onattribdata(start: number, end: number): void {
    if (this.#attribute.valueStart < 0) this.#attribute.valueStart = start;
    this.#attribute.valueEnd = end;
    this.#attribute.value += this.#text.slice(start, end);
  }

  onattribentity(codepoint: number): void {
    this.#attribute.value += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    const { name, start, value, valueStart, valueEnd } = this.#attribute;
    const { report } = this.#context;
    const span = this.#map.span(start, name.length);
    if (name.startsWith('on')) {
      report.add(
        'html-unsafe',
        span,
        `${name} would run code`,
        'scripts run only where "scripts:" in the front matter lists them',
      );
    } else if (
      name === 'srcset' ||
      (name === 'href' && /^(?:image|use|feimage)$/.test(this.#tag.name) && !value.startsWith('#'))
    ) {
      report.add('html-unsafe', span, `${name} would load a file`, 'name the picture with src');
    } else if (name === 'href' && isUnsafeLink(value)) reportUnsafeLink(value, span, this.#context);
    else if (name === 'id') claimId(value, span, this.#context);
    else if (assetAttributes.has(name) && value !== '' && !value.startsWith('data:')) {
      this.#copyTo(valueStart);
      const ref: AssetRef = {
        path: value,
        from: this.#context.file.realPath,
        span: this.#map.span(valueStart, valueEnd - valueStart),
      };
      this.#parts.push(ref);
      this.#done = valueEnd;
    }
  }

  onopentagend(): void {
    const { name, start } = this.#tag;
    if (voidElements.has(name)) return;
    this.#context.tags.open(name, this.#map.span(start, name.length + 1));
  }

  onselfclosingtag(end: number): void {
    // Only foreign elements close themselves: a `<div/>` stays open in HTML.
    const isForeign =
      /^(?:svg|path|circle|rect|line|g|use|polyline|polygon|ellipse|text|tspan|stop|m\w+)$/.test(
        this.#tag.name,
      );
    if (!isForeign) this.onopentagend();
    void end;
  }

  onclosetag(start: number, end: number): void {
    const name = this.#text.slice(start, end).toLowerCase().trim();
    if (this.#context.tags.close(name) || optionalEnd.has(name)) return;
    this.#context.report.add(
      'html-unbalanced',
      this.#map.span(start - 2, name.length + 3),
      `</${name}> closes nothing on this slide`,
    );
  }

  oncomment(start: number, end: number, offset: number): void {
    this.#copyTo(start - 4);
    this.#done = Math.min(this.#text.length, end + 1);
    void offset;
  }

  oncdata(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontext(): void {}
  ontextentity(): void {}

  #copyTo(end: number): void {
    if (end > this.#done) this.#parts.push(this.#text.slice(this.#done, end));
    this.#done = Math.max(this.#done, end);
  }
}

/** Whether following a link would run code. Control characters and spaces do not hide its scheme from a browser. */
export function isUnsafeLink(href: string): boolean {
  return /^(?:javascript|vbscript|data):/i.test(href.replace(/[\u0000-\u0020]/g, ''));
}

export function reportUnsafeLink(href: string, span: Span, context: SlideContext): void {
  const scheme = /^\s*(\w+)/.exec(href)?.[1] ?? '';
  context.report.add('link-unsafe', span, `a link must not be a "${scheme}:" address`);
}
