import { avifSize } from './image-size/avif.ts';
import { jpegSize } from './image-size/jpeg.ts';
import { svgSize } from './image-size/svg.ts';
import { webpSize } from './image-size/webp.ts';

/** The size at which a browser shows an image, in CSS pixels: with its orientation applied. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Reads the size of an image from its header.
 *
 * @param type its media type, as in `image/png`
 * @returns `undefined` if the image has none or is damaged
 */
export function imageSize(bytes: Buffer, type: string): ImageSize | undefined {
  try {
    const size = readers[type]?.(bytes);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    // The file ends within its header.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const readers: Readonly<Record<string, (bytes: Buffer) => ImageSize | undefined>> = {
  'image/png': (bytes) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }),
  'image/gif': (bytes) => ({ width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }),
  'image/jpeg': jpegSize,
  'image/webp': webpSize,
  'image/avif': avifSize,
  'image/svg+xml': svgSize,
};
