import {
  endOfImage,
  findScanEnd,
  isFrame,
  quantization,
  startOfScan,
} from '../formats/jpeg-markers.ts';
import { checkCount } from '../formats/parts.ts';
import { broken, type Damage, partial } from './kinds.ts';

/** Checks the markers and the frame header: https://www.w3.org/Graphics/JPEG/itu-t81.pdf @throws RangeError */
export function checkJpeg(bytes: Buffer): Damage | undefined {
  const seen = new Set<number>();
  let hasFrame = false;
  let [at, segments] = [2, 0];
  while (at + 2 <= bytes.length) {
    checkCount(++segments);
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

function isValidFrame(frame: Buffer): boolean {
  const [precision, components] = [frame.readUInt8(0), frame.readUInt8(5)];
  const [height, width] = [frame.readUInt16BE(1), frame.readUInt16BE(3)];
  const isComplete = frame.length >= 6 + 3 * components;
  // Browsers show no other precision.
  return precision === 8 && width > 0 && height > 0 && components > 0 && isComplete;
}
