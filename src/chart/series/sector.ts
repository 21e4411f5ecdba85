import type { ChartData } from './data.ts';

/** A part of a circle, as Chart.js lays it out: the whole, or what the author's options say. */
export interface Sector {
  /** From the top, in degrees. */
  readonly rotation: number;
  /** In degrees. */
  readonly circumference: number;
  /** The radius of the hole, in radii. */
  readonly cutout: number;
  /** Its size and the place of the circle's center relative to its middle, in radii. */
  readonly width: number;
  readonly height: number;
  readonly centerX: number;
  readonly centerY: number;
}

const doughnutCutout = 0.62;

/** The radius of a chart's hole, in radii. */
export function cutoutOf({ type, options: { cutout } }: ChartData): number {
  if (typeof cutout === 'string' && cutout.endsWith('%')) return Number.parseFloat(cutout) / 100;
  return type === 'doughnut' ? doughnutCutout : 0;
}

export function sectorOf(rotation: number, circumference: number, cutout: number): Sector {
  const start = ((rotation - 90) * Math.PI) / 180;
  const sweep = (Math.min(360, Math.max(1, circumference)) * Math.PI) / 180;
  const contains = (angle: number): boolean => {
    const turn = 2 * Math.PI;
    return (((angle - start) % turn) + turn) % turn <= sweep + 1e-9;
  };
  // The inner and outer corners of the sector, and the extremes of its arc.
  const quarter = Math.PI / 2;
  const extremes = [0, quarter, 2 * quarter, 3 * quarter].filter(contains);
  const corners = [start, start + sweep];
  const along = (project: (angle: number) => number): readonly number[] => [
    ...corners.flatMap((angle) => [project(angle), project(angle) * cutout]),
    ...extremes.map(project),
  ];
  const [xs, ys] = [along(Math.cos), along(Math.sin)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return {
    rotation,
    circumference,
    cutout,
    width: right - left,
    height: bottom - top,
    centerX: -(left + right) / 2,
    centerY: -(top + bottom) / 2,
  };
}
