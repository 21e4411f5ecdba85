import { crc32, inflateSync } from 'node:zlib';
import { checkCount } from '../formats/parts.ts';
import { broken, type Damage, partial } from './kinds.ts';

/** The allowed bit depths and the samples of a pixel, by color type: https://www.w3.org/TR/png-3/#6Colour-values */
const colorTypes: Readonly<Record<number, readonly [depths: readonly number[], samples: number]>> =
  {
    0: [[1, 2, 4, 8, 16], 1],
    2: [[8, 16], 3],
    3: [[1, 2, 4, 8], 1],
    4: [[8, 16], 2],
    6: [[8, 16], 4],
  };

/** Larger images are not decompressed for the check. */
const maxDecoded = 128 * 1024 * 1024;
/** As in Chromium. */
const maxPixels = 2 ** 29 - 1;

/** Checks the header, the checksums, and that there is a value for each pixel. @throws RangeError */
export function checkPng(bytes: Buffer): Damage | undefined {
  if (bytes.length < 8 + 25) return broken('it ends within its header');
  if (bytes.toString('latin1', 12, 16) !== 'IHDR' || bytes.readUInt32BE(8) !== 13) {
    return broken('its header is missing');
  }
  const decoded = decodedSize(bytes);
  if (decoded === undefined) return broken('its header is invalid');
  const { data, hasPalette, damage } = readChunks(bytes);
  if (damage && !damage.isPartial) return damage;
  if (bytes[25] === 3 && !hasPalette) return broken('its palette is missing');
  if (data.length === 0) return broken('it contains no pixels');
  return damage ?? (decoded <= maxDecoded ? checkPixels(Buffer.concat(data), decoded) : undefined);
}

/** The bytes of the decompressed image; `undefined` if the header is invalid. */
function decodedSize(bytes: Buffer): number | undefined {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [depth = 0, color = 0, compression, filter, interlace = 0] = bytes.subarray(24, 29);
  const [depths = [], samples = 0] = colorTypes[color] ?? [];
  const isValid = depths.includes(depth) && compression === 0 && filter === 0 && interlace <= 1;
  if (!isValid || width === 0 || height === 0 || width * height > maxPixels) return undefined;
  const size = (columns: number, rows: number): number =>
    columns === 0 ? 0 : rows * (1 + Math.ceil((columns * samples * depth) / 8));
  if (interlace === 0) return size(width, height);
  return passes.reduce((sum, [x, y, dx, dy]) => {
    return sum + size(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy));
  }, 0);
}

/** The first column and row, and the distances, of the passes of Adam7. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface Chunks {
  readonly data: readonly Buffer[];
  readonly hasPalette: boolean;
  readonly damage?: Damage;
}

function readChunks(bytes: Buffer): Chunks {
  const data: Buffer[] = [];
  let hasPalette = false;
  let damage: Damage | undefined;
  let chunks = 0;
  for (let at = 8; at + 12 <= bytes.length; ) {
    checkCount(++chunks);
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    const content = bytes.subarray(at + 8, Math.min(end - 4, bytes.length));
    if (name === 'PLTE') hasPalette = true;
    if (name === 'IDAT') data.push(content);
    if (end > bytes.length) break;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) {
      const what = `the checksum of its part ${name.replace(/[^A-Za-z]/g, '?')} is wrong`;
      if (/^[A-Z]/.test(name)) return { data, hasPalette, damage: broken(what) };
      damage ??= partial(what);
    }
    if (name === 'IEND') return { data, hasPalette, ...(damage && { damage }) };
    at = end;
  }
  return { data, hasPalette, damage: partial('its end is missing') };
}

function checkPixels(data: Buffer, size: number): Damage | undefined {
  try {
    const { length } = inflateSync(data, { maxOutputLength: size + 1024 });
    return length < size ? partial('some of its pixels are missing') : undefined;
  } catch (error) {
    // More pixels than the header announces are ignored.
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    return broken('its pixels cannot be decompressed');
  }
}
