import type { Scale } from 'chart.js';
import type { Extent } from './extent.ts';

/** The ticks of an axis, as Chart.js passes them. */
export type Ticks = readonly { readonly value: number }[];

/** The distance between two ticks; on a log scale, the tick's own value. */
export function stepOf(value: number, [first, second]: Ticks, isLog: boolean): number {
  return isLog || !first || !second ? value : second.value - first.value;
}

/** Adds a margin to a range; it does not extend below zero if the data do not. */
export function padded({ low, high }: Extent, share: number) {
  const margin = (high - low || Math.abs(high) || 1) * share;
  return {
    suggestedMin: low >= 0 ? Math.max(0, low - margin) : low - margin,
    suggestedMax: high + margin,
  };
}

/** Options for a scale with exactly these ticks. */
export function fixedTicks(values: readonly number[]) {
  return {
    min: values[0],
    max: values.at(-1),
    afterBuildTicks: (scale: Scale) => {
      scale.ticks = values.map((value) => ({ value }));
    },
  };
}
