import { type Pixels, pixelsOf } from './pixels.ts';

/** The Lanczos kernel's radius, in pixels of the smaller image. */
const radius = 3;

/** The pixels of a line that one pixel of the smaller line is computed from, with their weights. */
interface Tap {
  readonly first: number;
  readonly weights: Float64Array;
}

/**
 * Scales an image down with a Lanczos filter, in linear light, so that fine patterns keep their brightness,
 * and with the colors multiplied by the opacity, so that transparent pixels do not color their neighbors.
 */
export function resize(image: Pixels, width: number, height: number): Pixels {
  if (width === image.width && height === image.height) return image;
  const columns = tapsFor(image.width, width);
  const rows = tapsFor(image.height, height);
  const small = pixelsOf(width, height);
  const length = width * 4;
  const sums = new Float64Array(length);
  // The rows that the current one is computed from, each filtered once.
  const room = Math.max(...rows.map(({ weights }) => weights.length));
  const filtered = Array.from({ length: room }, () => new Float32Array(length));
  const filteredRow = (row: number) => filtered[row % room] as Float32Array;
  let done = 0;
  for (const [y, { first, weights }] of rows.entries()) {
    for (; done < first + weights.length; done++) {
      filterRow(image, done, columns, filteredRow(done));
    }
    sums.fill(0);
    for (const [i, weight] of weights.entries()) {
      const row = filteredRow(first + i);
      for (let at = 0; at < length; at++) sums[at] = (sums[at] ?? 0) + weight * (row[at] ?? 0);
    }
    writeRow(sums, small.data, y * length);
  }
  return small;
}

function filterRow(
  { data, width }: Pixels,
  y: number,
  columns: readonly Tap[],
  row: Float32Array,
): void {
  const start = y * width * 4;
  let to = 0;
  for (const { first, weights } of columns) {
    let [red, green, blue, opacity] = [0, 0, 0, 0];
    let at = start + first * 4;
    for (let i = 0; i < weights.length; i++, at += 4) {
      const alpha = data[at + 3] ?? 0;
      const weight = (weights[i] ?? 0) * (alpha / 255);
      red += weight * (linear[data[at] ?? 0] ?? 0);
      green += weight * (linear[data[at + 1] ?? 0] ?? 0);
      blue += weight * (linear[data[at + 2] ?? 0] ?? 0);
      opacity += weight;
    }
    row[to++] = red;
    row[to++] = green;
    row[to++] = blue;
    row[to++] = opacity;
  }
}

function writeRow(sums: Float64Array, data: Uint8ClampedArray, start: number): void {
  for (let at = 0; at < sums.length; at += 4) {
    const opacity = Math.min(Math.max(sums[at + 3] ?? 0, 0), 1);
    const alpha = Math.round(opacity * 255);
    data[start + at + 3] = alpha;
    if (alpha === 0) continue;
    for (let channel = 0; channel < 3; channel++) {
      const value = Math.min(Math.max((sums[at + channel] ?? 0) / opacity, 0), 1);
      data[start + at + channel] = encoded[Math.round(value * (encoded.length - 1))] ?? 0;
    }
  }
}

function tapsFor(from: number, to: number): readonly Tap[] {
  const scale = from / to;
  return Array.from({ length: to }, (_, index) => {
    const center = (index + 0.5) * scale;
    const first = Math.max(0, Math.ceil(center - radius * scale - 0.5));
    const end = Math.min(from, Math.floor(center + radius * scale - 0.5) + 1);
    const raw = Float64Array.from({ length: end - first }, (_, i) =>
      lanczos((first + i + 0.5 - center) / scale),
    );
    const sum = raw.reduce((a, b) => a + b, 0);
    return { first, weights: raw.map((weight) => weight / sum) };
  });
}

/** Rounded, as the last digits of a sine may differ between versions of Node. */
function lanczos(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) >= radius) return 0;
  const angle = Math.PI * x;
  const value = (radius * Math.sin(angle) * Math.sin(angle / radius)) / (angle * angle);
  return Math.round(value * 2 ** 20) / 2 ** 20;
}

/** The light of each value of sRGB, from 0 to 1; rounded as above. */
const linear = Float64Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  const light = part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  return Math.round(light * 2 ** 24) / 2 ** 24;
});

/** The value of sRGB whose light is nearest, for the light in steps of 1 / 65535. */
const encoded = Uint8Array.from({ length: 65536 }, nearestValue());

function nearestValue(): (_: unknown, step: number) => number {
  let value = 0;
  return (_, step) => {
    const light = step / 65535;
    const middle = () => ((linear[value] ?? 0) + (linear[value + 1] ?? 2)) / 2;
    while (value < 255 && light > middle()) value++;
    return value;
  };
}
