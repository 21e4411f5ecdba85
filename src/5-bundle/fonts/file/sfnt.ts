/** A table of a font, with its four-character tag. */
export interface SfntTable {
  readonly tag: string;
  readonly bytes: Uint8Array;
}

const header = 12;
const entry = 16;

/**
 * Writes an sfnt, the container of TrueType and OpenType. Checksums, which only validators read, are empty.
 * https://learn.microsoft.com/typography/opentype/spec/otff
 *
 * @param flavor the first four bytes, which name the format of the outlines
 */
export function writeSfnt(flavor: number, unordered: readonly SfntTable[]): Uint8Array {
  const tables = unordered.toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
  const count = tables.length;
  const power = Math.floor(Math.log2(count));
  const head = Buffer.alloc(header + count * entry);
  head.writeUInt32BE(flavor);
  for (const [i, number] of [count, 16 << power, power, (count - (1 << power)) * 16].entries()) {
    head.writeUInt16BE(number, 4 + i * 2);
  }
  const parts: Uint8Array[] = [head];
  let offset = head.byteLength;
  for (const [i, { tag, bytes }] of tables.entries()) {
    const at = header + i * entry;
    const padding = -bytes.byteLength & 3;
    head.write(tag, at, 'latin1');
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(bytes.byteLength, at + 12);
    parts.push(bytes, Buffer.alloc(padding));
    offset += bytes.byteLength + padding;
  }
  return Buffer.concat(parts);
}

/** The bytes from the start of a table to the end of the font; `undefined` if there is no such table. */
export function tableOf(sfnt: Buffer, tag: string): Buffer | undefined {
  const at = entryOf(sfnt, tag);
  return at === undefined ? undefined : sfnt.subarray(sfnt.readUInt32BE(at + 8));
}

/** The length of a table in bytes; `undefined` if there is no such table. */
export function tableLength(sfnt: Buffer, tag: string): number | undefined {
  const at = entryOf(sfnt, tag);
  return at === undefined ? undefined : sfnt.readUInt32BE(at + 12);
}

/** Where the directory of a font has the entry of a table. */
function entryOf(sfnt: Buffer, tag: string): number | undefined {
  for (let i = 0; i < sfnt.readUInt16BE(4); i++) {
    const at = header + i * entry;
    if (sfnt.toString('latin1', at, at + 4) === tag) return at;
  }
  return undefined;
}
