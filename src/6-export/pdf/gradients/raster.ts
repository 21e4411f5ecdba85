import { type Matrix, multiply } from '../../../chart/svg/matrix.ts';
import { type Box, boxAround, intersect, invert, mapBox, mapPoint } from '../matrix.ts';
import { type Gradient, kindOf, type Rgba } from './gradient.ts';
import { Profile } from './profile.ts';

/** A sampled gradient. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Four numbers a pixel, from the top left; the colors are multiplied by alpha. */
  readonly pixels: Float64Array;
  /** Maps the unit square to where the image is. */
  readonly matrix: Matrix;
}

/** Samples per CSS pixel, so that edges are sharp on screens of high resolution too. */
const density = 2;

/** A smooth gradient needs fewer samples: viewers interpolate between them. */
const largestStep = 0.02;
const leastDensity = 1 / 4;

const mostColumns = 4096;
const mostPixels = 3e6;

/**
 * Samples a gradient. A linear one becomes a row of pixels that is stretched across the box.
 *
 * @param box in the coordinates of the content that uses the gradient
 * @param scale CSS pixels per unit of these coordinates
 * @returns `undefined` if nothing is visible in the box
 */
export function rasterize(gradient: Gradient, box: Box, scale: number): Raster | undefined {
  const toGradient = invert(gradient.matrix);
  if (toGradient === undefined) return undefined;
  const own = mapBox(toGradient, box);
  const kind = kindOf(gradient, own);
  if (kind === 'linear') return rasterizeRow(gradient, own, scale);
  if (kind === 'other') return rasterizeBox(box, scale * density, toGradient, gradient.sample);
  if (kind === 'conic') return rasterizeConic(gradient, box, scale, toGradient);
  return rasterizeRadial(gradient, box, scale, toGradient);
}

function rasterizeRow({ matrix, sample }: Gradient, own: Box, scale: number): Raster {
  const [left, bottom, right, top] = own;
  const middle = (bottom + top) / 2;
  const length = (right - left) * Math.sqrt(matrix[0] ** 2 + matrix[1] ** 2) * scale;
  const width = Math.max(1, Math.min(mostColumns, Math.ceil(length * density)));
  const profile = new Profile(left, right, (x, result) => sample(x, middle, result));
  const pixels = new Float64Array(width * 4);
  const color: Rgba = [0, 0, 0, 0];
  const step = (right - left) / width;
  for (let column = 0; column < width; column++) {
    profile.average(left + column * step, left + (column + 1) * step, color);
    pixels.set(color, column * 4);
  }
  const place: Matrix = [right - left, 0, 0, top - bottom, left, bottom];
  return { width, height: 1, pixels, matrix: multiply(matrix, place) };
}

function rasterizeRadial(
  { matrix, sample }: Gradient,
  box: Box,
  scale: number,
  toGradient: Matrix,
): Raster | undefined {
  const [left, bottom, right, top] = mapBox(toGradient, box);
  const reach = Math.sqrt(Math.max(left ** 2, right ** 2) + Math.max(bottom ** 2, top ** 2));
  const profile = new Profile(0, reach, (radius, result) => sample(radius, 0, result));
  const end = profile.visibleEnd();
  const visible = intersect(box, circleBox(matrix, end + reach / 1000));
  if (visible === undefined) return undefined;
  const pixel = 1 / (scale * density * largestScale(matrix));
  const coarseness = largestStep / Math.max(profile.steepest(pixel), 1e-6);
  const samples = density / Math.min(density / leastDensity, Math.max(1, coarseness));
  const [a, b, c, d] = toGradient;
  return rasterizeBox(visible, scale * samples, toGradient, (x, y, result, size) => {
    const radius = Math.sqrt(x * x + y * y);
    const across = (x * a + y * b) / (radius || 1);
    const up = (x * c + y * d) / (radius || 1);
    const half = (Math.sqrt(across * across + up * up) * size) / 2;
    profile.average(Math.max(0, radius - half), radius + half, result);
  });
}

function rasterizeConic(
  { sample }: Gradient,
  box: Box,
  scale: number,
  toGradient: Matrix,
): Raster | undefined {
  const turn = 2 * Math.PI;
  const profile = new Profile(0, 2, (position, result) =>
    sample(Math.cos(position * turn), Math.sin(position * turn), result),
  );
  const [a, b, c, d] = toGradient;
  return rasterizeBox(box, scale * density, toGradient, (x, y, result, size) => {
    const square = x * x + y * y || 1e-12;
    const across = (x * b - y * a) / (square * turn);
    const up = (x * d - y * c) / (square * turn);
    const half = Math.min(0.5, (Math.sqrt(across * across + up * up) * size) / 2);
    // From 0.5 to 1.5, so that a range around it is in the profile.
    const angle = Math.atan2(y, x) / turn;
    const position = angle < 0.5 ? angle + 1 : angle;
    profile.average(position - half, position + half, result);
  });
}

/** Computes the color around a point of the gradient's coordinates. @param size of a pixel */
type SamplePixel = (x: number, y: number, result: Rgba, size: number) => void;

/** @param resolution pixels per unit of the box */
function rasterizeBox(
  box: Box,
  resolution: number,
  toGradient: Matrix,
  samplePixel: SamplePixel,
): Raster {
  const [left, bottom, right, top] = box;
  const wanted = (right - left) * (top - bottom) * resolution ** 2;
  const size = Math.max(1, Math.sqrt(wanted / mostPixels)) / resolution;
  const [width, height] = [Math.ceil((right - left) / size), Math.ceil((top - bottom) / size)];
  const pixels = new Float64Array(width * height * 4);
  const color: Rgba = [0, 0, 0, 0];
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at += 4) {
      const [x, y] = mapPoint(toGradient, [left + (column + 0.5) * size, top - (row + 0.5) * size]);
      samplePixel(x, y, color, size);
      pixels.set(color, at);
    }
  }
  const matrix: Matrix = [width * size, 0, 0, height * size, left, top - height * size];
  return { width, height, pixels, matrix };
}

/** The box around a circle at the origin. */
function circleBox([a, b, c, d, e, f]: Matrix, radius: number): Box {
  const [across, up] = [Math.sqrt(a * a + c * c) * radius, Math.sqrt(b * b + d * d) * radius];
  const corners = [
    [e - across, f - up],
    [e + across, f + up],
  ] as const;
  return boxAround(corners) ?? [0, 0, 0, 0];
}

/** How much a length can grow. */
function largestScale([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.max(a * a + b * b, c * c + d * d));
}
