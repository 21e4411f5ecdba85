import { tableOf } from './file/sfnt.ts';
import { FontError } from './file/unpack-font.ts';

/** An axis of a variable font. */
export interface Axis {
  readonly tag: string;
  readonly min: number;
  readonly normal: number;
  readonly max: number;
}

/** Reads the table `fvar`; empty if the font is not variable. */
export function axesOf(sfnt: Buffer): readonly Axis[] {
  const table = tableOf(sfnt, 'fvar');
  if (!table) return [];
  const [start, size] = [table.readUInt16BE(4), table.readUInt16BE(10)];
  return Array.from({ length: table.readUInt16BE(8) }, (_, i) => {
    const at = start + i * size;
    const [min = 0, normal = 0, max = 0] = [4, 8, 12].map((n) => table.readInt32BE(at + n) / 65536);
    return { tag: table.toString('latin1', at, at + 4), min, normal, max };
  });
}

/** The family and style of a font. */
export interface Identity {
  readonly family: string;
  /** 1 to 1000. */
  readonly weight: number;
  readonly isItalic: boolean;
}

const typographicFamily = 16;
const family = 1;
const windows = 3;

/** Reads the tables `name` and `OS/2`. */
export function identityOf(sfnt: Buffer): Identity {
  const os2 = tableOf(sfnt, 'OS/2');
  return {
    family: nameOf(sfnt, typographicFamily) || nameOf(sfnt, family),
    weight: os2?.readUInt16BE(4) || 400,
    isItalic: ((os2?.readUInt16BE(62) ?? 0) & 1) === 1,
  };
}

function nameOf(sfnt: Buffer, id: number): string {
  const table = tableOf(sfnt, 'name');
  if (!table) return '';
  const [count, start] = [table.readUInt16BE(2), table.readUInt16BE(4)];
  for (let at = 6; at < 6 + count * 12; at += 12) {
    if (table.readUInt16BE(at) !== windows || table.readUInt16BE(at + 6) !== id) continue;
    const from = start + table.readUInt16BE(at + 10);
    const text = Buffer.from(table.subarray(from, from + table.readUInt16BE(at + 8)));
    return text.swap16().toString('utf16le');
  }
  return '';
}

const restricted = 0x0002;
const noSubsetting = 0x0100;
const bitmapsOnly = 0x0200;

/**
 * Checks that the license flags in a font permit embedding it.
 * https://learn.microsoft.com/typography/opentype/spec/os2#fstype
 *
 * @throws {FontError}
 */
export function checkLicense(sfnt: Buffer): void {
  const type = tableOf(sfnt, 'OS/2')?.readUInt16BE(8) ?? 0;
  const hint = 'use one with a license that allows it, such as those of @fontsource on npm';
  // If several of the lowest four bits are set, the most permissive one counts.
  if ((type & 0x000f) === restricted) {
    throw new FontError('its license forbids embedding (fsType 2)', { hint });
  }
  if (type & noSubsetting) {
    throw new FontError('its license forbids embedding a subset (fsType 0x100)', { hint });
  }
  if (type & bitmapsOnly) {
    throw new FontError('its license forbids embedding outlines (fsType 0x200)', { hint });
  }
}
