import type { Matrix } from '../../../chart/svg/matrix.ts';
import type { Box } from '../matrix.ts';

/** The smallest box around points that come one by one. */
export class Bounds {
  #left = Infinity;
  #bottom = Infinity;
  #right = -Infinity;
  #top = -Infinity;

  add(x: number, y: number): void {
    if (x < this.#left) this.#left = x;
    if (x > this.#right) this.#right = x;
    if (y < this.#bottom) this.#bottom = y;
    if (y > this.#top) this.#top = y;
  }

  /** Adds the box around another one, mapped. */
  addMapped(matrix: Matrix, { box }: Bounds): void {
    const [a, b, c, d, e, f] = matrix;
    const [left, bottom, right, top] = box;
    this.add(a * left + c * bottom + e, b * left + d * bottom + f);
    this.add(a * right + c * bottom + e, b * right + d * bottom + f);
    this.add(a * left + c * top + e, b * left + d * top + f);
    this.add(a * right + c * top + e, b * right + d * top + f);
  }

  get isEmpty(): boolean {
    return this.#left > this.#right;
  }

  get box(): Box {
    return [this.#left, this.#bottom, this.#right, this.#top];
  }

  clear(): void {
    this.#left = this.#bottom = Infinity;
    this.#right = this.#top = -Infinity;
  }
}
