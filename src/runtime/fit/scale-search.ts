import type { Measurement } from './overflow.ts';

/** The index of the smallest scale at which text is readable. */
const last = 12;

/** The scales of a slide's type and gaps, in even stages: 1, 0.96, … 0.52. */
export function scaleAt(index: number): number {
  return (100 - 4 * index) / 100;
}

/**
 * The shares of the wanted height that drawings have to keep: all of it, or less where the text would have
 * to be smaller than readable for that.
 */
const goals = [1, 0.5, 0] as const;

/** What was measured of a slide, by the index of the scale. */
export type Measurements = ReadonlyMap<number, Measurement>;

/**
 * Searches for the largest scale at which a slide fits, with as few measurements as possible.
 *
 * @param known contains that of scale 1
 * @returns the index of the scale to use if that was measured, and else of the next one to measure
 */
export function decide(known: Measurements): number {
  const whole = known.get(0) as Measurement;
  for (const goal of goals) {
    // At `low`, it is known not to fit; at `high`, it fits.
    let [low, high] = [-1, last + 1];
    for (const [index, { isFull, drawn }] of known) {
      if (!isFull && drawn >= goal) high = Math.min(high, index);
      else low = Math.max(low, index);
    }
    if (high - low > 1) return Math.ceil((low + high) / 2);
    if (high <= last) return high;
  }
  return whole.isFull ? last : 0;
}
