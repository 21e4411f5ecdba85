import { deflateSync } from 'node:zlib';
import type { PdfDraft } from '../draft.ts';
import { compressionLevel } from '../write.ts';
import type { Raster } from './raster.ts';

/**
 * Adds a sampled gradient as an image: its transparency as a soft mask, a single color as one pixel.
 *
 * @returns the number of the image; `undefined` if it is fully transparent
 */
export function addGradientImage(draft: PdfDraft, raster: Raster): number | undefined {
  const { width, height } = raster;
  const { colors, alphas, isSolid } = toBytes(raster);
  if (alphas.every((alpha) => alpha === 0)) return undefined;
  const isOpaque = alphas.every((alpha) => alpha === 255);
  const mask = isOpaque
    ? ''
    : ` /SMask ${addImage(draft, { width, height, bytes: alphas, components: 1 })} 0 R`;
  return isSolid
    ? addImage(draft, { width: 1, height: 1, bytes: colors.subarray(0, 3), components: 3 }, mask)
    : addImage(draft, { width, height, bytes: colors, components: 3 }, mask);
}

interface Bytes {
  /** Where a pixel is transparent, that of the pixel before, so that interpolation mixes in no black. */
  readonly colors: Uint8Array;
  readonly alphas: Uint8Array;
  /** Whether all visible pixels have one color. */
  readonly isSolid: boolean;
}

function toBytes({ pixels }: Raster): Bytes {
  const count = pixels.length / 4;
  const [colors, alphas] = [new Uint8Array(count * 3), new Uint8Array(count)];
  let first = 0;
  while (first < count && toByte(pixels[first * 4 + 3] ?? 0) === 0) first++;
  const last: [number, number, number] = [0, 0, 0];
  let isSolid = true;
  for (let index = -1; index < count; index++) {
    // The color of the first visible pixel also fills the transparent ones before it.
    const at = (index < 0 ? Math.min(first, count - 1) : index) * 4;
    const alpha = pixels[at + 3] ?? 0;
    const isVisible = toByte(alpha) > 0;
    for (const part of [0, 1, 2] as const) {
      if (isVisible) {
        const value = toByte((pixels[at + part] ?? 0) / alpha);
        if (index >= 0) isSolid &&= Math.abs(value - (colors[part] ?? 0)) <= 1 || index === 0;
        last[part] = value;
      }
      if (index >= 0) colors[index * 3 + part] = last[part];
    }
    if (index >= 0) alphas[index] = toByte(alpha);
  }
  return { colors, alphas, isSolid };
}

function toByte(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 255);
}

interface Samples {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  readonly components: 1 | 3;
}

function addImage(draft: PdfDraft, samples: Samples, entries = ''): number {
  const { width, height, components } = samples;
  const [stream, parameters] = compress(samples);
  const space = components === 1 ? '/DeviceGray' : '/DeviceRGB';
  const keys = [
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height}`,
    `/ColorSpace ${space} /BitsPerComponent 8 /Interpolate true${entries}`,
    `/Filter /FlateDecode /Length ${stream.length}`,
  ];
  return draft.add(`<<${keys.join(' ')}${parameters}>>`, stream);
}

/** Differences compress smooth images better, and plain bytes those of few colors. */
function compress(samples: Samples): readonly [stream: Buffer, parameters: string] {
  const { width, bytes, components } = samples;
  const plain = deflateSync(bytes, { level: compressionLevel });
  const predicted = deflateSync(predict(samples), { level: compressionLevel });
  if (plain.length <= predicted.length) return [plain, ''];
  const keys = `/Predictor 15 /Colors ${components} /Columns ${width}`;
  return [predicted, ` /DecodeParms <<${keys}>>`];
}

/** Filters of PNG: each byte less that of the pixel before. */
const sub = 1;

/** Each byte less that of the row above. */
const up = 2;

/** Writes each byte as a difference. */
function predict({ width, height, bytes, components }: Samples): Uint8Array {
  const length = width * components;
  const filtered = new Uint8Array((length + 1) * height);
  for (let row = 0; row < height; row++) {
    const at = row * (length + 1);
    filtered[at] = row === 0 ? sub : up;
    const distance = row === 0 ? components : length;
    for (let column = 0; column < length; column++) {
      const index = row * length + column;
      const before = row === 0 && column < components ? 0 : (bytes[index - distance] ?? 0);
      filtered[at + 1 + column] = (bytes[index] ?? 0) - before;
    }
  }
  return filtered;
}
