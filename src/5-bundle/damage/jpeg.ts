import { broken, type Damage, partial } from './kinds.ts';

const [huffman, arithmetic, quantization] = [0xc4, 0xcc, 0xdb];
const [startOfScan, endOfImage] = [0xda, 0xd9];

/** Checks the markers and the frame header: https://www.w3.org/Graphics/JPEG/itu-t81.pdf @throws RangeError */
export function checkJpeg(bytes: Buffer): Damage | undefined {
  const seen = new Set<number>();
  let hasFrame = false;
  let at = 2;
  while (at + 2 <= bytes.length) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0) return damageAfter(seen, 'it contains invalid data');
    if (marker === endOfImage) return seen.has(startOfScan) ? undefined : noPixels;
    if (at + 4 > bytes.length) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) break;
    if (isFrame(marker)) {
      if (!isValidFrame(bytes.subarray(at + 4, end))) return broken('its header is invalid');
      hasFrame = true;
    }
    seen.add(marker);
    at = end;
    if (marker !== startOfScan) continue;
    if (!hasFrame) return broken('its header is missing');
    if (!seen.has(quantization)) return broken('its quantization tables are missing');
    const next = findScanEnd(bytes, end);
    if (next === end) return noPixels;
    at = next;
  }
  return damageAfter(seen, 'its end is missing');
}

const noPixels = broken('it contains no pixels');

function damageAfter(seen: ReadonlySet<number>, what: string): Damage {
  return seen.has(startOfScan) ? partial(what) : broken(what);
}

/** SOF0 to SOF15, except the tables and the arithmetic coding conditions among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![huffman, 0xc8, arithmetic].includes(marker);
}

function isValidFrame(frame: Buffer): boolean {
  const [precision, components] = [frame.readUInt8(0), frame.readUInt8(5)];
  const [height, width] = [frame.readUInt16BE(1), frame.readUInt16BE(3)];
  const isComplete = frame.length >= 6 + 3 * components;
  // Browsers show no other precision.
  return precision === 8 && width > 0 && height > 0 && components > 0 && isComplete;
}

/** The offset of the marker after the compressed data of a scan. */
function findScanEnd(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    const isData = next === 0 || next === 0xff || (next !== undefined && isRestart(next));
    if (next !== undefined && !isData) return at;
  }
  return bytes.length;
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7;
}
