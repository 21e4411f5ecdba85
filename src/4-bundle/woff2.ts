import { brotliDecompressSync } from 'node:zlib';
import { ByteReader } from './byte-reader.ts';
import { type SfntTable, writeSfnt } from './sfnt.ts';
import { readGlyphs } from './woff2-glyphs.ts';

/*
 * WOFF 2.0: https://www.w3.org/TR/WOFF2/. Node unpacks Brotli itself; what is left to do is to write
 * three tables as an sfnt has them. Decoders compiled to WebAssembly take a tenth of a second to start.
 */

const knownTags = (
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx ' +
  'kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix ' +
  'acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak ' +
  'Zapf Silf Glat Gloc Feat Sill'
).match(/.{4} ?/g) as readonly string[];

interface Entry {
  readonly tag: string;
  readonly isTransformed: boolean;
  /** In the unpacked stream. */
  readonly length: number;
}

/** @throws where the file is damaged, or holds several fonts */
export function readWoff2(font: Uint8Array): Uint8Array {
  const reader = new ByteReader(font);
  reader.skip(4);
  const flavor = reader.u32();
  reader.skip(4);
  const count = reader.u16();
  reader.skip(6);
  const packedLength = reader.u32();
  reader.skip(24);
  const entries = Array.from({ length: count }, () => readEntry(reader));
  const stream = new ByteReader(brotliDecompressSync(reader.bytes(packedLength)));
  const tables = new Map<string, Uint8Array>();
  for (const { tag, length } of entries) tables.set(tag, stream.bytes(length));
  const isTransformed = (tag: string): boolean =>
    entries.some((entry) => entry.tag === tag && entry.isTransformed);
  if (isTransformed('glyf')) restoreGlyphs(tables, isTransformed('hmtx'));
  return writeSfnt(
    flavor,
    [...tables].map(([tag, bytes]): SfntTable => ({ tag, bytes })),
  );
}

function readEntry(reader: ByteReader): Entry {
  const flags = reader.u8();
  const tag = knownTags[flags & 63]?.slice(0, 4) ?? reader.text(4);
  const version = flags >> 6;
  // The outlines are transformed in version 0, every other table in versions above.
  const isOutline = tag === 'glyf' || tag === 'loca';
  const isTransformed = isOutline ? version === 0 : version !== 0;
  const original = reader.base128();
  return { tag, isTransformed, length: isTransformed ? reader.base128() : original };
}

function restoreGlyphs(tables: Map<string, Uint8Array>, hasShortMetrics: boolean): void {
  const { glyf, loca, lefts } = readGlyphs(table(tables, 'glyf'));
  tables.set('glyf', glyf);
  tables.set('loca', loca);
  if (!hasShortMetrics) return;
  const wide = new ByteReader(table(tables, 'hhea').subarray(34)).u16();
  tables.set('hmtx', readMetrics(table(tables, 'hmtx'), wide, lefts));
}

/**
 * Widths and left bearings; a bearing that is left out is the glyph's left edge.
 *
 * @param wide how many glyphs have a width of their own
 */
function readMetrics(bytes: Uint8Array, wide: number, lefts: readonly number[]): Uint8Array {
  const reader = new ByteReader(bytes);
  const flags = reader.u8();
  const widths = Array.from({ length: wide }, () => reader.u16());
  const bearings = lefts.map((left, glyph) => {
    const isLeftOut = flags & (glyph < wide ? 1 : 2);
    return isLeftOut ? left : reader.i16();
  });
  const metrics = Buffer.alloc(2 * wide + 2 * lefts.length);
  for (const [glyph, bearing] of bearings.entries()) {
    const at = glyph < wide ? 4 * glyph : 2 * wide + 2 * glyph;
    if (glyph < wide) metrics.writeUInt16BE(widths[glyph] ?? 0, at);
    metrics.writeInt16BE(bearing, glyph < wide ? at + 2 : at);
  }
  return metrics;
}

function table(tables: ReadonlyMap<string, Uint8Array>, tag: string): Uint8Array {
  const bytes = tables.get(tag);
  if (!bytes) throw new RangeError(`no table ${tag}`);
  return bytes;
}
