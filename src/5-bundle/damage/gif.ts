import { extension, image, skipBlocks, tableSize, trailer } from '../formats/gif-blocks.ts';
import { checkCount, PartsError } from '../formats/parts.ts';
import { broken, type Damage, partial } from './kinds.ts';

/** Checks the blocks of a GIF: https://www.w3.org/Graphics/GIF/spec-gif89a.txt @throws RangeError */
export function checkGif(bytes: Buffer): Damage | undefined {
  const [width, height] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)];
  let [at, frames, blocks] = [13 + tableSize(bytes.readUInt8(10)), 0, 0];
  const damage = (what: string): Damage => (frames > 0 ? partial(what) : broken(what));
  try {
    for (;;) {
      checkCount(++blocks);
      const kind = bytes.readUInt8(at);
      if (kind === trailer) return frames > 0 ? undefined : broken('it contains no image');
      if (kind === extension) at = skipBlocks(bytes, at + 2);
      else if (kind === image) {
        const table = tableSize(bytes.readUInt8(at + 9));
        const isEmpty = bytes.readUInt16LE(at + 5) === 0 || bytes.readUInt16LE(at + 7) === 0;
        if (isEmpty && (width === 0 || height === 0)) return broken('it has no size');
        const data = at + 11 + table;
        // The bits of a pixel, before codes are added: appendix F.
        const codeSize = bytes.readUInt8(data - 1);
        if (codeSize < 1 || codeSize > 11) return damage('its pixels are damaged');
        if (bytes.readUInt8(data) === 0) return damage('it contains no pixels');
        frames += 1;
        at = skipBlocks(bytes, data);
      } else return damage('it contains invalid data');
    }
  } catch (error) {
    if (error instanceof PartsError) throw error;
    if (error instanceof RangeError) return damage('its end is missing');
    throw error;
  }
}
