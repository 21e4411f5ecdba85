import type { TextFile } from '../../../model/source.ts';

/** A line of the text, without its line feed. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The lines of a text from an offset on. */
export function linesOf(text: string, from: number): readonly Line[] {
  const lines: Line[] = [];
  for (let start = from; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    lines.push({ start, end, text: text.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

export function isDashes(text: string): boolean {
  return /^[ \t]*-{3,}(?:[ \t]+-+)*[ \t]*$/.test(text);
}

export function isRule(text: string): boolean {
  return /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(text);
}

/** One line of text over a line of `=` or `-`. */
export function isSetext(text: string, below: string): boolean {
  return /^[^\s>|#:`~*+-][^|]*$/.test(text) && /^(?:=+|-+)[ \t]*$/.test(below);
}

/** Whether a line begins a list, a quote or a table. */
export function isInBlock(text: string): boolean {
  return /^ {0,3}(?:[>|]|(?:[-*+]|\d+[.)])(?:\s|$))/.test(text);
}

/** The parts of a text end after line feeds. */
export function withLastLineFeed(file: TextFile): TextFile {
  return file.text.endsWith('\n') ? file : { ...file, text: `${file.text}\n` };
}

/** @param at the start of a line */
export function isBelowBlankLine(text: string, at: number): boolean {
  const above = text.slice(text.lastIndexOf('\n', at - 2) + 1, at);
  return above.endsWith('\n') && above.trim() === '';
}
