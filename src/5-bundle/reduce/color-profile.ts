import { inflateSync } from 'node:zlib';
import { chunksOf, writeChunks } from '../metadata/riff.ts';
import { namedSegments, readSegments } from './jpeg-segments.ts';
import { readPngChunks } from './png-chunks.ts';

const segmentName = 'ICC_PROFILE\0';
const segmentMarker = 0xe2;
/** A segment has a length of 16 bits, which covers itself, the name and two numbers. */
const maxPart = 65535 - 2 - segmentName.length - 2;

/** The bytes of the longest profile; those of printers have about one million. */
const maxProfile = 4 * 1024 * 1024;

/** The ICC profile in an image; `undefined` if it has none: https://www.color.org/ICC1V42.pdf, annex B */
export function readProfile(bytes: Buffer, mime: string): Buffer | undefined {
  if (mime === 'image/jpeg') {
    const parts = namedSegments(readSegments(bytes), segmentMarker, segmentName);
    if (parts.length === 0) return undefined;
    const inOrder = parts.toSorted((a, b) => a.readUInt8(0) - b.readUInt8(0));
    return Buffer.concat(inOrder.map((part) => part.subarray(2)));
  }
  if (mime === 'image/webp') {
    return chunksOf(bytes).find(({ name }) => name === 'ICCP')?.content;
  }
  const chunk = readPngChunks(bytes).get('iCCP');
  // A name that ends with 0, and the method of compression.
  return (
    chunk && inflateSync(chunk.subarray(chunk.indexOf(0) + 2), { maxOutputLength: maxProfile })
  );
}

/** The colors that a profile is for, as in `RGB` and `GRAY`. */
export function colorSpaceOf(profile: Buffer): string {
  return profile.toString('latin1', 16, 20).trim();
}

/** Adds a profile to an image without one, fresh from an encoder. */
export function addProfile(bytes: Buffer, mime: string, profile: Buffer): Buffer {
  return mime === 'image/jpeg' ? addToJpeg(bytes, profile) : addToWebp(bytes, profile);
}

function addToJpeg(bytes: Buffer, profile: Buffer): Buffer {
  const count = Math.ceil(profile.length / maxPart);
  const segments = Array.from({ length: count }, (_, i) => {
    const part = profile.subarray(i * maxPart, (i + 1) * maxPart);
    const header = Buffer.from(`\xff\xe2\0\0${segmentName}\0\0`, 'latin1');
    header.writeUInt16BE(header.length - 2 + part.length, 2);
    header.set([i + 1, count], header.length - 2);
    return Buffer.concat([header, part]);
  });
  const first = jfifEnd(bytes);
  return Buffer.concat([bytes.subarray(0, first), ...segments, bytes.subarray(first)]);
}

/** The end of the JFIF segment, which must come first. */
function jfifEnd(bytes: Buffer): number {
  return bytes.readUInt16BE(2) === 0xffe0 ? 4 + bytes.readUInt16BE(4) : 2;
}

/** The bits for a profile and for transparency in the flags of a WebP file. */
const [profileFlag, alphaFlag] = [0x20, 0x10];

function addToWebp(bytes: Buffer, profile: Buffer): Buffer {
  const chunks = chunksOf(bytes);
  const image = chunks.filter(({ name }) => name !== 'VP8X');
  const header = chunks.find(({ name }) => name === 'VP8X')?.content ?? newHeader(image);
  const extended = Buffer.from(header);
  extended.writeUInt8(extended.readUInt8(0) | profileFlag, 0);
  return writeChunks('WEBP', [
    { name: 'VP8X', content: extended },
    { name: 'ICCP', content: profile },
    ...image,
  ]);
}

/** The header of a file that has no other chunks than its image. */
function newHeader(image: ReturnType<typeof chunksOf>): Buffer {
  const header = Buffer.alloc(10);
  const [first] = image;
  if (!first) throw new RangeError('no image');
  const { content } = first;
  const isLossless = first.name === 'VP8L';
  const bits = isLossless ? content.readUInt32LE(1) : 0;
  const width = isLossless ? (bits & 0x3fff) + 1 : content.readUInt16LE(6) & 0x3fff;
  const height = isLossless ? ((bits >>> 14) & 0x3fff) + 1 : content.readUInt16LE(8) & 0x3fff;
  if (isLossless && (bits & (1 << 28)) !== 0) header.writeUInt8(alphaFlag, 0);
  header.writeUIntLE(width - 1, 4, 3);
  header.writeUIntLE(height - 1, 7, 3);
  return header;
}
