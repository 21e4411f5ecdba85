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
