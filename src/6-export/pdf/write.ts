import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { PdfFile, PdfObject } from './objects.ts';

/** Where an object is: at an offset in the file, or in an object stream. */
type Entry =
  | { readonly kind: 1; readonly offset: number }
  | { readonly kind: 2; readonly stream: number; readonly index: number };

/** Objects per object stream: more compress better, fewer are found faster. */
const objectsPerStream = 400;

/** A zlib level. A higher one takes twice as long and saves one percent. */
export const compressionLevel = 7;

/**
 * Writes a PDF 1.7 with object streams: tags and bookmarks are most of the file, and compress well.
 * The same objects give the same bytes and the same file identifier.
 */
export function writePdf({ objects, root, info }: PdfFile): Buffer {
  // The second line tells programs that the file is binary.
  const writer = new Writer('%PDF-1.7\n%\u00d3\u00eb\u00e9\u00e1\n');
  const loose = [...objects].filter(([, { stream }]) => stream === undefined);
  let next = [...objects.keys()].reduce((a, b) => Math.max(a, b)) + 1;
  for (let from = 0; from < loose.length; from += objectsPerStream) {
    writer.addObjectStream(next++, loose.slice(from, from + objectsPerStream));
  }
  for (const [number, { text, stream }] of objects) {
    if (stream) writer.addStream(number, text, stream);
  }
  return writer.end(next, root, info);
}

class Writer {
  readonly #parts: Buffer[] = [];
  readonly #entries = new Map<number, Entry>();
  #length = 0;

  constructor(opening: string) {
    this.#add(opening);
  }

  addStream(number: number, dictionary: string, stream: Buffer): void {
    this.#entries.set(number, { kind: 1, offset: this.#length });
    this.#add(`${number} 0 obj\n${dictionary}\nstream\n`);
    this.#add(stream);
    this.#add('\nendstream\nendobj\n');
  }

  addObjectStream(
    number: number,
    objects: readonly (readonly [number: number, PdfObject])[],
  ): void {
    let [offsets, texts] = ['', ''];
    for (const [index, [packed, { text }]] of objects.entries()) {
      this.#entries.set(packed, { kind: 2, stream: number, index });
      offsets += `${packed} ${texts.length} `;
      texts += `${text}\n`;
    }
    const stream = deflateSync(Buffer.from(offsets + texts, 'latin1'), { level: compressionLevel });
    const keys = `/Type /ObjStm /N ${objects.length} /First ${offsets.length}`;
    this.addStream(number, `<<${keys} /Filter /FlateDecode /Length ${stream.length}>>`, stream);
  }

  /** @param number of the last object: the cross-reference stream */
  end(number: number, root: number, info: number): Buffer {
    const offset = this.#length;
    this.#entries.set(number, { kind: 1, offset });
    const table = deflateSync(this.#table(number + 1), { level: compressionLevel });
    const digest = createHash('sha256');
    for (const part of this.#parts) digest.update(part);
    const id = digest.digest('hex').slice(0, 32);
    const keys = [
      `/Type /XRef /Size ${number + 1} /W [1 4 2]`,
      `/Root ${root} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>]`,
      `/Filter /FlateDecode /Length ${table.length}`,
    ];
    this.addStream(number, `<<${keys.join(' ')}>>`, table);
    this.#add(`startxref\n${offset}\n%%EOF\n`);
    return Buffer.concat(this.#parts);
  }

  #table(size: number): Buffer {
    const rows = Buffer.alloc(size * 7);
    // Unused numbers are free entries; entry 0 always is, with generation 65535.
    rows.writeUInt16BE(0xffff, 5);
    for (const [number, entry] of this.#entries) {
      const at = number * 7;
      rows.writeUInt8(entry.kind, at);
      rows.writeUInt32BE(entry.kind === 1 ? entry.offset : entry.stream, at + 1);
      rows.writeUInt16BE(entry.kind === 1 ? 0 : entry.index, at + 5);
    }
    return rows;
  }

  #add(part: string | Buffer): void {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    this.#parts.push(bytes);
    this.#length += bytes.length;
  }
}
