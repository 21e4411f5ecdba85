import { type Matrix, multiply } from '../../../chart/svg/matrix.ts';
import { type Box, invert, mapPoint } from '../matrix.ts';
import type { Shading } from './shading.ts';

/** Red, green, blue and alpha from 0 to 1; the colors are multiplied by alpha. */
export type Rgba = [red: number, green: number, blue: number, alpha: number];

/** What the colors of a gradient depend on, in its own coordinates. */
export type GradientKind = 'linear' | 'radial' | 'conic' | 'other';

/** A gradient with the transparency of its mask. */
export interface Gradient {
  /** Maps its own coordinates to those of the content that uses it. */
  readonly matrix: Matrix;
  /** Computes the color at a point of its own coordinates. */
  readonly sample: (x: number, y: number, result: Rgba) => void;
}

/**
 * Combines colors and a mask, whose brightness is the alpha.
 *
 * @returns `undefined` if the coordinates cannot be converted
 */
export function combine(color: Shading, mask: Shading | undefined): Gradient | undefined {
  const { matrix, colorAt } = color;
  const toMask = mask && invert(mask.matrix);
  if (mask !== undefined && toMask === undefined) return undefined;
  const convert = toMask && multiply(toMask, matrix);
  const sample = (x: number, y: number, result: Rgba): void => {
    let alpha = 1;
    if (mask && convert) {
      const [maskX, maskY] = mapPoint(convert, [x, y]);
      alpha = clamp(mask.colorAt(maskX, maskY)?.[0] ?? 0);
    }
    const found = alpha > 0 ? colorAt(x, y) : undefined;
    for (const index of [0, 1, 2] as const) result[index] = alpha * clamp(found?.[index] ?? 0);
    result[3] = found === undefined ? 0 : alpha;
  };
  return { matrix, sample };
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** Finds out what the colors depend on, from points in a box of the gradient's coordinates. */
export function kindOf({ sample }: Gradient, box: Box): GradientKind {
  const [one, two]: [Rgba, Rgba] = [
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ];
  const areEqual = (x: number, y: number, otherX: number, otherY: number): boolean => {
    sample(x, y, one);
    sample(otherX, otherY, two);
    return one.every((value, index) => Math.abs(value - (two[index] ?? 0)) < 2e-3);
  };
  const points = pointsIn(box);
  const holds = (test: (x: number, y: number) => boolean): boolean =>
    points.every(([x, y]) => test(x, y));
  const [, bottom, , top] = box;
  if (holds((x, y) => areEqual(x, y, x, bottom) && areEqual(x, y, x, top))) return 'linear';
  if (holds((x, y) => areEqual(x, y, Math.sqrt(x * x + y * y), 0))) return 'radial';
  return holds((x, y) => areEqual(x, y, x / 3, y / 3)) ? 'conic' : 'other';
}

/** Points that are spread evenly but lie on no line or circle. */
function pointsIn([left, bottom, right, top]: Box): readonly (readonly [number, number])[] {
  return Array.from({ length: 24 }, (_, index) => {
    const [across, up] = [((index + 1) * 0.754877666) % 1, ((index + 1) * 0.569840291) % 1];
    return [left + across * (right - left), bottom + up * (top - bottom)];
  });
}
