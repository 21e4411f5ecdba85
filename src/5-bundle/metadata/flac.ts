import { withoutEndTags } from './mp3.ts';

/** The blocks that a player needs: stream information and seek table. */
const kept = new Set([0, 3]);

/** Removes tags, images and unknown blocks: https://www.rfc-editor.org/rfc/rfc9639 @throws RangeError */
export function stripFlac(bytes: Buffer): Buffer {
  const blocks: Buffer[] = [];
  let at = 4;
  for (let isLast = false; !isLast; ) {
    const header = bytes.readUInt8(at);
    const end = at + 4 + bytes.readUIntBE(at + 1, 3);
    isLast = (header & 0x80) !== 0;
    if (kept.has(header & 0x7f)) blocks.push(Buffer.from(bytes.subarray(at, end)));
    at = end;
  }
  for (const [i, block] of blocks.entries()) {
    block.writeUInt8((block.readUInt8(0) & 0x7f) | (i === blocks.length - 1 ? 0x80 : 0), 0);
  }
  if (blocks.length === 0 || at > bytes.length) throw new RangeError('no blocks');
  return Buffer.concat([bytes.subarray(0, 4), ...blocks, withoutEndTags(bytes.subarray(at))]);
}
