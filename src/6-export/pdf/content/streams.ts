import { deflateSync, inflateSync } from 'node:zlib';
import type { PdfDraft } from '../draft.ts';
import { compressionLevel } from '../write.ts';

/**
 * The uncompressed bytes of a stream as Latin-1 text.
 *
 * @returns `undefined` if it is compressed in a way that Chromium does not use
 * @throws if it is damaged
 */
export function readContent(draft: PdfDraft, number: number): string | undefined {
  const { text, stream } = draft.objectOf(number);
  if (stream === undefined || /\/DecodeParms/.test(text)) return undefined;
  if (!text.includes('/Filter')) return stream.toString('latin1');
  if (!/\/Filter \/FlateDecode/.test(text)) return undefined;
  try {
    return inflateSync(stream).toString('latin1');
  } catch (cause) {
    throw new Error(`the stream in object ${number} is damaged`, { cause });
  }
}

/** Replaces the content of a stream; its dictionary stays. */
export function writeContent(draft: PdfDraft, number: number, content: string): void {
  const stream = deflateSync(Buffer.from(content, 'latin1'), { level: compressionLevel });
  const keys = draft
    .textOf(number)
    .replace(/\/Filter \/FlateDecode\s*/, '')
    .replace(/\/Length \d+/, `/Filter /FlateDecode /Length ${stream.length}`);
  draft.replace(number, keys, stream);
}
