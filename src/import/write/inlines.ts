import { plainText } from '../inlines.ts';
import type { Inline, LinkTarget, Style } from '../model.ts';
import { escapeStart, escapeText, longestRun, type Signs, signsIn } from './escape.ts';

/** The address of a link in the deck; `undefined` if it leads to nothing there. */
export type LinkWriter = (link: LinkTarget) => string | undefined;

/** Where text is written: only paragraphs have several lines. */
export type Place = 'paragraph' | 'heading' | 'cell';

/** Writes inlines as Markdown. */
export function writeInlines(inlines: readonly Inline[], place: Place, linkOf: LinkWriter): string {
  const text = new InlineWriter(place, linkOf, signsIn(plainText(inlines))).write(inlines);
  if (place === 'cell') return text.replace(/(?<!\s)\s*\n\s*/g, ' ').trim();
  return place === 'heading' ? text.trim() : startLines(text.trim());
}

/** The start of a line is also where syntax begins, except in lines of code. */
function startLines(text: string): string {
  return text.split('\n').map(escapeStart).join('\n');
}

type Mark = keyof Style;

/** From the outside to the inside. */
const order: readonly Mark[] = [
  'link',
  'bold',
  'italic',
  'strike',
  'highlight',
  'underline',
  'place',
  'code',
];

type TextRun = Extract<Inline, { kind: 'text' }>;

class InlineWriter {
  readonly #place: Place;
  readonly #linkOf: LinkWriter;
  readonly #signs: Signs;
  #written = new Output();

  constructor(place: Place, linkOf: LinkWriter, signs: Signs) {
    this.#place = place;
    this.#linkOf = linkOf;
    this.#signs = signs;
  }

  write(inlines: readonly Inline[]): string {
    this.#writeAll(joinSpaces(inlines), order, undefined);
    return this.#written.text;
  }

  /** @param next what follows the inlines */
  #writeAll(inlines: readonly Inline[], marks: readonly Mark[], next: Inline | undefined): void {
    const [mark, ...rest] = marks;
    if (mark === undefined) {
      for (const inline of inlines) this.#writePlain(inline);
      return;
    }
    for (let from = 0; from < inlines.length; ) {
      const value = markOf(inlines[from], mark);
      let to = from + 1;
      while (to < inlines.length && markOf(inlines[to], mark) === value) to++;
      const group = inlines.slice(from, to);
      const after = inlines[to] ?? next;
      if (value === undefined) this.#writeAll(group, rest, after);
      else this.#writeMarked(group, mark, rest, after);
      from = to;
    }
  }

  #writeMarked(
    group: readonly Inline[],
    mark: Mark,
    rest: readonly Mark[],
    next: Inline | undefined,
  ): void {
    const before = this.#written;
    if (mark === 'code') {
      const text = group.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('');
      before.add(writeCode(text));
      return;
    }
    this.#written = new Output();
    this.#writeAll(group, rest, undefined);
    const { text: marked } = this.#written;
    this.#written = before;
    const { lead, inner, trail } = splitSpaces(marked);
    const edges = { before: lead.at(-1) ?? before.last, after: trail[0] ?? firstOf(next) };
    before.add(lead);
    if (inner !== '') before.add(this.#mark(mark, inner, group, edges));
    before.add(trail);
  }

  #mark(mark: Mark, inner: string, group: readonly Inline[], edges: Edges): string {
    const style = group.find((inline): inline is TextRun => inline.kind === 'text')?.style ?? {};
    switch (mark) {
      case 'link':
        return this.#link(inner, group, style.link);
      case 'bold':
        return wrap(inner, '**', 'strong', edges);
      case 'italic':
        return wrap(inner, '*', 'em', edges);
      case 'strike':
        return wrap(inner, '~~', 's', edges);
      case 'highlight':
        return wrap(inner, '==', 'mark', edges);
      case 'underline':
        return `<u>${inner}</u>`;
      case 'place':
        return writeScript(inner, style.place);
      default:
        return inner;
    }
  }

  #link(inner: string, group: readonly Inline[], link: LinkTarget | undefined): string {
    const href = link && this.#linkOf(link);
    if (!link || href === undefined) return inner;
    const text = plainText(group);
    const isPlain =
      link.kind === 'web' && (text === href || `mailto:${text}` === href) && !/[\s<>|]/.test(text);
    if (isPlain && /^(?:https?:\/\/|mailto:)/.test(href)) return `<${text}>`;
    const target = /[\s()<>]/.test(href) ? `<${href.replace(/[<>]/g, encodeURIComponent)}>` : href;
    const title =
      link.kind === 'web' && link.title ? ` "${link.title.replace(/["\\]/g, '\\$&')}"` : '';
    return `[${inner}](${target}${title})`;
  }

  #writePlain(inline: Inline): void {
    switch (inline.kind) {
      case 'text': {
        const escaped = escapeText(inline.text.replace(/\t/g, ' '), this.#signs);
        this.#written.add(this.#place === 'cell' ? escaped.replaceAll('|', '\\|') : escaped);
        return;
      }
      case 'break':
        this.#written.trimEnd();
        this.#written.add(this.#place === 'paragraph' ? '\\\n' : '<br>');
        return;
      case 'footnote':
        this.#written.add(`[^${inline.label}]`);
        return;
      case 'math':
        this.#written.add(`$${inline.tex}$`);
        return;
      default:
        inline satisfies never;
    }
  }
}

/** A text that grows in parts, which are joined once; its last character can be read at any time. */
class Output {
  readonly #parts: string[] = [];

  get text(): string {
    return this.#parts.join('');
  }

  /** The last character; empty at the start. */
  get last(): string {
    return this.#parts.at(-1)?.at(-1) ?? '';
  }

  add(text: string): void {
    if (text !== '') this.#parts.push(text);
  }

  trimEnd(): void {
    for (let last = this.#parts.pop(); last !== undefined; last = this.#parts.pop()) {
      const text = last.trimEnd();
      if (text === '') continue;
      this.#parts.push(text);
      return;
    }
  }
}

/** The spaces at both ends of a text, and what is between them. */
function splitSpaces(text: string) {
  const inner = text.trim();
  const start = text.length - text.trimStart().length;
  const lead = text.slice(0, start);
  return { lead, inner, trail: text.slice(start + inner.length) };
}

function markOf(inline: Inline | undefined, mark: Mark): string | undefined {
  if (inline?.kind !== 'text') return undefined;
  const value = inline.style[mark];
  return value === undefined || value === false ? undefined : JSON.stringify(value);
}

/** Spaces between words of the same style have it, too; others have none. */
function joinSpaces(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.map((inline, index): Inline => {
    if (inline.kind !== 'text' || inline.text.trim() !== '') return inline;
    const [before, after] = [inlines[index - 1], inlines[index + 1]];
    const isBetween = before?.kind === 'text' && after?.kind === 'text';
    if (!isBetween) return { ...inline, style: {} };
    const shared = Object.entries(before.style).filter(
      ([mark, value]) =>
        mark !== 'code' && JSON.stringify(after.style[mark as Mark]) === JSON.stringify(value),
    );
    return { ...inline, style: Object.fromEntries(shared) };
  });
}

interface Edges {
  readonly before: string;
  readonly after: string;
}

/** Signs next to letters or other signs may not be read as marks; tags always are. */
function wrap(inner: string, sign: string, tag: string, { before, after }: Edges): string {
  const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
  const isSpace = (character: string): boolean => character === '' || /\s/.test(character);
  // Italics at an end of bold text are three signs, and read as such.
  const plain = sign === '**' ? inner.replace(/^\*(?!\*)|(?<![\\*])\*$/g, '') : inner;
  const [first, last] = [plain[0] ?? '', plain.at(-1) ?? ''];
  const isPlainMark = (character: string): boolean => /[!-/:-@[-`{-~]/.test(character);
  const opens = isSpace(before) || isWord(first) || isPlainMark(before);
  const closes = isSpace(after) || isWord(last) || isPlainMark(after);
  const isClear = [before, after, first, last].every((character) => !isSign(character));
  // A backslash before the sign would escape it.
  const isPlain = opens && closes && isClear && !inner.includes('\n') && last !== '\\';
  return isPlain ? `${sign}${inner}${sign}` : `<${tag}>${inner}</${tag}>`;
}

function isSign(character: string): boolean {
  return /[*_~=^<>`$]/.test(character) && character !== '';
}

/** What follows a mark: the sign of another one, or the character of a text. */
function firstOf(next: Inline | undefined): string {
  if (next?.kind !== 'text') return next?.kind === 'math' ? '$' : '';
  const isMarked = Object.keys(next.style).length > 0;
  return isMarked && !/^\s/.test(next.text) ? '*' : (next.text[0] ?? '');
}

function writeScript(inner: string, place: Style['place']): string {
  const sign = place === 'sub' ? '~' : '^';
  const tag = place === 'sub' ? 'sub' : 'sup';
  return /[\s~^\\<]/.test(inner) ? `<${tag}>${inner}</${tag}>` : `${sign}${inner}${sign}`;
}

function writeCode(text: string): string {
  const { lead, inner, trail } = splitSpaces(text);
  if (inner === '') return text;
  const fence = '`'.repeat(longestRun(inner, /`+/g) + 1);
  const space = /^`|`$/.test(inner) ? ' ' : '';
  return `${lead}${fence}${space}${inner}${space}${fence}${trail}`;
}
