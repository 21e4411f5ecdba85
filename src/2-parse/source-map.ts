import { lastAtOrBelow, spanAt } from '../base/span.ts';
import type { Place } from '../base/yaml/yaml.ts';
import type { Span, TextFile } from '../model/source.ts';

/**
 * Leads from a place in a text that the lexer saw to its place in the file. The two differ inside of
 * lists and quotes, where the lexer works on the text without the marks and indents of each line.
 */
export class SourceMap {
  readonly file: TextFile;
  readonly #lineStarts: readonly number[];
  readonly #lineSources: readonly number[];
  /** Where in those lines the text begins. */
  readonly #base: number;

  private constructor(
    file: TextFile,
    lineStarts: readonly number[],
    lineSources: readonly number[],
    base = 0,
  ) {
    this.file = file;
    this.#lineStarts = lineStarts;
    this.#lineSources = lineSources;
    this.#base = base;
  }

  /** For text that is a slice of the file, from `offset` on. */
  static slice(file: TextFile, offset: number): SourceMap {
    return new SourceMap(file, [0], [offset]);
  }

  /** The offset in the file of an offset in the text. */
  toSource(offset: number): number {
    const at = this.#base + offset;
    const line = lastAtOrBelow(this.#lineStarts, at);
    return (this.#lineSources[line] ?? 0) + at - (this.#lineStarts[line] ?? 0);
  }

  span(offset: number, length: number): Span {
    return spanAt(this.file, this.toSource(offset), length);
  }

  /** As a function by itself. */
  get place(): Place {
    return this.span.bind(this);
  }

  /** For the same text from `offset` on. */
  from(offset: number): SourceMap {
    return new SourceMap(this.file, this.#lineStarts, this.#lineSources, this.#base + offset);
  }

  /**
   * For `inner`, the text that the lexer made of `outer` by taking marks and indents from its lines.
   * Lines stay lines, so that each is found again in its counterpart.
   */
  within(outer: string, inner: string): SourceMap {
    const outerLines = outer.split('\n');
    const starts: number[] = [];
    const sources: number[] = [];
    let [innerStart, outerStart] = [0, 0];
    for (const [i, line] of inner.split('\n').entries()) {
      const outerLine = outerLines[i] ?? '';
      starts.push(innerStart);
      sources.push(this.toSource(outerStart + shift(outerLine, line)));
      innerStart += line.length + 1;
      outerStart += outerLine.length + 1;
    }
    return new SourceMap(this.file, starts, sources);
  }
}

/** Where in the outer line the inner one begins. */
function shift(outer: string, inner: string): number {
  if (outer.endsWith(inner)) return outer.length - inner.length;
  return Math.max(0, outer.indexOf(inner.trim()));
}
