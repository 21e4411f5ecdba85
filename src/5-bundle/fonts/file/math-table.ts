import { tableOf } from './sfnt.ts';

/** Offsets and sizes in the MATH table: https://learn.microsoft.com/typography/opentype/spec/math */
const [variantsAt, countsAt, constructionsAt, partsAt, partSize] = [8, 6, 10, 6, 10];
const [startConnector, endConnector] = [2, 4];

/**
 * Lets the parts of stretchable glyphs overlap as much as the font demands. Otherwise, as in the arrows of
 * STIX Two Math, browsers do not stretch the glyph to its full length.
 *
 * @param sfnt TrueType or OpenType; unchanged if it has no MATH table
 */
export function repairAssemblies(sfnt: Buffer): Buffer {
  const font = Buffer.from(sfnt);
  const math = tableOf(font, 'MATH');
  const variants = math?.subarray(math.readUInt16BE(variantsAt));
  if (!math || !variants || variants.length === math.length) return font;
  const overlap = variants.readUInt16BE(0);
  const count = variants.readUInt16BE(countsAt) + variants.readUInt16BE(countsAt + 2);
  for (let i = 0; i < count; i++) {
    const construction = variants.readUInt16BE(constructionsAt + 2 * i);
    const assembly = variants.readUInt16BE(construction);
    if (assembly !== 0) mendAssembly(variants, construction + assembly, overlap);
  }
  return font;
}

function mendAssembly(font: Buffer, assembly: number, overlap: number): void {
  const count = font.readUInt16BE(assembly + partsAt - 2);
  for (let i = 0; i < count; i++) {
    const part = assembly + partsAt + i * partSize;
    if (i > 0) raise(font, part + startConnector, overlap);
    if (i < count - 1) raise(font, part + endConnector, overlap);
  }
}

function raise(font: Buffer, at: number, least: number): void {
  font.writeUInt16BE(Math.max(least, font.readUInt16BE(at)), at);
}
