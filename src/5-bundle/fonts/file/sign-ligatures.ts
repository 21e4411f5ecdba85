import { StepLimit } from '../../../base/time/step-limit.ts';
import { readGlyphs } from './character-map.ts';
import { tableOf } from './sfnt.ts';

/** The signs of ASCII, of which programs and arrows are typed: `->`, `!=`, `...`. */
const signs = Array.from('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', (sign) => sign.charCodeAt(0));

const [ligatures, extension] = [4, 7];
/** The number of no glyph. */
const noGlyph = 0xffff;

/** Fonts with very many ligatures have some ten thousand. */
const maxSteps = 2_000_000;

/**
 * Removes the ligatures of signs from a font, so that `->` is seen as typed; those of letters, such as fi, stay.
 * https://learn.microsoft.com/typography/opentype/spec/gsub#lookuptype-4-subtable-ligature-substitution
 *
 * @returns the font itself if it has none, or if its tables overlap without end
 */
export function withoutSignLigatures(sfnt: Uint8Array): Uint8Array {
  const copy = Buffer.from(sfnt);
  try {
    const table = tableOf(copy, 'GSUB');
    if (!table) return sfnt;
    const glyphs = readGlyphs(copy);
    const ofSigns = new Set(signs.flatMap((code) => glyphs.get(code) ?? []));
    const lists = new OffsetLists(new StepLimit(maxSteps));
    const changed = ligatureTables(table, lists).map((each) => removeFrom(each, ofSigns, lists));
    return changed.includes(true) ? copy : sfnt;
  } catch (error) {
    // Whether the font is damaged is found where it is reduced.
    if (error instanceof RangeError) return sfnt;
    throw error;
  }
}

/** The subtables that substitute ligatures. */
function ligatureTables(gsub: Buffer, lists: OffsetLists): readonly Buffer[] {
  const lookups = gsub.subarray(gsub.readUInt16BE(8));
  return lists.read(lookups, 0).flatMap((lookupAt) => {
    const lookup = lookups.subarray(lookupAt);
    const type = lookup.readUInt16BE(0);
    return lists.read(lookup, 4).flatMap((at) => {
      const subtable = lookup.subarray(at);
      if (type === ligatures) return [subtable];
      const isExtended = type === extension && subtable.readUInt16BE(2) === ligatures;
      return isExtended ? [subtable.subarray(subtable.readUInt32BE(4))] : [];
    });
  });
}

/** Reads lists of numbers, in all as many as the limit allows. */
class OffsetLists {
  readonly #steps: StepLimit;

  constructor(steps: StepLimit) {
    this.#steps = steps;
  }

  /** The list whose count is at an offset. */
  read(table: Buffer, at: number): readonly number[] {
    return this.readSome(table, at + 2, table.readUInt16BE(at));
  }

  readSome(table: Buffer, at: number, count: number): readonly number[] {
    return this.create(count, (i) => table.readUInt16BE(at + i * 2));
  }

  create(count: number, item: (index: number) => number): readonly number[] {
    this.#steps.take(1 + Math.max(0, count));
    return Array.from({ length: count }, (_, i) => item(i));
  }
}

/** @returns whether there were ligatures of signs */
function removeFrom(table: Buffer, ofSigns: ReadonlySet<number>, lists: OffsetLists): boolean {
  const firsts = coverageOf(table.subarray(table.readUInt16BE(2)), lists);
  let isChanged = false;
  for (const [i, setAt] of lists.read(table, 4).entries()) {
    if (!ofSigns.has(firsts[i] ?? noGlyph)) continue;
    const set = table.subarray(setAt);
    for (const at of lists.read(set, 0)) {
      const count = set.readUInt16BE(at + 2) - 1;
      const others = lists.readSome(set, at + 4, count);
      if (count === 0 || !others.every((glyph) => ofSigns.has(glyph))) continue;
      set.writeUInt16BE(noGlyph, at + 4);
      isChanged = true;
    }
  }
  return isChanged;
}

/** The glyphs that a coverage table lists. */
function coverageOf(table: Buffer, lists: OffsetLists): readonly number[] {
  const [format, count] = [table.readUInt16BE(0), table.readUInt16BE(2)];
  if (format === 1) return lists.read(table, 2);
  return Array.from({ length: count }).flatMap((_, i) => {
    const [first, last] = [table.readUInt16BE(4 + i * 6), table.readUInt16BE(6 + i * 6)];
    return lists.create(last - first + 1, (n) => first + n);
  });
}
