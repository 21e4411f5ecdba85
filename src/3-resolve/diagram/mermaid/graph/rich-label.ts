import { decodeHTML } from 'entities';
import { ownValue } from '../../../../base/own-value.ts';
import type { TextSpan, TextStyle } from '../../../../model/diagram/diagram.ts';
import { decodeMarks } from '../entity-marks.ts';

/** A text with its line breaks, and the parts that have a style. */
export interface RichText {
  readonly text: string;
  readonly spans: readonly TextSpan[];
}

const tagStyles: Readonly<Record<string, TextStyle>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  u: 'underlined',
  ins: 'underlined',
  s: 'struck',
  del: 'struck',
  strike: 'struck',
};

const marks: Readonly<Record<string, TextStyle>> = {
  '**': 'strong',
  __: 'strong',
  '*': 'emphasis',
  _: 'emphasis',
  '~~': 'struck',
};

const brk = String.raw`\s*</?br\s*/?>\s*|\\n|\n`;
const tag = String.raw`</?(?:b|strong|i|em|u|ins|s|del|strike|code|tt|kbd|small|big|sub|sup|span|div|p|center|font|a|h[1-6]|img|hr|ul|ol|li|pre)(?:\s[^<>]*)?/?>`;
const inlineMark = String.raw`\*\*|__|~~|\*|_`;
const htmlToken = new RegExp(`(${brk})|(${tag})`, 'gi');
const markdownToken = new RegExp(`(${brk})|(${tag})|(${inlineMark})`, 'gi');
const blockTag = /^(?:div|p|h[1-6]|hr|ul|ol|li|pre)$/;

/**
 * Reads a label of Mermaid: breaks, entities such as `#quot;` and `&amp;`, tags, and with `isMarkdown` the marks
 * for bold and italic text.
 */
export function readRichLabel(encoded: string, isMarkdown: boolean): RichText {
  const string = /^\s*("?)`([\s\S]*)`\1\s*$/.exec(encoded)?.[2];
  const raw = decodeMarks(string ?? encoded);
  const writer = new RichWriter();
  const pattern = isMarkdown || string !== undefined ? markdownToken : htmlToken;
  let at = 0;
  for (const match of raw.matchAll(pattern)) {
    writer.write(raw.slice(at, match.index));
    at = match.index + match[0].length;
    const [whole, lineBreak, element, mark] = match;
    if (lineBreak !== undefined) writer.breakLine();
    else if (element !== undefined) writer.tag(element);
    else if (mark !== undefined && !writer.mark(mark, raw, match.index)) writer.write(whole);
  }
  writer.write(raw.slice(at));
  return writer.finish();
}

/** Texts of a line each, below each other. */
export function joinLines(lines: readonly RichText[]): RichText {
  let start = 0;
  const spans = lines.flatMap(({ text, spans: own }) => {
    const at = start;
    start += text.length + 1;
    return moveSpans(own, at);
  });
  return { text: lines.map(({ text }) => text).join('\n'), spans };
}

/** The spans in a text that something was put before. */
export function moveSpans(spans: readonly TextSpan[], by: number): readonly TextSpan[] {
  return spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by }));
}

export function plainLabel(encoded: string): string {
  return readRichLabel(encoded, false).text;
}

class RichWriter {
  #text = '';
  readonly #open: { readonly style: TextStyle; readonly name: string; readonly start: number }[] =
    [];
  readonly #spans: TextSpan[] = [];

  write(raw: string): void {
    const decoded = decodeEntities(raw).replace(/[^\S\n]+/g, ' ');
    const isLineStart = this.#text === '' || this.#text.endsWith('\n');
    this.#text += isLineStart ? decoded.trimStart() : decoded;
  }

  breakLine(): void {
    this.#text = `${this.#text.replace(/[^\S\n]+$/, '')}\n`;
  }

  tag(element: string): void {
    const [, slash, written = ''] = /^<(\/?)(\w+)/.exec(element) ?? [];
    const name = written.toLowerCase();
    if (blockTag.test(name) && this.#text !== '' && !this.#text.endsWith('\n')) this.breakLine();
    const style = ownValue(tagStyles, name);
    if (style === undefined) return;
    if (slash) this.#close(name);
    else this.#open.push({ style, name, start: this.#text.length });
  }

  /** @returns whether it is the mark of a style, not a character */
  mark(mark: string, raw: string, at: number): boolean {
    if (isIntraword(mark, raw, at)) return false;
    if (!/\s/.test(raw[at - 1] ?? ' ') && this.#open.some(({ name }) => name === mark))
      return this.#close(mark);
    const start = at + mark.length;
    let end = /\s/.test(raw[start] ?? ' ') ? -1 : raw.indexOf(mark, start);
    while (end >= 0 && isIntraword(mark, raw, end)) end = raw.indexOf(mark, end + 1);
    if (end <= start || /\s/.test(raw[end - 1] ?? '')) return false;
    const style = ownValue(marks, mark);
    if (style) this.#open.push({ style, name: mark, start: this.#text.length });
    return style !== undefined;
  }

  finish(): RichText {
    while (this.#open.length > 0) this.#close(this.#open.at(-1)?.name ?? '');
    const text = this.#text.replace(/[^\S\n]+(?=\n)/g, '').trimEnd();
    const spans = this.#spans
      .map((span) => ({ ...span, end: Math.min(span.end, text.length) }))
      .filter(({ start, end }) => start < end)
      .sort((a, b) => a.start - b.start);
    return { text, spans };
  }

  #close(name: string): boolean {
    const index = this.#open.findLastIndex((each) => each.name === name);
    const [open] = index < 0 ? [] : this.#open.splice(index, 1);
    if (open) this.#spans.push({ start: open.start, end: this.#text.length, style: open.style });
    return open !== undefined;
  }
}

/** Whether an underscore is within a word, where it is a character. */
function isIntraword(mark: string, raw: string, at: number): boolean {
  const isWord = (character = ' ') => /[\p{L}\p{N}]/u.test(character);
  return mark.startsWith('_') && isWord(raw[at - 1]) && isWord(raw[at + mark.length]);
}

/** Decodes `#quot;`, `#9829;` and the entities of HTML. */
function decodeEntities(text: string): string {
  return decodeHTML(
    text
      .replace(/#(\d{1,7});/g, (whole, code: string) => characterOf(Number(code)) ?? whole)
      .replace(/#(\w+);/g, '&$1;'),
  );
}

function characterOf(code: number): string | undefined {
  const isShown = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isShown ? String.fromCodePoint(code) : undefined;
}
