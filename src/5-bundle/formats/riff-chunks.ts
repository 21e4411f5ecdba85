import { checkCount } from './parts.ts';

/** A chunk of a WebP or WAV file: https://developers.google.com/speed/webp/docs/riff_container */
export interface Chunk {
  readonly name: string;
  readonly content: Buffer;
}

/** A chunk as it is in a file. */
export interface ReadChunk extends Chunk {
  /** Whether the file ends within it. */
  readonly isCut: boolean;
}

/** The size of a file that was written as a stream. */
const unknownSize = 0xffffffff;

/** Reads the chunks in a range. @throws PartsError */
export function readChunks(bytes: Buffer, start: number, end: number): readonly ReadChunk[] {
  const chunks: ReadChunk[] = [];
  for (let at = start; at + 8 <= end; ) {
    const size = bytes.readUInt32LE(at + 4);
    const next = at + 8 + size;
    checkCount(chunks.length);
    chunks.push({
      name: bytes.toString('latin1', at, at + 4),
      content: bytes.subarray(at + 8, Math.min(end, next)),
      isCut: next > end && size !== unknownSize,
    });
    at = next + (size % 2);
  }
  return chunks;
}
