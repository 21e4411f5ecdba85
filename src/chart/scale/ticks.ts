import type { Scale } from 'chart.js';
import type { Extent } from './extent.ts';

/** The numbers of an axis, as Chart.js hands them over. */
export type Ticks = readonly { readonly value: number }[];

/** How far it is from one number of an axis to the next; on a log scale each is its own step. */
export function stepOf(value: number, [first, second]: Ticks, isLog: boolean): number {
  return isLog || !first || !second ? value : second.value - first.value;
}

/** A range with a margin, which does not go below zero if the data do not. */
export function padded({ low, high }: Extent, share: number) {
  const margin = (high - low || Math.abs(high) || 1) * share;
  return {
    suggestedMin: low >= 0 ? Math.max(0, low - margin) : low - margin,
    suggestedMax: high + margin,
  };
}

/** Exactly these numbers, from the first to the last. */
export function fixedTicks(values: readonly number[]) {
  return {
    min: values[0],
    max: values.at(-1),
    afterBuildTicks: (scale: Scale) => {
      scale.ticks = values.map((value) => ({ value }));
    },
  };
}
