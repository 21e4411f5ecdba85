/** The first bytes of the blocks of a GIF: https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
export const [image, extension, trailer] = [0x2c, 0x21, 0x3b];

/** The size of a color table. @param flags of the screen or of an image */
export function tableSize(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** @returns the offset after the blocks */
export function skipBlocks(bytes: Buffer, start: number): number {
  let at = start;
  for (let size = bytes.readUInt8(at); size > 0; size = bytes.readUInt8(at)) at += size + 1;
  return at + 1;
}
