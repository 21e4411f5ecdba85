import type { ImageSize } from '../image-size.ts';

interface Box {
  readonly type: string;
  readonly content: Buffer;
}

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
  for (const { type, content } of boxes(container)) {
    if (type === 'irot') isTurned = ((content[0] ?? 0) & 1) === 1;
    if (type !== 'ispe') continue;
    const [width, height] = [content.readUInt32BE(4), content.readUInt32BE(8)];
    if (!size || width * height > size.width * size.height) size = { width, height };
  }
  return size && isTurned ? { width: size.height, height: size.width } : size;
}

function find(bytes: Buffer, type: string): Buffer | undefined {
  for (const box of boxes(bytes)) if (box.type === type) return box.content;
  return undefined;
}

function* boxes(bytes: Buffer): Generator<Box> {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    // 0: up to the end of the file; 1: a size of 64 bits, which no header needs.
    const end = size === 0 ? bytes.length : at + size;
    if (end < at + 8) return;
    yield { type: bytes.toString('latin1', at + 4, at + 8), content: bytes.subarray(at + 8, end) };
    at = end;
  }
}
