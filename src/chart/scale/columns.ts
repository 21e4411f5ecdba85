import { type ChartData, hasShape } from '../series/data.ts';
import type { ChartLook } from '../style.ts';

/** Above so many bars or points, numbers at each would be a thicket. */
export const maxLabelled = 12;

/** The thickness of one of so many bars side by side in a slot. */
export function barThickness(slot: number, abreast: number, { unit }: ChartLook): number {
  const share = abreast > 1 ? 0.76 / abreast : 0.86;
  return Math.min(slot * share * 0.9, 110 * unit);
}

/** Points stand in the middle of their slots, as bars do, where they are few. */
export function hasOffset(data: ChartData): boolean {
  if (hasShape(data, 'bar')) return true;
  return data.xScale === 'category' && !data.stacked && data.labels.length <= maxLabelled;
}

/** Years, quarters, dates: where some are left out, people know what stood there. */
export function isOrdinal(label: string): boolean {
  return label.length <= 16 && /\p{N}/u.test(label);
}
