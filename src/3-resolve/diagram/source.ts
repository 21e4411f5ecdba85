import type { Code } from '../../base/diagnostics/diagnostic.ts';

/** What is wrong with a diagram, at a place in its text. */
export interface DiagramProblem {
  readonly code: Code;
  readonly start: number;
  readonly length: number;
  readonly message: string;
  readonly hint?: string;
}

/** The text of a diagram, and methods to report errors in it. */
export class DiagramSource {
  readonly text: string;
  readonly problems: DiagramProblem[] = [];
  /** Whether there was an error, so that the diagram cannot be drawn. */
  hasFailed = false;

  constructor(text: string) {
    this.text = text;
  }

  /** Reports an error. */
  fail(code: Code, start: number, length: number, message: string, hint?: string): void {
    this.hasFailed = true;
    this.#add(code, start, length, message, hint);
  }

  /** Warns that something is ignored. */
  ignore(start: number, length: number, message: string, hint?: string): void {
    this.#add('diagram-ignored', start, length, message, hint);
  }

  #add(code: Code, start: number, length: number, message: string, hint?: string): void {
    const place = { start, length: Math.max(1, length) };
    this.problems.push({ code, ...place, message, ...(hint !== undefined && { hint }) });
  }
}

/** A statement of a Mermaid diagram: a line, or a part of one between semicolons. */
export interface Statement {
  /** Trimmed. */
  readonly text: string;
  readonly start: number;
}

/** The lines of a Mermaid text, without empty ones, comments and settings. */
export function readLines(source: DiagramSource): readonly Statement[] {
  const lines: Statement[] = [];
  let at = 0;
  for (const line of source.text.split('\n')) {
    const text = line.trim();
    const start = at + line.length - line.trimStart().length;
    if (/^%%\{/.test(text)) {
      const hint = 'the theme of the deck decides on looks';
      source.ignore(start, text.length, 'settings of Mermaid mean nothing here', hint);
    } else if (text !== '' && !text.startsWith('%%')) lines.push({ text, start });
    at += line.length + 1;
  }
  return lines;
}

/** What follows the type of the diagram in its first line, as statements. */
export function divideFirst({ text, start }: Statement): readonly Statement[] {
  const [lead = ''] = /^\S+?(?=[\s;]|$)/.exec(text) ?? [];
  return divideLine({ text: text.slice(lead.length), start: start + lead.length });
}

/** Splits a line at semicolons, except in quotes, brackets and entities such as `#quot;`. */
export function divideLine({ text, start }: Statement): readonly Statement[] {
  const parts: Statement[] = [];
  const piece = /(?:"[^"]*"|#\w+;|&\w+;|\[[^\]]*\]|[^;])+/g;
  for (const { 0: part, index } of text.matchAll(piece)) {
    const lead = part.length - part.trimStart().length;
    if (part.trim() !== '') parts.push({ text: part.trim(), start: start + index + lead });
  }
  return parts;
}
