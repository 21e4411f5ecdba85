/** Files as one sequence of bytes: the length of a table in JSON, the table, and the contents of the files. */
type Table = readonly (readonly [name: string, length: number])[];

const headerLength = 4;

export function packFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const table: Table = [...files].map(([name, bytes]) => [name, bytes.length]);
  const json = new TextEncoder().encode(JSON.stringify(table));
  const parts = [json, ...files.values()];
  const packed = new Uint8Array(parts.reduce((sum, { length }) => sum + length, headerLength));
  new DataView(packed.buffer).setUint32(0, json.length);
  let at = headerLength;
  for (const part of parts) {
    packed.set(part, at);
    at += part.length;
  }
  return packed;
}

export function unpackFiles(packed: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const start = headerLength + view.getUint32(0);
  const json = new TextDecoder().decode(packed.subarray(headerLength, start));
  const files = new Map<string, Uint8Array>();
  let at = start;
  for (const [name, length] of JSON.parse(json) as Table) {
    files.set(name, packed.subarray(at, at + length));
    at += length;
  }
  return files;
}
