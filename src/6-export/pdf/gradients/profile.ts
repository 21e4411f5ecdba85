import type { Rgba } from './gradient.ts';

/** A fine one: a hundredth of a pixel is invisible, and there are at most some thousand on an axis. */
const count = 16384;

/** The colors of a gradient along one coordinate, such as its radius. */
export class Profile {
  readonly #from: number;
  readonly #step: number;
  /** Sums of the colors before each position, so that any range is averaged at once. */
  readonly #sums = new Float64Array((count + 1) * 4);

  constructor(from: number, to: number, sample: (position: number, result: Rgba) => void) {
    this.#from = from;
    this.#step = (to - from) / count;
    const color: Rgba = [0, 0, 0, 0];
    for (let index = 0; index < count; index++) {
      sample(from + (index + 0.5) * this.#step, color);
      for (let part = 0; part < 4; part++) {
        const at = index * 4 + part;
        this.#sums[at + 4] = (this.#sums[at] ?? 0) + (color[part] ?? 0);
      }
    }
  }

  /** Averages the colors between two positions; beyond its ends they go on as they are there. */
  average(from: number, to: number, result: Rgba): void {
    const start = Math.min(count - 1, Math.max(0, (from - this.#from) / this.#step));
    const end = Math.min(count, Math.max(start + 1e-3, (to - this.#from) / this.#step));
    for (let part = 0; part < 4; part++) {
      result[part] = (this.#sumAt(end, part) - this.#sumAt(start, part)) / (end - start);
    }
  }

  /** The largest change of a component within a distance. */
  steepest(distance: number): number {
    const stride = Math.max(1, Math.round(distance / this.#step));
    let largest = 0;
    for (let index = stride; index < count; index++) {
      for (let part = 0; part < 4; part++) {
        const change = this.#valueAt(index, part) - this.#valueAt(index - stride, part);
        largest = Math.max(largest, Math.abs(change));
      }
    }
    return largest;
  }

  /** The position after which nothing is visible. */
  visibleEnd(): number {
    let index = count;
    while (index > 0 && this.#valueAt(index - 1, 3) < 1 / 512) index--;
    return this.#from + index * this.#step;
  }

  #valueAt(index: number, part: number): number {
    return (this.#sums[(index + 1) * 4 + part] ?? 0) - (this.#sums[index * 4 + part] ?? 0);
  }

  #sumAt(position: number, part: number): number {
    const index = Math.floor(position);
    const before = this.#sums[index * 4 + part] ?? 0;
    const next = this.#sums[(index + 1) * 4 + part] ?? before;
    return before + (position - index) * (next - before);
  }
}
