import type { Matrix } from '../../chart/svg/matrix.ts';

export type Point = readonly [x: number, y: number];

/** A rectangle: left, bottom, right, top. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

/** @throws if the four numbers that scale and turn are not all there; without the others, nothing is moved */
export function matrixOf(numbers: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = numbers;
  if (a === undefined || b === undefined || c === undefined || d === undefined) {
    throw new Error('a matrix without its six numbers');
  }
  return [a, b, c, d, e ?? 0, f ?? 0];
}

/** @returns `undefined` if it maps everything to a line or a point */
export function invert([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const determinant = a * d - b * c;
  if (determinant === 0 || !Number.isFinite(determinant)) return undefined;
  const [p, q, r, s] = [d / determinant, -b / determinant, -c / determinant, a / determinant];
  return [p, q, r, s, -(p * e + r * f), -(q * e + s * f)];
}

export function mapPoint([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The smallest box with all points; `undefined` without points. */
export function boxAround(points: readonly Point[]): Box | undefined {
  if (points.length === 0) return undefined;
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
  }
  return [left, bottom, right, top];
}

/** The box around a mapped box. */
export function mapBox(matrix: Matrix, [left, bottom, right, top]: Box): Box {
  const corners: readonly Point[] = [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ];
  return boxAround(corners.map((corner) => mapPoint(matrix, corner))) ?? [0, 0, 0, 0];
}

/** @returns `undefined` if they do not overlap */
export function intersect(a: Box, b: Box): Box | undefined {
  const [left, bottom] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
  const [right, top] = [Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return left < right && bottom < top ? [left, bottom, right, top] : undefined;
}

export function unite(a: Box | undefined, b: Box): Box {
  if (a === undefined) return b;
  return [
    ...([Math.min(a[0], b[0]), Math.min(a[1], b[1])] as const),
    ...([Math.max(a[2], b[2]), Math.max(a[3], b[3])] as const),
  ];
}
