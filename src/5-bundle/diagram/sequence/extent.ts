import type { Box } from '../svg.ts';

/** The horizontal extent of a drawing. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** The union of extents; without any, it is empty. */
export function union(extents: readonly Extent[]): Extent {
  return {
    left: Math.min(...extents.map(({ left }) => left)),
    right: Math.max(...extents.map(({ right }) => right)),
  };
}

export function isEmpty({ left }: Extent): boolean {
  return !Number.isFinite(left);
}

export function boxOf({ left, right }: Extent, top: number, bottom: number): Box {
  return { x: left, y: top, width: right - left, height: bottom - top };
}
