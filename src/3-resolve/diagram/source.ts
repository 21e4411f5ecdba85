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

  /** Warns that diagrams of a type are not drawn. */
  leaveUndrawn(start: number, length: number, message: string, hint?: string): void {
    this.#add('diagram-undrawn', start, length, message, hint);
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
