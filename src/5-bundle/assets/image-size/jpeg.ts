import { isFrame } from '../../formats/jpeg-markers.ts';
import type { ImageSize } from '../image-size.ts';
import { isTurned, readOrientation } from './exif.ts';

/** Reads the frame header and the orientation of a JPEG: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2. */
export function jpegSize(bytes: Buffer): ImageSize | undefined {
  let orientation = 1;
  for (let at = 2; at + 4 <= bytes.length; ) {
    // Any number of fill bytes may precede a marker.
    if (bytes[at] !== 0xff || bytes[at + 1] === 0xff) {
      at++;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (isAlone(marker)) {
      at += 2;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    if (isFrame(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return isTurned(orientation) ? { width: height, height: width } : { width, height };
    }
    const isExif = marker === 0xe1 && bytes.toString('latin1', at + 4, at + 10) === 'Exif\0\0';
    if (isExif) orientation = readOrientation(bytes.subarray(at + 10, at + 2 + length));
    at += 2 + length;
  }
  return undefined;
}

/** Markers without a segment. */
function isAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}
