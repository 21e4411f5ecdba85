import { readGlyphs } from './character-map.ts';
import { tableOf } from './sfnt.ts';

/** The signs of ASCII, of which programs and arrows are typed: `->`, `!=`, `...`. */
const signs = Array.from('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', (sign) => sign.charCodeAt(0));

const [ligatures, extension] = [4, 7];
/** The number of no glyph. */
const noGlyph = 0xffff;

/**
 * Removes the ligatures of signs from a font, so that `->` is seen as typed; those of letters, such as fi, stay.
 * https://learn.microsoft.com/typography/opentype/spec/gsub#lookuptype-4-subtable-ligature-substitution
 *
 * @returns the font itself if it has none
 */
export function withoutSignLigatures(sfnt: Uint8Array): Uint8Array {
  const copy = Buffer.from(sfnt);
  try {
    const table = tableOf(copy, 'GSUB');
    if (!table) return sfnt;
    const glyphs = readGlyphs(copy);
    const ofSigns = new Set(signs.flatMap((code) => glyphs.get(code) ?? []));
    const changed = ligatureTables(table).map((each) => removeFrom(each, ofSigns));
    return changed.includes(true) ? copy : sfnt;
  } catch (error) {
    // Whether the font is damaged is found where it is reduced.
    if (error instanceof RangeError) return sfnt;
    throw error;
  }
}

/** The subtables that substitute ligatures. */
function ligatureTables(gsub: Buffer): readonly Buffer[] {
  const lookups = gsub.subarray(gsub.readUInt16BE(8));
  return offsetsIn(lookups, 0).flatMap((lookupAt) => {
    const lookup = lookups.subarray(lookupAt);
    const type = lookup.readUInt16BE(0);
    return offsetsIn(lookup, 4).flatMap((at) => {
      const subtable = lookup.subarray(at);
      if (type === ligatures) return [subtable];
      const isExtended = type === extension && subtable.readUInt16BE(2) === ligatures;
      return isExtended ? [subtable.subarray(subtable.readUInt32BE(4))] : [];
    });
  });
}

/** The list of offsets whose count is at an offset. */
function offsetsIn(table: Buffer, at: number): readonly number[] {
  const count = table.readUInt16BE(at);
  return Array.from({ length: count }, (_, i) => table.readUInt16BE(at + 2 + i * 2));
}

/** @returns whether there were ligatures of signs */
function removeFrom(table: Buffer, ofSigns: ReadonlySet<number>): boolean {
  const firsts = coverageOf(table.subarray(table.readUInt16BE(2)));
  let isChanged = false;
  for (const [i, setAt] of offsetsIn(table, 4).entries()) {
    if (!ofSigns.has(firsts[i] ?? noGlyph)) continue;
    const set = table.subarray(setAt);
    for (const at of offsetsIn(set, 0)) {
      const count = set.readUInt16BE(at + 2) - 1;
      const others = Array.from({ length: count }, (_, n) => set.readUInt16BE(at + 4 + n * 2));
      if (count === 0 || !others.every((glyph) => ofSigns.has(glyph))) continue;
      set.writeUInt16BE(noGlyph, at + 4);
      isChanged = true;
    }
  }
  return isChanged;
}

/** The glyphs that a coverage table lists. */
function coverageOf(table: Buffer): readonly number[] {
  const [format, count] = [table.readUInt16BE(0), table.readUInt16BE(2)];
  if (format === 1) return offsetsIn(table, 2);
  return Array.from({ length: count }).flatMap((_, i) => {
    const [first, last] = [table.readUInt16BE(4 + i * 6), table.readUInt16BE(6 + i * 6)];
    return Array.from({ length: last - first + 1 }, (_each, n) => first + n);
  });
}
