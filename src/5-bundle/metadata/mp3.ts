import { endOfTags, readSize } from '../formats/id3.ts';

/** Removes ID3 tags at both ends and APE tags: https://id3.org/id3v2.4.0-structure @throws RangeError */
export function stripMp3(bytes: Buffer): Buffer {
  const start = endOfTags(bytes);
  if (start > bytes.length) throw new RangeError('no sound');
  return withoutEndTags(bytes.subarray(start));
}

/** Removes the tags after the sound, which FLAC files may have, too. */
export function withoutEndTags(bytes: Buffer): Buffer {
  let rest = bytes;
  for (let size = endTagSize(rest); size > 0; size = endTagSize(rest)) {
    rest = rest.subarray(0, rest.length - size);
  }
  return rest;
}

/** The size of the tag with which the bytes end. */
function endTagSize(bytes: Buffer): number {
  const at = (offset: number, name: string): boolean =>
    offset >= 0 && bytes.toString('latin1', offset, offset + name.length) === name;
  const { length } = bytes;
  if (at(length - 128, 'TAG')) return 128;
  // https://id3.org/Lyrics3v2
  if (at(length - 9, 'LYRICS200')) {
    return Math.min(length, 15 + Number(bytes.toString('latin1', length - 15, length - 9)) || 0);
  }
  if (at(length - 9, 'LYRICSEND')) return length - Math.max(0, bytes.lastIndexOf('LYRICSBEGIN'));
  if (at(length - 10, '3DI')) return Math.min(length, 20 + readSize(bytes, length - 4));
  if (!at(length - 32, 'APETAGEX')) return 0;
  const hasHeader = (bytes.readUInt32LE(length - 12) & 0x80000000) !== 0;
  return Math.min(length, bytes.readUInt32LE(length - 20) + (hasHeader ? 32 : 0));
}
