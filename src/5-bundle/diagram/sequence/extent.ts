import type { Box } from '../svg.ts';

/** How far what was drawn reaches to both sides. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** The extent of all; that of none is empty, and adds nothing to others. */
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
