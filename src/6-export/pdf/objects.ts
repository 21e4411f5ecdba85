import { parsePdfDictionary, referenceOf } from './values.ts';

/** An object of a PDF file, in PDF syntax. */
export interface PdfObject {
  /** The text between `obj` and `endobj`; of a stream only its dictionary. */
  readonly text: string;
  /** The bytes of a stream, compressed as its dictionary says. */
  readonly stream?: Buffer;
}

/** A parsed PDF file. */
export interface PdfFile {
  /** By number. */
  readonly objects: ReadonlyMap<number, PdfObject>;
  /** The number of the catalog. */
  readonly root: number;
  /** The number of the information dictionary. */
  readonly info: number;
}

/**
 * Parses a PDF that Chromium wrote: with one cross-reference table and no object streams.
 *
 * @throws if it has another structure
 */
export function readPdf(bytes: Buffer): PdfFile {
  const end = bytes.toString('latin1', Math.max(0, bytes.length - 2000));
  const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1]);
  const table = Number.isNaN(tableAt) ? '' : bytes.toString('latin1', tableAt);
  const count = Number(/^xref\s+0 (\d+)\s/.exec(table)?.[1]);
  const trailer = parsePdfDictionary(table.slice(table.indexOf('trailer') + 'trailer'.length));
  const [root, info] = [referenceOf(trailer.get('Root')), referenceOf(trailer.get('Info'))];
  const rows = [...table.matchAll(/(\d{10}) \d{5} ([nf])/g)];
  if (rows.length === 0 || rows.length !== count || root === undefined || info === undefined) {
    throw new Error('the browser wrote a PDF with an unknown structure');
  }
  const objects = new Map<number, PdfObject>();
  for (const [number, [, offset, kind]] of rows.entries()) {
    if (kind === 'n') objects.set(number, readObject(bytes, number, Number(offset)));
  }
  return { objects, root, info };
}

function readObject(bytes: Buffer, number: number, offset: number): PdfObject {
  const opening = `${number} 0 obj`;
  const from = offset + opening.length;
  // A string may contain the word, but no line end.
  const endAt = bytes.indexOf('\nendobj', from);
  // Searching only this object: most have no stream, and the next stream may be far away.
  const streamAt = bytes.subarray(from, endAt).indexOf('stream\n') + from;
  const opens = bytes.toString('latin1', offset, from) === opening;
  if (!opens || endAt < 0) throw new Error(`the browser wrote a PDF without its object ${number}`);
  if (streamAt < from) {
    return { text: bytes.toString('latin1', from, endAt).trim() };
  }
  const text = bytes.toString('latin1', from, streamAt).trim();
  const length = parsePdfDictionary(text).get('Length');
  const start = streamAt + 'stream\n'.length;
  if (typeof length !== 'number' || !(length >= 0 && start + length <= bytes.length)) {
    throw new Error(`a stream of unknown length in object ${number}`);
  }
  return { text, stream: bytes.subarray(start, start + length) };
}
