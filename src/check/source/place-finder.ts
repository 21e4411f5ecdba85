import type { Span } from '../../model/source.ts';

/** No more lines of a block are searched. */
const mostLines = 400;

/** Finds texts in the lines of their blocks, one after the other. */
export class PlaceFinder {
  readonly #linesOf: (file: string) => readonly string[];
  /** Where the last text ended, from 0. */
  #last = { file: '', line: 0, column: 0 };

  constructor(linesOf: (file: string) => readonly string[]) {
    this.#linesOf = linesOf;
  }

  /**
   * @param text as it is shown; in the source, there may be markup in it
   * @param around the span of the block, or of what else contains it
   * @returns the span of the text, or of its part on the first line; `around` if it is not found
   */
  find(text: string, around: Span): Span {
    const { file } = around;
    const lines = this.#linesOf(file);
    const first = text.split(/\s/)[0] ?? text;
    const start = this.#startOf(around);
    for (let line = start.line; line < Math.min(lines.length, start.line + mostLines); line++) {
      const source = lines[line] ?? '';
      const from = line === start.line ? start.column : 0;
      const column = source.indexOf(first, from);
      if (column < 0) continue;
      const length = commonLength(source.slice(column), text);
      this.#last = { file, line, column: column + length };
      return { file, line: line + 1, column: column + 1, length };
    }
    return around;
  }

  #startOf({ file, line, column }: Span): { readonly line: number; readonly column: number } {
    const own = { line: line - 1, column: column - 1 };
    const last = this.#last;
    if (last.file !== file || last.line < own.line) return own;
    return last.line > own.line || last.column > own.column ? last : own;
  }
}

/** How much of a text a line begins with. */
function commonLength(line: string, text: string): number {
  let length = 0;
  while (length < text.length && line[length] === text[length]) length++;
  return Math.max(1, line.slice(0, length).trimEnd().length);
}
