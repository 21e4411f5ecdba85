import MagicString from 'magic-string';
import { lastAtOrBelow, lineStarts } from '../../base/span.ts';
import type { Origins, TextFile } from '../../model/source.ts';
import { type MarkedOrigin, takeMarks } from './origin-mark.ts';

/**
 * Changes of an author's text, by offsets in it and in any order. Of what would change text that is replaced
 * already, as in blocks that are nested oddly, nothing is done.
 */
export class TextEdits {
  readonly author: TextFile;
  readonly #text: MagicString;
  readonly #replaced: (readonly [start: number, end: number])[] = [];
  /** The same in order and without overlaps, until the next one is added. */
  #merged: { readonly starts: readonly number[]; readonly ends: readonly number[] } | undefined;

  constructor(author: TextFile) {
    this.author = author;
    this.#text = new MagicString(author.text);
  }

  /** @param end after the last character that is replaced; if it is `start`, the text is inserted */
  replace(start: number, end: number, text: string): void {
    if (start === end) this.insert(start, text);
    else {
      this.#change(() => {
        this.#text.update(start, end, text);
        this.#noteReplaced(start, end);
      });
    }
  }

  /** Inserts a text; of several at the same place, the first one stays the first. */
  insert(at: number, text: string): void {
    this.#change(() => void this.#text.appendLeft(at, text));
  }

  remove(start: number, end: number): void {
    if (start >= end) return;
    this.#change(() => {
      this.#text.remove(start, end);
      this.#noteReplaced(start, end);
    });
  }

  #change(change: () => void): void {
    try {
      change();
    } catch (error) {
      const isReplaced = error instanceof Error && /^Cannot split a chunk/.test(error.message);
      if (!isReplaced) throw error;
    }
  }

  /** Whether the character at an offset is replaced or removed. */
  isReplaced(offset: number): boolean {
    this.#merged ??= merge(this.#replaced);
    const { starts, ends } = this.#merged;
    const index = lastAtOrBelow(starts, offset);
    return (starts[index] ?? offset + 1) <= offset && offset < (ends[index] ?? 0);
  }

  #noteReplaced(start: number, end: number): void {
    this.#replaced.push([start, end]);
    this.#merged = undefined;
  }

  /** Moves a stretch, with the changes in it. @param to an offset outside of it */
  move(start: number, end: number, to: number): void {
    this.#change(() => void this.#text.move(start, end, to));
  }

  /** The changed text, whose spans lead to the author's. */
  finish(): TextFile {
    const { path, realPath } = this.author;
    const marked = { path, realPath, text: this.#text.toString() };
    const { text, origins, shift } = takeMarks(marked.text);
    const all = this.#originsIn(marked);
    return { path, realPath, text, origins: withMarks(all, origins, shift) };
  }

  #originsIn(translated: TextFile): Origins {
    const { mappings } = this.#text.generateDecodedMap();
    const [to, from] = [lineStarts(translated), lineStarts(this.author)];
    const offsets: number[] = [];
    const sources: number[] = [];
    for (const [line, segments] of mappings.entries()) {
      for (const [column, , sourceLine = 0, sourceColumn = 0] of segments) {
        offsets.push((to[line] ?? 0) + column);
        sources.push((from[sourceLine] ?? 0) + sourceColumn);
      }
    }
    return { author: this.author, offsets, sources };
  }
}

/** Adds where marked texts come from, in the order of the text without the marks. */
function withMarks(
  { author, offsets, sources }: Origins,
  marks: readonly MarkedOrigin[],
  shift: (offset: number) => number,
): Origins {
  if (marks.length === 0) return { author, offsets, sources };
  const found = offsets.map((offset, i) => ({ offset: shift(offset), source: sources[i] ?? 0 }));
  const all = [...found, ...marks].toSorted((a, b) => a.offset - b.offset);
  return {
    author,
    offsets: all.map(({ offset }) => offset),
    sources: all.map(({ source }) => source),
  };
}

function merge(ranges: readonly (readonly [number, number])[]) {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [start, end] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = ends.length - 1;
    if (last >= 0 && start <= (ends[last] ?? 0)) ends[last] = Math.max(end, ends[last] ?? 0);
    else {
      starts.push(start);
      ends.push(end);
    }
  }
  return { starts, ends };
}
