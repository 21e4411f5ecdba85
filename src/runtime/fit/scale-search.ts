import type { Measurement } from './overflow.ts';

/** The scales of a slide's type and gaps, in even stages down to the smallest readable one. */
export const scales: readonly number[] = [
  1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68, 0.64, 0.6, 0.56, 0.52,
];

const last = scales.length - 1;

/**
 * The shares of the wanted height that drawings have to keep: all of it, or less where the text would have
 * to be smaller than readable for that.
 */
const goals = [1, 0.5, 0] as const;

/** What was measured of a slide, by the index of the scale. */
export type Measurements = ReadonlyMap<number, Measurement>;

/** The index of a scale: the one to use, or the next to measure. */
export type Decision = { readonly use: number } | { readonly measure: number };

/** Searches for the largest scale at which a slide fits with as few measurements as possible: most slides need one. */
export function decide(known: Measurements): Decision {
  const whole = known.get(0);
  if (!whole) return { measure: 0 };
  for (const goal of goals) {
    const fits = ({ isFull, drawn }: Measurement): boolean => !isFull && drawn >= goal;
    // Above `low`, no scale is known not to fit; the one at `high` fits.
    let [low, high] = [-1, scales.length];
    for (const [index, measurement] of known) {
      if (fits(measurement)) high = Math.min(high, index);
      else low = Math.max(low, index);
    }
    if (high - low > 1) return { measure: nextBetween(low, high, known.size, guess(whole)) };
    if (high <= last) return { use: high };
  }
  return { use: whole.isFull ? last : 0 };
}

/** The guess is mostly right, or one stage off. */
function nextBetween(low: number, high: number, measured: number, guessed: number): number {
  if (measured === 1) return Math.min(Math.max(guessed, low + 1), high - 1);
  const isFound = high <= last;
  if (measured === 2) return isFound ? high - 1 : low + 1;
  return Math.ceil((low + high) / 2);
}

/** Text takes the square of its scale, as lines get longer and lower. */
function guess({ ratio }: Measurement): number {
  const scale = Math.sqrt(1 / ratio);
  return Math.min(last, Math.max(1, Math.round((1 - scale) / 0.04)));
}
