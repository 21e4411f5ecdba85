import { identity, type Matrix, multiply } from '../../../chart/svg/matrix.ts';
import { readContent } from '../content/streams.ts';
import type { PdfDraft } from '../draft.ts';
import { matrixOf } from '../matrix.ts';
import {
  isDictionary,
  isReference,
  numbersOf,
  type PdfDictionary,
  type PdfValue,
  parsePdfValue,
} from '../values.ts';
import { compileCalculator } from './calculator.ts';
import { compileRamp, type Ramp } from './functions.ts';

/** A shading that can be computed at every point. */
export interface Shading {
  /** Maps the coordinates of the shading to those of the content that uses it. */
  readonly matrix: Matrix;
  /** `undefined` where nothing is painted. The result may be overwritten by the next call. */
  readonly colorAt: (x: number, y: number) => readonly number[] | undefined;
  /** Whether it is of type 1, computed by a function of x and y. */
  readonly isFunction: boolean;
}

/**
 * Reads a shading pattern.
 *
 * @returns `undefined` if it is not one, or of a kind that Chromium does not write
 */
export function readShading(draft: PdfDraft, number: number): Shading | undefined {
  const pattern = parsePdfValue(draft.textOf(number));
  if (!isDictionary(pattern) || pattern.get('PatternType') !== 2) return undefined;
  const shading = dereference(draft, pattern.get('Shading'));
  if (!isDictionary(shading)) return undefined;
  const numbers = numbersOf(pattern.get('Matrix'));
  const matrix = numbers.length === 6 ? matrixOf(numbers) : identity;
  const type = shading.get('ShadingType');
  if (type === 1) return readFunctionShading(draft, shading, matrix);
  if (type !== 2 && type !== 3) return undefined;
  const ramp = compileRamp(dereference(draft, shading.get('Function')));
  const coordinates = numbersOf(shading.get('Coords'));
  if (ramp === undefined) return undefined;
  const extend = shading.get('Extend');
  const extended = Array.isArray(extend) ? extend.map((value) => value === true) : [];
  const bounded = boundRamp(ramp, extended[0] ?? false, extended[1] ?? false);
  return type === 2
    ? axial(bounded, coordinates, matrix)
    : radial(bounded, coordinates, matrix, extended[1] ?? false);
}

function readFunctionShading(
  draft: PdfDraft,
  shading: PdfDictionary,
  matrix: Matrix,
): Shading | undefined {
  const reference = shading.get('Function');
  if (!isReference(reference)) return undefined;
  const code = readContent(draft, reference.object) ?? '';
  // Outside of its circles, a gradient is transparent; Chromium writes black.
  const calculator = compileCalculator(code.replace(/\{0 0 0\} ifelse\s*\}\s*$/, '{} ifelse}'));
  if (calculator === undefined) return undefined;
  const inner = numbersOf(shading.get('Matrix'));
  return {
    matrix: inner.length === 6 ? multiply(matrix, matrixOf(inner)) : matrix,
    colorAt: (x, y) => {
      const color = calculator(x, y);
      return color.length < 3 ? undefined : color;
    },
    isFunction: true,
  };
}

type BoundedRamp = (position: number) => readonly number[] | undefined;

function boundRamp(ramp: Ramp, before: boolean, after: boolean): BoundedRamp {
  return (position) => {
    if (position < 0) return before ? ramp(0) : undefined;
    if (position > 1) return after ? ramp(1) : undefined;
    return ramp(position);
  };
}

/** In coordinates in which the axis goes from 0 to 1 on x. */
function axial(ramp: BoundedRamp, coordinates: readonly number[], matrix: Matrix): Shading {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = coordinates;
  const [dx, dy] = [x1 - x0, y1 - y0];
  const axis: Matrix = [dx, dy, -dy, dx, x0, y0];
  return { matrix: multiply(matrix, axis), colorAt: (x) => ramp(x), isFunction: false };
}

/** In coordinates whose origin is the center of the first circle. */
function radial(
  ramp: BoundedRamp,
  coordinates: readonly number[],
  matrix: Matrix,
  isExtended: boolean,
): Shading {
  const [x0 = 0, y0 = 0, r0 = 0, x1 = 0, y1 = 0, r1 = 0] = coordinates;
  const [dx, dy, dr] = [x1 - x0, y1 - y0, r1 - r0];
  const positionAt = circlePosition(dx, dy, r0, dr, isExtended);
  return {
    matrix: multiply(matrix, [1, 0, 0, 1, x0, y0]),
    colorAt: (x, y) => {
      const position = positionAt(x, y);
      return position === undefined ? undefined : ramp(position);
    },
    isFunction: false,
  };
}

/**
 * The largest position whose circle goes through a point, of circles with a center at
 * (position · dx, position · dy) and a radius of r0 + position · dr (ISO 32000-1, 8.7.4.5.4).
 */
function circlePosition(
  dx: number,
  dy: number,
  r0: number,
  dr: number,
  isExtended: boolean,
): (x: number, y: number) => number | undefined {
  if (dx === 0 && dy === 0) return (x, y) => (Math.sqrt(x * x + y * y) - r0) / dr;
  const a = dx * dx + dy * dy - dr * dr;
  return (x, y) => {
    const b = x * dx + y * dy + r0 * dr;
    const c = x * x + y * y - r0 * r0;
    const root = Math.sqrt(b * b - a * c);
    const found = Math.abs(a) < 1e-9 ? [c / (2 * b)] : [(b + root) / a, (b - root) / a];
    const valid = found.filter(
      (position) => r0 + position * dr >= 0 && (isExtended || position <= 1),
    );
    return valid.length === 0 ? undefined : Math.max(...valid);
  };
}

function dereference(draft: PdfDraft, value: PdfValue | undefined): PdfValue | undefined {
  return isReference(value) ? parsePdfValue(draft.textOf(value.object)) : value;
}
