import { type Chunk, readChunks } from '../formats/riff-chunks.ts';
import { readOrientation, writeOrientation } from './exif.ts';

const webpChunks = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const wavChunks = new Set(['fmt ', 'fact', 'data']);

/** The bits for Exif and XMP in the flags of a WebP file. */
const [exifFlag, xmpFlag] = [0x08, 0x04];

/**
 * Removes Exif data, XMP and unknown chunks: https://developers.google.com/speed/webp/docs/riff_container
 *
 * @throws RangeError
 */
export function stripWebp(bytes: Buffer): Buffer {
  const chunks = chunksOf(bytes);
  const exif = chunks.find(({ name }) => name === 'EXIF')?.content;
  const tiff = exif && writeOrientation(readOrientation(withoutName(exif)));
  const kept = chunks
    .filter(({ name }) => webpChunks.has(name))
    .map((chunk) => {
      if (chunk.name !== 'VP8X') return chunk;
      const content = Buffer.from(chunk.content);
      content.writeUInt8((content.readUInt8(0) & ~(exifFlag | xmpFlag)) | (tiff ? exifFlag : 0), 0);
      return { name: chunk.name, content };
    });
  return writeChunks('WEBP', tiff ? [...kept, { name: 'EXIF', content: tiff }] : kept);
}

/** Removes all chunks but those with the sound. @throws RangeError */
export function stripWav(bytes: Buffer): Buffer {
  return writeChunks(
    'WAVE',
    chunksOf(bytes).filter(({ name }) => wavChunks.has(name)),
  );
}

/** Some programs write the name of the segment in JPEG files. */
export function withoutName(exif: Buffer): Buffer {
  return exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
}

/** The chunks of a RIFF file. @throws RangeError */
export function chunksOf(bytes: Buffer): readonly Chunk[] {
  const chunks = readChunks(bytes, 12, Math.min(bytes.length, bytes.readUInt32LE(4) + 8));
  if (chunks.length === 0) throw new RangeError('no chunks');
  return chunks;
}

export function writeChunks(form: string, chunks: readonly Chunk[]): Buffer {
  const parts = chunks.flatMap(({ name, content }) => {
    const header = Buffer.from(`${name}\0\0\0\0`, 'latin1');
    header.writeUInt32LE(content.length, 4);
    return [header, content, Buffer.alloc(content.length % 2)];
  });
  const body = Buffer.concat(parts);
  const header = Buffer.from(`RIFF\0\0\0\0${form}`, 'latin1');
  header.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([header, body]);
}
