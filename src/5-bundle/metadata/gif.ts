/** Extensions of animations and of color profiles. */
const shown = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']);

/**
 * Removes comments, texts and unknown extensions: https://www.w3.org/Graphics/GIF/spec-gif89a.txt
 *
 * @throws RangeError
 */
export function stripGif(bytes: Buffer): Buffer {
  const headerEnd = 13 + tableSize(bytes.readUInt8(10));
  const parts = [bytes.subarray(0, headerEnd)];
  for (let at = headerEnd; ; ) {
    const start = at;
    const kind = bytes.readUInt8(at);
    if (kind === trailer) {
      parts.push(bytes.subarray(at, at + 1));
      return Buffer.concat(parts);
    }
    if (kind === image) at = skipBlocks(bytes, at + 11 + tableSize(bytes.readUInt8(at + 9)));
    else if (kind === extension) at = skipBlocks(bytes, at + 2);
    else throw new RangeError('an unknown block');
    if (kind === image || isShown(bytes, start)) parts.push(bytes.subarray(start, at));
  }
}

const [image, extension, trailer] = [0x2c, 0x21, 0x3b];
const [graphicControl, application] = [0xf9, 0xff];

/** The size of a color table. @param flags of the screen or of an image */
function tableSize(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** @returns the offset after the blocks */
function skipBlocks(bytes: Buffer, start: number): number {
  let at = start;
  for (let size = bytes.readUInt8(at); size > 0; size = bytes.readUInt8(at)) at += size + 1;
  return at + 1;
}

function isShown(bytes: Buffer, start: number): boolean {
  const label = bytes.readUInt8(start + 1);
  if (label === graphicControl) return true;
  return label === application && shown.has(bytes.toString('latin1', start + 3, start + 14));
}
