import { crc32, inflateSync } from 'node:zlib';
import { readOrientation, writeOrientation } from './exif.ts';

/** Chunks that affect how an image is shown, besides those that every decoder needs. */
const shown = new Set(
  'tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(' '),
);

/** An empty chunk. */
const imageEnd = Buffer.from('0000000049454e44ae426082', 'hex');

/**
 * Removes texts, times, Exif data and unknown chunks: https://www.w3.org/TR/png-3/
 *
 * @throws RangeError
 */
export function stripPng(bytes: Buffer): Buffer {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; ; ) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) {
      // Browsers show an image whose end is missing.
      if (bytes.toString('latin1', at + 4, at + 8) !== 'IDAT')
        throw new RangeError('a chunk is cut off');
      parts.push(bytes.subarray(at));
      return Buffer.concat(parts);
    }
    const name = bytes.toString('latin1', at + 4, at + 8);
    const isCritical = /^[A-Z]/.test(name);
    if (name === 'IEND') parts.push(imageEnd);
    else if (isCritical || shown.has(name)) parts.push(bytes.subarray(at, end));
    else if (name === 'eXIf') parts.push(...exifChunk(bytes.subarray(at + 8, end - 4)));
    if (name === 'IEND') return Buffer.concat(withoutRest(parts));
    at = end;
  }
}

/** Larger ones are not decoded to find where their data end. */
const maxPixelBytes = 256 * 1024 * 1024;

/** Removes what follows the pixels in their chunks. */
function withoutRest(parts: readonly Buffer[]): readonly Buffer[] {
  const isData = (part: Buffer): boolean => part.toString('latin1', 4, 8) === 'IDAT';
  const all = Buffer.concat(parts.filter(isData).map((part) => part.subarray(8, -4)));
  const length = lengthOfStream(all);
  if (length >= all.length) return parts;
  const first = parts.findIndex(isData);
  return parts.flatMap((part, i) => {
    if (i === first) return chunk('IDAT', all.subarray(0, length));
    return isData(part) ? [] : [part];
  });
}

function lengthOfStream(bytes: Buffer): number {
  try {
    const options = { info: true, maxOutputLength: maxPixelBytes };
    const { engine } = inflateSync(bytes, options) as unknown as {
      readonly engine: { readonly bytesWritten: number };
    };
    return engine.bytesWritten;
  } catch {
    return bytes.length;
  }
}

function exifChunk(exif: Buffer): readonly Buffer[] {
  const tiff = writeOrientation(readOrientation(exif));
  return tiff ? chunk('eXIf', tiff) : [];
}

function chunk(name: string, data: Buffer): readonly Buffer[] {
  const content = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(content));
  return [Buffer.concat([length, content, sum])];
}
