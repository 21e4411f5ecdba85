import { comment, endOfImage, findScanEnd, startOfScan } from '../formats/jpeg-markers.ts';
import { readOrientation, writeOrientation } from './exif.ts';

const exifName = 'Exif\0\0';

/**
 * Removes all segments that decoders do not need, and what follows the image, such as a video of a phone:
 * https://www.w3.org/Graphics/JPEG/itu-t81.pdf
 *
 * @throws RangeError
 */
export function stripJpeg(bytes: Buffer): Buffer {
  const parts = [bytes.subarray(0, 2)];
  let at = 2;
  for (;;) {
    // Any number of fill bytes may precede a marker.
    while (bytes.readUInt8(at) === 0xff && bytes.readUInt8(at + 1) === 0xff) at++;
    if (bytes.readUInt8(at) !== 0xff) throw new RangeError('no marker');
    const marker = bytes.readUInt8(at + 1);
    if (marker === endOfImage) {
      parts.push(bytes.subarray(at, at + 2));
      return Buffer.concat(parts);
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) throw new RangeError('a segment is cut off');
    const segment = bytes.subarray(at, end);
    const kept = keepSegment(marker, segment);
    if (kept) parts.push(kept);
    at = end;
    if (marker !== startOfScan) continue;
    at = findScanEnd(bytes, end);
    parts.push(bytes.subarray(end, at));
    // Browsers show an image whose end is missing.
    if (at === bytes.length) return Buffer.concat(parts);
  }
}

/** @returns `undefined` to omit it */
function keepSegment(marker: number, segment: Buffer): Buffer | undefined {
  const hasName = (name: string) => segment.toString('latin1', 4, 4 + name.length) === name;
  if (marker === 0xe0) return hasName('JFIF\0') ? withoutThumbnail(segment) : undefined;
  if (marker === 0xe1 && hasName(exifName)) {
    const tiff = writeOrientation(readOrientation(segment.subarray(4 + exifName.length)));
    if (!tiff) return undefined;
    const content = Buffer.concat([Buffer.from(exifName, 'latin1'), tiff]);
    const header = Buffer.from([0xff, marker, 0, 0]);
    header.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([header, content]);
  }
  if (marker === 0xe2) return hasName('ICC_PROFILE\0') ? segment : undefined;
  if (marker === 0xee) return hasName('Adobe') ? withLength(segment, 16) : undefined;
  const isApplication = marker >= 0xe1 && marker <= 0xef;
  return isApplication || marker === comment ? undefined : segment;
}

function withoutThumbnail(segment: Buffer): Buffer {
  const short = withLength(segment, 18);
  short.writeUInt16BE(0, 16);
  return short;
}

/** The beginning of a segment, with its marker. */
function withLength(segment: Buffer, length: number): Buffer {
  const short = Buffer.from(segment.subarray(0, length));
  short.writeUInt16BE(short.length - 2, 2);
  return short;
}
