import { inflateSync } from 'node:zlib';
import { type SfntTable, writeSfnt } from './sfnt.ts';

const header = 44;
const entry = 20;

/**
 * A font in WOFF 1.0, https://www.w3.org/TR/WOFF/, as an sfnt.
 *
 * @throws where the file is damaged
 */
export function readWoff(font: Buffer): Uint8Array {
  const tables = Array.from({ length: font.readUInt16BE(12) }, (_, i): SfntTable => {
    const at = header + i * entry;
    const [offset, packed, length] = [4, 8, 12].map((n) => font.readUInt32BE(at + n));
    const bytes = font.subarray(offset, (offset ?? 0) + (packed ?? 0));
    return {
      tag: font.toString('latin1', at, at + 4),
      bytes: packed === length ? bytes : inflateSync(bytes),
    };
  });
  return writeSfnt(font.readUInt32BE(4), tables);
}
