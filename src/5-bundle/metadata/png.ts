import { crc32 } from 'node:zlib';
import { readOrientation, writeOrientation } from './exif.ts';

/** Chunks that affect how an image is shown, besides those that every decoder needs. */
const shown = new Set(
  'tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(' '),
);

/**
 * Removes texts, times, Exif data and unknown chunks: https://www.w3.org/TR/png-3/
 *
 * @throws RangeError
 */
export function stripPng(bytes: Buffer): Buffer {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; ; ) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) {
      // Browsers show an image whose end is missing.
      if (bytes.toString('latin1', at + 4, at + 8) !== 'IDAT')
        throw new RangeError('a chunk is cut off');
      parts.push(bytes.subarray(at));
      return Buffer.concat(parts);
    }
    const name = bytes.toString('latin1', at + 4, at + 8);
    const isCritical = /^[A-Z]/.test(name);
    if (isCritical || shown.has(name)) parts.push(bytes.subarray(at, end));
    else if (name === 'eXIf') parts.push(...exifChunk(bytes.subarray(at + 8, end - 4)));
    if (name === 'IEND') return Buffer.concat(parts);
    at = end;
  }
}

function exifChunk(exif: Buffer): readonly Buffer[] {
  const tiff = writeOrientation(readOrientation(exif));
  if (!tiff) return [];
  const content = Buffer.concat([Buffer.from('eXIf', 'latin1'), tiff]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(tiff.length);
  sum.writeUInt32BE(crc32(content));
  return [length, content, sum];
}
