import { checkCount } from './parts.ts';

/** A box of an MP4 or AVIF file: ISO/IEC 14496-12. */
export interface Box {
  readonly type: string;
  readonly start: number;
  /** Of its content. */
  readonly inner: number;
  /** At most that of its parent. */
  readonly end: number;
  /** Whether its parent ends within it, as the end of a file may be missing. */
  readonly isCut: boolean;
}

/** Reads the boxes in a range. @throws RangeError */
export function readBoxes(bytes: Buffer, start = 0, end = bytes.length): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= end; ) {
    const short = bytes.readUInt32BE(at);
    const isLong = short === 1;
    const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short || end - at;
    const inner = at + (isLong ? 16 : 8);
    const next = at + size;
    if (next < inner) throw new RangeError('a box without an end');
    const type = bytes.toString('latin1', at + 4, at + 8);
    checkCount(boxes.length);
    boxes.push({ type, start: at, inner, end: Math.min(end, next), isCut: next > end });
    at = next;
  }
  return boxes;
}
