import { readTag } from './read-tag.ts';
import { type Region, Regions, type Tag } from './regions.ts';

export interface RegionOptions {
  /** `$…$` and `$$…$$` are formulas. */
  readonly formulas?: boolean;
  /** Tags of components, such as `<v-click>` and `<Toc />`, begin HTML blocks at the start of a line, as in Vue. */
  readonly components?: boolean;
  /** The part of the text that is read; other offsets are in no region. */
  readonly start?: number;
  readonly end?: number;
}

/**
 * Finds code, comments, tags and addresses in Markdown, as CommonMark has them: fences also in lists and quotes,
 * text in HTML blocks up to a blank line. Everything else in a translation works outside of them.
 */
export function findRegions(text: string, options: RegionOptions = {}): Regions {
  const { start = 0, end = text.length } = options;
  return new Regions(text, new Scanner(text.slice(0, end), start, options).scan());
}

/** Marks of lists and quotes, and the indent. */
const prefix = String.raw`[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*`;
const fenceLine = new RegExp(
  `(${prefix})(\`{3,}(?=[^\`\\n]*(?:\\n|$))|~{3,})([^\\n]*)(?:\\n|$)`,
  'y',
);
const blankLine = /[ \t]*(?:\n|$)/y;
const indentedLine = /(?: {4}| {0,3}\t)[^\n]*\S[^\n]*(?:\n|$)/y;
const listLine = /\s*(?:[-*+]|\d{1,9}[.)]|:|\[\^)/y;
const linePrefix = new RegExp(prefix, 'y');
/** Text up to what may begin a region. */
const plain = /[^\\`<$h\n]+/y;
const ticks = /`+/y;
const address = /https?:\/\/[^\s<>"'`]*[^\s<>"'`.,;:!?)\]}*_~=^]/y;
const autolink = /<(?:[A-Za-z][\w+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[\w.-]+)>/y;
const displayed = /\$\$(?!\$)(?:\\[^\n]|(?!\$\$|\n---?[ \t]*\n)[^\\]|\\\n){1,8000}?\$\$/y;
const inlineFormula = /\$(?![\s$])(?:\\[^\n]|[^\\$\n]|\n(?![ \t]*\n)){1,500}?(?<!\s)\$(?!\d)/y;

/** The elements of which an HTML block begins on a line with any text: https://spec.commonmark.org/0.31.2/#html-blocks */
const blockNames = new Set(
  `address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl
  dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend
  li link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td
  tfoot th thead title tr track ul`.split(/\s+/),
);

class Scanner {
  readonly #text: string;
  readonly #formulas: boolean;
  readonly #components: boolean;
  readonly #regions: Region[] = [];
  #at: number;
  #isLineStart = true;
  #isAfterBlank = true;
  /** Whether the text is that of an HTML block, which a blank line ends. */
  #isHtml = false;
  /** Whether the end of the line ends it, as after a comment. */
  #isHtmlLine = false;
  /** Whether the last line without indent is of a list, so that an indent is not code. */
  #isInList = false;
  /** Where the text between tags of an HTML block begins. */
  #htmlStart: number | undefined;
  /** The end of the paragraph in which code spans were looked for, and how many ticks have no partner there. */
  #paragraphEnd = -1;
  readonly #withoutPartner = new Set<number>();

  constructor(
    text: string,
    start: number,
    { formulas = false, components = false }: RegionOptions,
  ) {
    this.#text = text;
    this.#at = start;
    this.#formulas = formulas;
    this.#components = components;
  }

  scan(): readonly Region[] {
    while (this.#at < this.#text.length) {
      if (!this.#isLineStart || !this.#scanLine()) this.#scanText();
    }
    this.#endHtml(this.#at);
    return this.#regions;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text);
  }

  /** Reads what only the start of a line decides. @returns whether it read something */
  #scanLine(): boolean {
    const [blank] = this.#match(blankLine) ?? [];
    if (blank !== undefined) {
      this.#leaveHtml();
      this.#isAfterBlank = true;
      this.#at += Math.max(1, blank.length);
      return true;
    }
    if (!this.#isHtml && (this.#scanIndented() || this.#scanFence())) return true;
    this.#isLineStart = false;
    if (!this.#isHtml) this.#enterHtml();
    this.#isAfterBlank = false;
    return false;
  }

  #scanIndented(): boolean {
    const [line] = this.#match(indentedLine) ?? [];
    if (line === undefined) {
      this.#isInList =
        this.#match(listLine) !== null || (this.#isInList && /\s/.test(this.#text[this.#at] ?? ''));
      return false;
    }
    if (this.#isInList || !this.#isAfterBlank) return false;
    this.#add({ kind: 'indented', start: this.#at, end: this.#at + line.length });
    return true;
  }

  #scanFence(): boolean {
    const [line, before = '', marks = '', rest = ''] = this.#match(fenceLine) ?? [];
    if (line === undefined) return false;
    const start = this.#at + before.length;
    const innerStart = this.#at + line.length;
    const [innerEnd, end] = this.#closingFence(innerStart, marks);
    this.#add({
      kind: 'fence',
      start,
      end,
      prefix: before,
      marks,
      info: rest.trim(),
      infoStart: start + marks.length + rest.length - rest.trimStart().length,
      inner: { start: innerStart, end: innerEnd },
      isClosed: innerEnd < end,
    });
    this.#isLineStart = true;
    this.#isAfterBlank = false;
    return true;
  }

  /** @returns the end of the code, and that of the line that closes it */
  #closingFence(from: number, marks: string): readonly [number, number] {
    const closing = new RegExp(`^[ \\t>]*${marks[0]}{${marks.length},}[ \\t]*(?:\\n|$)`, 'gm');
    closing.lastIndex = from;
    const match = closing.exec(this.#text);
    const length = this.#text.length;
    return match ? [match.index, match.index + match[0].length] : [length, length];
  }

  /** Whether the line begins an HTML block. */
  #enterHtml(): void {
    const [before = ''] = this.#match(linePrefix) ?? [];
    const start = this.#at + before.length;
    const tag = readTag(this.#text, start);
    this.#isHtmlLine = this.#text.startsWith('<!--', start) || (tag ? isRaw(tag.name) : false);
    this.#isHtml = this.#isHtmlLine || (tag ? this.#opensBlock(tag) : false);
  }

  #opensBlock({ name, end }: Tag): boolean {
    const isAlone = /^[ \t]*(?:\n|$)/.test(this.#text.slice(end, end + 200));
    const isBlock =
      (this.#components && /^[A-Z]|-/.test(name)) || blockNames.has(name.toLowerCase());
    return isBlock || (isAlone && this.#isAfterBlank);
  }

  #scanText(): void {
    const character = this.#text[this.#at];
    if (character === '\n') {
      if (this.#isHtmlLine) this.#leaveHtml();
      this.#at++;
      this.#isLineStart = true;
    } else if (character === '<') this.#scanAngle();
    else if (this.#isHtml) this.#skip(/[^<\n]+/y);
    else if (character === '\\') this.#at += this.#text[this.#at + 1] === '\n' ? 1 : 2;
    else if (character === '`') this.#scanCode();
    else if (character === '$') this.#scanFormula();
    else if (character === 'h') this.#addMatch(address, 'link');
    else this.#skip(plain);
  }

  #skip(pattern: RegExp): void {
    const [text = ' '] = this.#match(pattern) ?? [];
    if (this.#isHtml) this.#htmlStart ??= this.#at;
    this.#at += text.length;
  }

  #scanAngle(): void {
    if (this.#text.startsWith('<!--', this.#at)) this.#scanComment();
    else {
      const tag = readTag(this.#text, this.#at);
      if (tag && !this.#match(autolink)) {
        this.#add({ ...tag, isInHtml: this.#isHtml });
        if (!tag.isEnd) this.#scanRaw(tag.name.toLowerCase());
      } else if (this.#isHtml) this.#skip(/</y);
      else this.#addMatch(autolink, 'link');
    }
  }

  #scanComment(): void {
    const close = this.#text.indexOf('-->', this.#at + 4);
    const end = close < 0 ? this.#text.length : close + 3;
    const text = this.#text.slice(this.#at + 4, close < 0 ? end : close);
    this.#add({ kind: 'comment', start: this.#at, end, text });
  }

  /** The content of an element that is no Markdown up to its end tag. */
  #scanRaw(name: string): void {
    if (!isRaw(name)) return;
    const endTag = new RegExp(`</${name}[\\s>]`, 'gi');
    endTag.lastIndex = this.#at;
    const end = endTag.exec(this.#text)?.index ?? this.#text.length;
    while (this.#at < end) {
      const next = name === 'pre' ? this.#text.indexOf('<', this.#at) : end;
      const stop = next < 0 || next > end ? end : next;
      if (stop > this.#at) this.#add({ kind: 'raw', start: this.#at, end: stop });
      else if (this.#text.startsWith('<!--', this.#at)) this.#scanComment();
      else
        this.#add(readTag(this.#text, this.#at) ?? { kind: 'raw', start: this.#at, end: stop + 1 });
    }
  }

  #scanCode(): void {
    const [marks = '`'] = this.#match(ticks) ?? [];
    const end = this.#partner(marks);
    if (end === undefined) this.#at += marks.length;
    else this.#add({ kind: 'code', start: this.#at, end });
  }

  /** The end of the code span that begins here. */
  #partner(marks: string): number | undefined {
    if (this.#at >= this.#paragraphEnd) {
      const stop = this.#text.slice(this.#at).search(/\n[ \t]*(?:\n|$)/);
      this.#paragraphEnd = stop < 0 ? this.#text.length : this.#at + stop;
      this.#withoutPartner.clear();
    }
    if (this.#withoutPartner.has(marks.length)) return undefined;
    const closing = new RegExp(`(?<!\`)\`{${marks.length}}(?!\`)`);
    const inner = this.#text.slice(this.#at + marks.length, this.#paragraphEnd);
    const found = closing.exec(inner)?.index;
    if (found !== undefined) return this.#at + found + 2 * marks.length;
    this.#withoutPartner.add(marks.length);
    return undefined;
  }

  #scanFormula(): void {
    const match = this.#formulas ? (this.#match(displayed) ?? this.#match(inlineFormula)) : null;
    if (match) this.#add({ kind: 'formula', start: this.#at, end: this.#at + match[0].length });
    else this.#at++;
  }

  #addMatch(pattern: RegExp, kind: 'link'): void {
    const match = this.#match(pattern);
    if (match) this.#add({ kind, start: this.#at, end: this.#at + match[0].length });
    else this.#at++;
  }

  #add(region: Region): void {
    this.#endHtml(region.start);
    this.#regions.push(region);
    this.#at = region.end;
    if (region.kind !== 'raw') this.#isLineStart = this.#text[region.end - 1] === '\n';
  }

  #leaveHtml(): void {
    this.#endHtml(this.#at);
    this.#isHtml = false;
    this.#isHtmlLine = false;
  }

  /** Adds the text of an HTML block up to an offset. */
  #endHtml(end: number): void {
    const start = this.#htmlStart;
    this.#htmlStart = undefined;
    if (start === undefined || this.#text.slice(start, end).trim() === '') return;
    this.#regions.push({ kind: 'html', start, end });
  }
}

/** Whether the content of an element is no Markdown. */
function isRaw(name: string): boolean {
  return /^(?:script|style|textarea|pre)$/i.test(name);
}
