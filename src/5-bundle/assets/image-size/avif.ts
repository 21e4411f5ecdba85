import { readBoxes } from '../../formats/iso-boxes.ts';
import type { ImageSize } from '../image-size.ts';

/**
 * Reads the size of an AVIF from the properties of its items (ISO/IEC 23008-12, 6.5): the largest one is
 * the image, smaller ones are tiles and thumbnails.
 */
export function avifSize(bytes: Buffer): ImageSize | undefined {
  const meta = find(bytes, 'meta');
  const properties = meta && find(meta.subarray(4), 'iprp');
  const container = properties && find(properties, 'ipco');
  if (!container) return undefined;
  let size: ImageSize | undefined;
  let isTurned = false;
  for (const { type, inner, end } of readBoxes(container)) {
    const content = container.subarray(inner, end);
    if (type === 'irot') isTurned = ((content[0] ?? 0) & 1) === 1;
    if (type !== 'ispe') continue;
    const [width, height] = [content.readUInt32BE(4), content.readUInt32BE(8)];
    if (!size || width * height > size.width * size.height) size = { width, height };
  }
  return size && isTurned ? { width: size.height, height: size.width } : size;
}

function find(bytes: Buffer, type: string): Buffer | undefined {
  const box = readBoxes(bytes).find((each) => each.type === type);
  return box && bytes.subarray(box.inner, box.end);
}
