import { extension, image, skipBlocks, tableSize, trailer } from '../formats/gif-blocks.ts';

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

const [graphicControl, application] = [0xf9, 0xff];

function isShown(bytes: Buffer, start: number): boolean {
  const label = bytes.readUInt8(start + 1);
  if (label === graphicControl) return true;
  return label === application && shown.has(bytes.toString('latin1', start + 3, start + 14));
}
