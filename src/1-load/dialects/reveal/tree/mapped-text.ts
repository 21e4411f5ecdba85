import { lastAtOrBelow } from '../../../../base/span.ts';

/**
 * A text as the lexer saw it, and where each of its lines is in the author's text. They differ in lists and quotes,
 * where the lexer sees lines without their markers and indents.
 */
export class MappedText {
  readonly text: string;
  readonly #starts: readonly number[];
  readonly #sources: readonly number[];

  private constructor(text: string, starts: readonly number[], sources: readonly number[]) {
    this.text = text;
    this.#starts = starts;
    this.#sources = sources;
  }

  /** A stretch of the author's text. @param start its offset there */
  static stretch(text: string, start: number): MappedText {
    return new MappedText(text, [0], [start]);
  }

  /** The offset in the author's text. */
  at(offset: number): number {
    const line = lastAtOrBelow(this.#starts, offset);
    return (this.#sources[line] ?? 0) + offset - (this.#starts[line] ?? 0);
  }

  /**
   * The text `inner`, which the lexer made from `outer` by removing markers and indents. The lines of both
   * correspond.
   *
   * @param start where `outer` is in this text
   */
  within(start: number, outer: string, inner: string): MappedText {
    const outerLines = outer.split('\n');
    const starts: number[] = [];
    const sources: number[] = [];
    let [innerStart, outerStart] = [0, start];
    for (const [i, line] of inner.split('\n').entries()) {
      const outerLine = outerLines[i] ?? '';
      starts.push(innerStart);
      sources.push(this.at(outerStart + startOf(line, outerLine)));
      innerStart += line.length + 1;
      outerStart += outerLine.length + 1;
    }
    return new MappedText(inner, starts, sources);
  }
}

/** The offset of the inner line in the outer line. */
function startOf(inner: string, outer: string): number {
  if (outer.endsWith(inner)) return outer.length - inner.length;
  return Math.max(0, outer.indexOf(inner.trim()));
}
