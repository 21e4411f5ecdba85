import { StepLimit } from '../../../base/time/step-limit.ts';
import { tableOf } from './sfnt.ts';

/** Fonts list their characters in a few tables; those with all scripts have some hundred thousand. */
const maxSteps = 2_000_000;

/**
 * The code points that a font has glyphs for. Reads the formats of `cmap` that today's fonts use: 4 and 12.
 * https://learn.microsoft.com/typography/opentype/spec/cmap
 *
 * @throws {RangeError} where the table is damaged
 */
export function readCharacterMap(sfnt: Buffer): ReadonlySet<number> {
  return new Set(readGlyphs(sfnt).keys());
}

/**
 * The numbers of the glyphs by their code points.
 *
 * @throws {RangeError} where the table is damaged, or its ranges overlap without end
 */
export function readGlyphs(sfnt: Buffer): ReadonlyMap<number, number> {
  const codes = new Map<number, number>();
  const steps = new StepLimit(maxSteps);
  const cmap = tableOf(sfnt, 'cmap');
  for (let i = 0; cmap && i < cmap.readUInt16BE(2); i++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + i * 8));
    const format = subtable.readUInt16BE(0);
    if (format === 4) readSegments(subtable, codes, steps);
    if (format === 12) readGroups(subtable, codes, steps);
  }
  return codes;
}

function readSegments(table: Buffer, codes: Map<number, number>, steps: StepLimit): void {
  const size = table.readUInt16BE(6);
  for (let i = 0; i < size; i += 2) {
    const [last, first] = [table.readUInt16BE(14 + i), table.readUInt16BE(16 + size + i)];
    steps.take(1 + Math.max(0, last - first));
    const delta = table.readUInt16BE(16 + 2 * size + i);
    const place = 16 + 3 * size + i;
    const offset = table.readUInt16BE(place);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const named = offset && table.readUInt16BE(place + offset + 2 * (code - first));
      const glyph = offset && !named ? 0 : ((named || code) + delta) & 0xffff;
      if (glyph !== 0) codes.set(code, glyph);
    }
  }
}

function readGroups(table: Buffer, codes: Map<number, number>, steps: StepLimit): void {
  const count = table.readUInt32BE(12);
  for (let i = 0; i < count; i++) {
    const [first, last] = [table.readUInt32BE(16 + i * 12), table.readUInt32BE(20 + i * 12)];
    const glyph = table.readUInt32BE(24 + i * 12);
    const end = Math.min(last, 0x10ffff);
    steps.take(1 + Math.max(0, end - first));
    for (let code = first; code <= end; code++) {
      codes.set(code, glyph + code - first);
    }
  }
}
