import { type Box, intersect } from '../matrix.ts';

interface Clip {
  /** Of the page. */
  readonly box: Box | undefined;
  /** Whether something was painted in it. */
  isUsed: boolean;
}

/** The areas that content is clipped to, as far as they are rectangles. */
export class Clips {
  readonly #saved: Clip[] = [];
  #clip: Clip = { box: undefined, isUsed: true };
  /** The largest area: that of a slide. */
  #largest = 0;

  save(): void {
    this.#saved.push(this.#clip);
  }

  restore(): void {
    this.#clip = this.#saved.pop() ?? this.#clip;
    this.#clip.isUsed = true;
  }

  /** @param box `undefined` if it is not known */
  add(box: Box | undefined): void {
    const before = this.#clip.box;
    const all = box && before ? intersect(before, box) : box;
    this.#clip = { box: all, isUsed: all === undefined };
    if (box) this.#largest = Math.max(this.#largest, areaOf(box));
  }

  paint(): void {
    this.#clip.isUsed = true;
  }

  /** An area in which nothing is painted yet, and that is not all of a slide. */
  get own(): Box | undefined {
    const { box, isUsed } = this.#clip;
    return box && !isUsed && areaOf(box) < this.#largest / 2 ? box : undefined;
  }
}

function areaOf([left, bottom, right, top]: Box): number {
  return (right - left) * (top - bottom);
}
