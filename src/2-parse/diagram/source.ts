import type { Code } from '../../base/diagnostics/diagnostic.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import type { Locate } from '../../base/yaml/yaml.ts';

/** The text of a diagram, and methods to report errors in it. */
export class DiagramSource {
  readonly text: string;
  /** Whether there was an error, so that the diagram cannot be drawn. */
  hasFailed = false;
  readonly #locate: Locate;
  readonly #report: Report;

  constructor(text: string, locate: Locate, report: Report) {
    this.text = text;
    this.#locate = locate;
    this.#report = report;
  }

  /** Reports an error. */
  fail(code: Code, start: number, length: number, message: string, hint?: string): void {
    this.hasFailed = true;
    this.#report.add(code, this.#locate(start, Math.max(1, length)), message, hint);
  }

  /** Warns that something is ignored. */
  ignore(start: number, length: number, message: string, hint?: string): void {
    const span = this.#locate(start, Math.max(1, length));
    this.#report.add('diagram-ignored', span, message, hint);
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
