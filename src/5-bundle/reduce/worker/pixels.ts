import type { Crop } from './job.ts';

/** An image as red, green, blue and opacity, from 0 to 255 each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

export function pixelsOf(width: number, height: number): Pixels {
  return { width, height, data: new Uint8ClampedArray(width * height * 4) };
}

export function isOpaque({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false;
  return true;
}

/**
 * Turns and mirrors an image so that it is shown upright.
 *
 * @param orientation in Exif, 1 to 8
 */
export function applyOrientation(image: Pixels, orientation: number): Pixels {
  const step = steps[orientation];
  if (!step) return image;
  const { width, height } = image;
  const isTurned = orientation >= 5;
  const upright = isTurned ? pixelsOf(height, width) : pixelsOf(width, height);
  const from = new Uint32Array(image.data.buffer, image.data.byteOffset, width * height);
  const to = new Uint32Array(upright.data.buffer);
  for (let y = 0; y < upright.height; y++) {
    for (let x = 0; x < upright.width; x++) {
      const [column, row] = step(x, y, width - 1, height - 1);
      to[y * upright.width + x] = from[row * width + column] ?? 0;
    }
  }
  return upright;
}

/** Cuts off parts of an image; at least one pixel is left. */
export function cropPixels(image: Pixels, { left, top, right, bottom }: Crop): Pixels {
  const [x, width] = rangeOf(image.width, left, right);
  const [y, height] = rangeOf(image.height, top, bottom);
  const cropped = pixelsOf(width, height);
  for (let row = 0; row < height; row++) {
    const start = ((y + row) * image.width + x) * 4;
    cropped.data.set(image.data.subarray(start, start + width * 4), row * width * 4);
  }
  return cropped;
}

/** @returns the first pixel and the count of those that are left */
function rangeOf(length: number, before: number, after: number): readonly [number, number] {
  const first = Math.min(Math.round(length * before), length - 1);
  return [first, Math.max(1, Math.round(length * (1 - after)) - first)];
}

/** Where a pixel of the upright image is in the stored one, whose last column and row are given. */
type Step = (x: number, y: number, right: number, bottom: number) => readonly [number, number];

const steps: Readonly<Record<number, Step>> = {
  2: (x, y, right) => [right - x, y],
  3: (x, y, right, bottom) => [right - x, bottom - y],
  4: (x, y, _, bottom) => [x, bottom - y],
  5: (x, y) => [y, x],
  6: (x, y, _, bottom) => [y, bottom - x],
  7: (x, y, right, bottom) => [right - y, bottom - x],
  8: (x, y, right) => [right - y, x],
};
