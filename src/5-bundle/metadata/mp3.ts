import { endOfTags, readSize } from '../formats/id3.ts';

/** Removes ID3 tags at both ends and APE tags: https://id3.org/id3v2.4.0-structure @throws RangeError */
export function stripMp3(bytes: Buffer): Buffer {
  const start = endOfTags(bytes);
  if (start > bytes.length) throw new RangeError('no sound');
  const parts: Buffer[] = [];
  let from = start;
  for (const { at, end } of findInnerTags(bytes, start)) {
    parts.push(withoutEndTags(bytes.subarray(from, at)));
    from = end;
  }
  return Buffer.concat([...parts, withoutEndTags(bytes.subarray(from))]);
}

/** The tags of the other files, if a file was joined from several. */
function findInnerTags(bytes: Buffer, start: number): readonly { at: number; end: number }[] {
  const tags: { at: number; end: number }[] = [];
  for (const name of ['ID3', 'TAG']) {
    for (let at = bytes.indexOf(name, start); at >= 0; at = bytes.indexOf(name, at + 1)) {
      const end = name === 'TAG' ? at + 128 : endOfInnerTag(bytes, at);
      const isSound = end + 2 <= bytes.length && bytes.readUInt16BE(end) >= 0xffe0;
      const isTag = name === 'ID3' || isText(bytes.subarray(at + 3, at + 127));
      if (end > at && isSound && isTag) tags.push({ at, end });
    }
  }
  return tags.sort((a, b) => a.at - b.at).filter(({ at }, i, all) => at >= (all[i - 1]?.end ?? 0));
}

function endOfInnerTag(bytes: Buffer, at: number): number {
  const [version = 255, revision = 255, , ...size] = bytes.subarray(at + 3, at + 10);
  const isTag =
    version < 5 && revision === 0 && size.length === 4 && size.every((byte) => byte < 128);
  return isTag ? at + endOfTags(bytes.subarray(at)) : at;
}

/** Whether the bytes can be the fields of a tag, which zeros or spaces fill up. */
function isText(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0 || byte === 9 || byte >= 32);
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
  if (at(length - 128, 'TAG')) return at(length - 355, 'TAG+') ? 355 : 128;
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
