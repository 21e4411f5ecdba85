import type { ImageSize } from '../image-size.ts';
import { isTurned, readOrientation } from './exif.ts';

/** Reads the size of a WebP: https://developers.google.com/speed/webp/docs/riff_container */
export function webpSize(bytes: Buffer): ImageSize | undefined {
  const type = bytes.toString('latin1', 12, 16);
  if (type === 'VP8 ') {
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  }
  if (type === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (type !== 'VP8X') return undefined;
  const [width, height] = [bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1];
  return isTurned(orientationOf(bytes)) ? { width: height, height: width } : { width, height };
}

function orientationOf(bytes: Buffer): number {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4);
    if (bytes.toString('latin1', at, at + 4) === 'EXIF') {
      const data = bytes.subarray(at + 8, at + 8 + length);
      const hasName = data.toString('latin1', 0, 6) === 'Exif\0\0';
      return readOrientation(hasName ? data.subarray(6) : data);
    }
    // Chunks have an even length.
    at += 8 + length + (length % 2);
  }
  return 1;
}
