import { endOfImage, findScanEnd, isFrame, startOfScan } from '../formats/jpeg-markers.ts';
import { checkCount } from '../formats/parts.ts';

/** A segment of a JPEG's header: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1.1.4 */
interface Segment {
  readonly marker: number;
  readonly content: Buffer;
}

/** The segments before the first scan. @throws RangeError if the file ends among them, or has too many */
export function readSegments(bytes: Buffer): readonly Segment[] {
  const segments: Segment[] = [];
  for (let at = 2; ; ) {
    checkCount(segments.length);
    // Any number of fill bytes may precede a marker.
    while (bytes.readUInt8(at) === 0xff && bytes.readUInt8(at + 1) === 0xff) at++;
    const marker = bytes.readUInt8(at + 1);
    if (bytes[at] !== 0xff || marker === startOfScan) return segments;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    segments.push({ marker, content: bytes.subarray(at + 4, end) });
    at = end;
  }
}

/** The number of colors; `undefined` if there is no frame. */
export function componentsIn(segments: readonly Segment[]): number | undefined {
  return segments.find(({ marker }) => isFrame(marker))?.content[5];
}

/** The contents of the segments with a name, without the name. */
export function namedSegments(
  segments: readonly Segment[],
  marker: number,
  name: string,
): readonly Buffer[] {
  const found = segments.filter(
    (each) => each.marker === marker && each.content.toString('latin1', 0, name.length) === name,
  );
  return found.map(({ content }) => content.subarray(name.length));
}

/**
 * The number of scans of a JPEG. Decoders go through all pixels of the image in each, however short it is.
 *
 * @throws RangeError if it has too many segments
 */
export function countScans(bytes: Buffer): number {
  let [at, segments, scans] = [2, 0, 0];
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== endOfImage) {
    const isFill = bytes[at + 1] === 0xff;
    const isScan = bytes[at + 1] === startOfScan;
    const end = isFill ? at + 1 : at + 2 + bytes.readUInt16BE(at + 2);
    if (!isFill) checkCount(++segments);
    if (isScan) scans++;
    at = isScan ? findScanEnd(bytes, end) : end;
  }
  return scans;
}
