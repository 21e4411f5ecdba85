import type { Token } from 'markdown-it';
import { lastAtOrBelow } from '../../../../base/span.ts';

/** Where a line begins in the inline text, and in the file. */
interface Line {
  readonly start: number;
  readonly source: number;
}

/** Maps offsets in the inline text of a block to offsets in the file. */
export class InlineText {
  readonly text: string;
  readonly #lines: readonly Line[];
  readonly #starts: readonly number[];

  private constructor(text: string, lines: readonly Line[]) {
    this.text = text;
    this.#lines = lines;
    this.#starts = lines.map(({ start }) => start);
  }

  /**
   * @param starts of the lines of the file
   * @param from where to look for the text on its first line, for one of several cells in a row
   * @returns `undefined` if the text is not in the file as it is, as in a cell with an escaped bar
   */
  static of(
    { content, map }: Token,
    file: string,
    starts: readonly number[],
    from = 0,
  ): InlineText | undefined {
    const first = map?.[0];
    if (first === undefined) return undefined;
    const lines: Line[] = [];
    let start = 0;
    for (const [i, line] of content.split('\n').entries()) {
      const lineStart = starts[first + i] ?? file.length;
      const lineEnd = starts[first + i + 1] ?? file.length + 1;
      const source = file.indexOf(line, i === 0 ? Math.max(lineStart, from) : lineStart);
      if (source < 0 || source + line.length > lineEnd) return undefined;
      lines.push({ start, source: i === 0 ? source : lineTextStart(file, lineEnd, line, source) });
      start += line.length + 1;
    }
    return new InlineText(content, lines);
  }

  /** The offset in the file. */
  at(offset: number): number {
    const line = this.#lines[lastAtOrBelow(this.#starts, offset)];
    return line ? line.source + offset - line.start : 0;
  }
}

/** Markers of quotes and lists come before the text of a line: it is the last that is like it. */
function lineTextStart(file: string, lineEnd: number, line: string, found: number): number {
  const last = file.lastIndexOf(line, lineEnd - line.length);
  return line.trim() === '' || last < found ? found : last;
}
