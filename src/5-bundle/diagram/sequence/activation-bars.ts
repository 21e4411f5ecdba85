import { tag } from '../svg.ts';

export const barWidth = 12;

/** The bars on lines of life, while participants are active: a further one of the same stands aside. */
export class Bars {
  /** Those that have ended, the last one first: a bar lies below those that stand on it. */
  readonly drawn: string[] = [];
  /** Where the open bars of each participant began. */
  readonly #open = new Map<string, number[]>();
  readonly #xOf: (id: string) => number;
  readonly #step: number;

  /**
   * @param xOf where a participant's line of life runs
   * @param step the usual distance
   */
  constructor(xOf: (id: string) => number, step: number) {
    this.#xOf = xOf;
    this.#step = step;
  }

  open(id: string, y: number): void {
    this.#starts(id).push(y);
  }

  /** Ends the participant's bar that was opened last, if there is any. */
  close(id: string, y: number): void {
    const starts = this.#starts(id);
    const start = starts.pop();
    if (start === undefined) return;
    const x = this.#xOf(id) - barWidth / 2 + starts.length * (barWidth / 2);
    // A bar begins and ends with the line of a message, half a step above.
    const top = start - this.#step * 0.5;
    const height = Math.max(12, y - this.#step * 0.5 - top);
    this.drawn.unshift(tag('rect', { class: 'bar', x, y: top, width: barWidth, height, rx: 2 }));
  }

  closeAll(y: number): void {
    for (const [id, starts] of this.#open) while (starts.length > 0) this.close(id, y);
  }

  /**
   * How far an arrow stops from the line of life.
   *
   * @param way to the side that it comes from: -1 for the left
   */
  reach(id: string, way: number): number {
    const depth = this.#starts(id).length;
    if (depth === 0) return 1;
    return barWidth / 2 + (way > 0 ? (depth - 1) * (barWidth / 2) : 0);
  }

  #starts(id: string): number[] {
    const known = this.#open.get(id) ?? [];
    this.#open.set(id, known);
    return known;
  }
}
