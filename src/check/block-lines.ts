import { isText, type SourceElement } from './source/tree/element.ts';
import type { Part } from './source/tree/parts.ts';

/** The first line of a block, and how many blocks are around it. */
interface Start {
  readonly line: number;
  readonly depth: number;
}

/** The lines on which the blocks of a deck begin, and the parts of their texts. */
export class BlockLines {
  readonly #starts = new Map<string, Start[]>();

  constructor(parts: readonly Part[]) {
    for (const { root } of parts) this.#add(root, 0);
    for (const starts of this.#starts.values()) starts.sort((a, b) => a.line - b.line);
  }

  /**
   * The last line of the block that begins next after a line: before the next one that is not in it.
   *
   * @param limit the last line of the slide
   */
  endAfter(file: string, line: number, limit: number): number {
    const later = (this.#starts.get(file) ?? []).filter((start) => start.line > line);
    const [first] = later;
    if (!first || first.line > limit) return line;
    const next = later.find((start) => start.line > first.line && start.depth <= first.depth);
    return Math.min(limit, (next?.line ?? Number.POSITIVE_INFINITY) - 1);
  }

  #add({ span, children }: SourceElement, depth: number): void {
    const starts = this.#starts.get(span.file) ?? [];
    this.#starts.set(span.file, starts);
    starts.push({ line: span.line, depth });
    for (const child of children) {
      if (!isText(child)) this.#add(child, depth + 1);
    }
  }
}
