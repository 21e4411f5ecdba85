import { broken, type Damage, partial } from './kinds.ts';

/** Ids of elements: https://www.rfc-editor.org/rfc/rfc9559 */
const [segment, tracks, cluster] = [0x18538067, 0x1654ae6b, 0x1f43b675];

/** Checks that there are tracks and frames, and no element is cut off. @throws RangeError */
export function checkWebm(bytes: Buffer): Damage | undefined {
  const header = readElement(bytes, 0);
  if (header.end > bytes.length) return broken('it ends within its header');
  const body = header.end < bytes.length ? readElement(bytes, header.end) : undefined;
  if (body?.id !== segment) return broken('it contains no film');
  const seen = new Set<number>();
  let isCut = Number.isFinite(body.end) && body.end > bytes.length;
  for (let at = body.inner; at < Math.min(body.end, bytes.length); ) {
    let element: Element;
    try {
      element = readElement(bytes, at);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      isCut = true;
      break;
    }
    seen.add(element.id);
    if (Number.isFinite(element.end) && element.end > bytes.length) isCut = true;
    // Of an unknown size: it ends somewhere where the next one begins.
    at = Number.isFinite(element.end) ? element.end : element.inner;
    if (!Number.isFinite(element.end) && element.id !== cluster) break;
  }
  if (!seen.has(tracks)) return broken('its header is missing');
  if (!seen.has(cluster)) return broken('it contains no film');
  return isCut ? partial('its end is missing') : undefined;
}

interface Element {
  readonly id: number;
  readonly inner: number;
  /** Infinite if its size is unknown. */
  readonly end: number;
}

function readElement(bytes: Buffer, start: number): Element {
  const idLength = Math.clz32(bytes.readUInt8(start)) - 23;
  if (idLength > 4) throw new RangeError('no element');
  const id = bytes.readUIntBE(start, idLength);
  const at = start + idLength;
  const sizeLength = Math.clz32(bytes.readUInt8(at)) - 23;
  if (sizeLength > 8) throw new RangeError('no size');
  const inner = at + sizeLength;
  if (inner > bytes.length) throw new RangeError('an element is cut off');
  let value = BigInt(bytes.readUInt8(at) & (0xff >> sizeLength));
  for (const byte of bytes.subarray(at + 1, inner)) value = value * 256n + BigInt(byte);
  const isUnknown = value === (1n << BigInt(7 * sizeLength)) - 1n;
  return { id, inner, end: isUnknown ? Number.POSITIVE_INFINITY : inner + Number(value) };
}
