/** What the stages use of `node:zlib`. */
import { Inflate } from 'pako';

interface InflateOptions {
  readonly maxOutputLength?: number;
  /** Returns the count of bytes that were read as well. */
  readonly info?: boolean;
}

export function inflateSync(bytes: Uint8Array, options: InflateOptions = {}): unknown {
  return inflate(bytes, false, options);
}

export function inflateRawSync(bytes: Uint8Array, options: InflateOptions = {}): unknown {
  return inflate(bytes, true, options);
}

function inflate(bytes: Uint8Array, raw: boolean, options: InflateOptions): unknown {
  const { maxOutputLength = Number.POSITIVE_INFINITY, info } = options;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate({ raw });
  stream.onData = (chunk) => {
    if (typeof chunk === 'string') return;
    length += chunk.byteLength;
    if (length > maxOutputLength) throw failure('ERR_BUFFER_TOO_LARGE');
    chunks.push(new Uint8Array(chunk));
  };
  let hasEnded = false;
  stream.onEnd = () => {
    hasEnded = true;
  };
  stream.push(bytes, true);
  if (stream.err || !hasEnded) throw failure('Z_DATA_ERROR');
  const buffer = Buffer.concat(chunks);
  // The declarations of pako leave out its state.
  const { strm } = stream as unknown as { readonly strm: { readonly total_in: number } };
  return info ? { buffer, engine: { bytesWritten: strm.total_in } } : buffer;
}

function failure(code: string): Error {
  return Object.assign(new Error(`the data cannot be decompressed: ${code}`), { code });
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 0xff] ?? 0);
  return (sum ^ 0xffffffff) >>> 0;
}
