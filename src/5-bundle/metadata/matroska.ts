import { readElement, segment } from '../formats/matroska.ts';

/** The information about the film, the tracks, and one of them. */
const containers = new Set([segment, 0x1549a966, 0x1654ae6b, 0xae]);
/**
 * Tags, attachments, chapters; in the information: title, date, names and ids of files; of a track: its name, and that
 * of the codec; empty space, which may contain what was there before.
 */
const cleared = new Set([
  ...[0x1254c367, 0x1941a469, 0x1043a770, 0x7ba9, 0x4461, 0x7384, 0x3c83ab, 0x3e83bb, 0x73a4],
  ...[0x536e, 0x258688, 0xec],
]);
/** The programs that wrote the file, which it must name. */
const programs = new Set([0x4d80, 0x5741]);
const empty = 0xec;

/** Clears the metadata of a WebM file in place, as offsets in it refer to its clusters. @throws RangeError */
export function stripMatroska(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  clear(copy, 0, copy.length);
  return copy;
}

function clear(bytes: Buffer, start: number, end: number): void {
  for (let at = start; at < end; ) {
    const { id, inner, end: ownEnd } = readElement(bytes, at);
    const next = Math.min(end, ownEnd);
    if (containers.has(id)) clear(bytes, inner, next);
    else if (cleared.has(id)) erase(bytes, at, next);
    else if (programs.has(id)) bytes.fill(0x20, inner, next);
    at = next;
  }
}

/** Turns an element into an empty one of the same size. */
function erase(bytes: Buffer, start: number, end: number): void {
  const size = end - start;
  // Its size is one byte, or eight.
  const header = size < 100 ? 2 : 9;
  bytes.fill(0, start, end);
  bytes.writeUInt8(empty, start);
  if (header === 2) bytes.writeUInt8(0x80 | (size - header), start + 1);
  else bytes.writeBigUInt64BE((1n << 56n) | BigInt(size - header), start + 1);
}
