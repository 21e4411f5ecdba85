import { type ChartData, hasShape } from '../series/data.ts';
import type { ChartStyle } from '../style.ts';

/** With more bars or points than this, value labels would be too dense. */
export const maxLabelled = 12;

/**
 * The thickness of a bar.
 *
 * @param slot the width of a category
 * @param groupSize how many bars are grouped in a category
 */
export function barThickness(slot: number, groupSize: number, { unit }: ChartStyle): number {
  const share = groupSize > 1 ? 0.76 / groupSize : 0.86;
  return Math.min(slot * share * 0.9, 110 * unit);
}

/** Whether points are centered in their categories, as bars are, instead of starting at the axis. */
export function hasOffset(data: ChartData): boolean {
  if (hasShape(data, 'bar')) return true;
  return data.xScale === 'category' && !data.stacked && data.labels.length <= maxLabelled;
}

/** Whether a label looks like a year, quarter or date, so that omitted neighbors can be inferred. */
export function isOrdinal(label: string): boolean {
  return label.length <= 16 && /\p{N}/u.test(label);
}
