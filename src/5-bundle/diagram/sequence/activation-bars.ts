import type { DrawnShape } from '../../../model/diagram/shapes.ts';
import { boxWith, shapesAt } from '../native/pieces.ts';
import { atStep, tag } from '../svg.ts';

export const barWidth = 12;

interface OpenBar {
  readonly y: number;
  readonly step: number | null | undefined;
}

/** The activation bars on lifelines; nested bars of a participant are offset to the right. */
export class ActivationBars {
  /** The closed bars, the last one first: nested bars are drawn over the outer bar. */
  readonly drawn: string[] = [];
  /** The same as shapes. */
  readonly shapes: DrawnShape[] = [];
  /** Where the open bars of each participant start, and when they appear. */
  readonly #open = new Map<string, OpenBar[]>();
  readonly #xOf: (id: string) => number;
  readonly #step: number;

  /**
   * @param xOf the x coordinate of a participant's lifeline
   * @param step the base distance
   */
  constructor(xOf: (id: string) => number, step: number) {
    this.#xOf = xOf;
    this.#step = step;
  }

  /** @param step the index of the step at which it appears, if it is not there from the start */
  open(id: string, y: number, step?: number | null): void {
    this.#starts(id).push({ y, step });
  }

  /** Closes the innermost open bar of a participant, if any. */
  close(id: string, y: number): void {
    const starts = this.#starts(id);
    const start = starts.pop();
    if (start === undefined) return;
    const x = this.#xOf(id) - barWidth / 2 + starts.length * (barWidth / 2);
    // A bar starts and ends at the arrow of a message, half a step above.
    const top = start.y - this.#step * 0.5;
    const height = Math.max(12, y - this.#step * 0.5 - top);
    const bar = tag('rect', { class: 'bar', x, y: top, width: barWidth, height, rx: 2 });
    this.drawn.unshift(atStep(bar, start.step));
    const box = { x, y: top, width: barWidth, height };
    this.shapes.unshift(...shapesAt([boxWith('rectangle', box, 'activation')], start.step));
  }

  /** Closes all open bars, or those of one participant. */
  closeAll(y: number, only?: string): void {
    for (const [id, starts] of this.#open) {
      if (only === undefined || only === id) while (starts.length > 0) this.close(id, y);
    }
  }

  /**
   * The distance between the end of an arrow and the lifeline.
   *
   * @param way the side that the arrow comes from: -1 for the left
   */
  reach(id: string, way: number): number {
    const depth = this.#starts(id).length;
    if (depth === 0) return 1;
    return barWidth / 2 + (way > 0 ? (depth - 1) * (barWidth / 2) : 0);
  }

  #starts(id: string): OpenBar[] {
    const known = this.#open.get(id) ?? [];
    this.#open.set(id, known);
    return known;
  }
}
