import { inflateSync } from 'node:zlib';
import { cacheEntry } from '../../../base/cache/cache.ts';
import { codeFingerprint } from '../../../base/code-fingerprint.ts';
import { libraryVersion } from '../../../base/files/libraries.ts';
import { type SfntTable, writeSfnt } from './sfnt.ts';

/** The reason why a file cannot be used as a font. */
export class FontError extends Error {
  /** What to do about it. */
  readonly hint: string | undefined;

  constructor(message: string, options: { readonly cause?: unknown; readonly hint?: string } = {}) {
    super(message, options);
    this.hint = options.hint;
  }
}

/**
 * Unpacks a font into an sfnt, the container of TrueType and OpenType.
 *
 * @param font TrueType, OpenType, WOFF or WOFF 2
 * @throws {FontError}
 */
export async function unpackFont(font: Buffer): Promise<Uint8Array> {
  const signature = font.toString('latin1', 0, 4);
  if (signature === 'wOF2') {
    checkUnpackedSize(await orDamaged(() => font.readUInt32BE(unpackedSizeAt)));
    return unpackWoff2(font);
  }
  if (signature === 'wOFF') return orDamaged(() => unpackWoff(font));
  if (['\0\x01\0\0', 'OTTO', 'true'].includes(signature)) return font;
  if (signature === 'ttcf') {
    const hint = 'take a file with one font, or get that one out of it';
    throw new FontError('it is a collection of several (TTC)', { hint });
  }
  throw new FontError('it is not a font file', { hint: 'one of: TTF, OTF, WOFF, WOFF2' });
}

/** More than fonts with all scripts of Unicode have; a compressed file of zeros is 1000 times larger unpacked. */
const maxUnpacked = 128 * 1024 * 1024;

/** Where WOFF and WOFF 2 say how large the font is. */
const unpackedSizeAt = 16;

function checkUnpackedSize(bytes: number): void {
  if (bytes <= maxUnpacked) return;
  throw new FontError(`it unpacks to more than ${maxUnpacked / 1024 / 1024} MB`, {
    hint: 'use a font for fewer languages, such as those of @fontsource on npm',
  });
}

export const damagedHint = 'get the file anew';

/** Loading and running the decoder takes longer than reading its cached output. */
async function unpackWoff2(font: Buffer): Promise<Uint8Array> {
  const code = codeFingerprint('src/5-bundle/fonts/file/unpack-font.ts');
  const entry = cacheEntry('sfnt', [code, libraryVersion('woff2-encoder'), font]);
  const known = entry.readBytes();
  if (known) return known;
  const { default: decompress } = await import('woff2-encoder/decompress');
  const sfnt = await orDamaged(() => decompress(font));
  entry.write(sfnt);
  return sfnt;
}

/** Runs a function that reads a font; its errors become a {@link FontError}. */
export async function orDamaged<T>(unpack: () => T | Promise<T>): Promise<T> {
  try {
    return await unpack();
  } catch (error) {
    if (error instanceof FontError) throw error;
    throw new FontError('it is damaged', { cause: error, hint: damagedHint });
  }
}

const header = 44;
const tableEntry = 20;

/** Unpacks WOFF 1.0, whose tables are deflated one by one: https://www.w3.org/TR/WOFF/ */
function unpackWoff(font: Buffer): Uint8Array {
  const entries = Array.from({ length: font.readUInt16BE(12) }, (_, i) => header + i * tableEntry);
  // All tables together, as several may be the same bytes of the file.
  checkUnpackedSize(entries.reduce((total, at) => total + font.readUInt32BE(at + 12), 0));
  const tables = entries.map((at): SfntTable => {
    const [offset, packed, length = 0] = [4, 8, 12].map((n) => font.readUInt32BE(at + n));
    const bytes = font.subarray(offset, (offset ?? 0) + (packed ?? 0));
    return {
      tag: font.toString('latin1', at, at + 4),
      bytes:
        packed === length ? bytes : inflateSync(bytes, { maxOutputLength: Math.max(1, length) }),
    };
  });
  return writeSfnt(font.readUInt32BE(4), tables);
}
