import { endOfTags, readSize } from '../formats/id3.ts';

/** Removes ID3 tags at both ends and APE tags: https://id3.org/id3v2.4.0-structure @throws RangeError */
export function stripMp3(bytes: Buffer): Buffer {
  const start = endOfTags(bytes);
  let end = bytes.length;
  for (;;) {
    const size = endTagSize(bytes.subarray(start, end));
    if (size === 0) break;
    end -= size;
  }
  if (start > end) throw new RangeError('no sound');
  return bytes.subarray(start, end);
}

/** The size of the tag with which the bytes end. */
function endTagSize(bytes: Buffer): number {
  const at = (offset: number, name: string): boolean =>
    offset >= 0 && bytes.toString('latin1', offset, offset + name.length) === name;
  const { length } = bytes;
  if (at(length - 128, 'TAG')) return 128;
  if (at(length - 10, '3DI')) return Math.min(length, 20 + readSize(bytes, length - 4));
  if (!at(length - 32, 'APETAGEX')) return 0;
  const hasHeader = (bytes.readUInt32LE(length - 12) & 0x80000000) !== 0;
  return Math.min(length, bytes.readUInt32LE(length - 20) + (hasHeader ? 32 : 0));
}
