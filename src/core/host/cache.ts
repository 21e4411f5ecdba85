import { hash } from '../../base/hash.ts';
import type { CoreCache } from '../core-cache.ts';

/** In place of the cache on disk: entries by content, as long as the page is open. */
let entries: CoreCache = new Map();
const maxEntries = 500;

/** Sets the cache of all builds. It does not affect what they return. */
export function setCache(cache: CoreCache): void {
  entries = cache;
}

export async function cached(
  kind: string,
  inputs: readonly (string | Uint8Array)[],
  make: () => Promise<string>,
): Promise<string> {
  const entry = cacheEntry(kind, inputs);
  const known = entry.read();
  if (known !== undefined) return known;
  const text = await make();
  entry.write(text);
  return text;
}

interface MemoryEntry {
  read(): string | undefined;
  readBytes(): Buffer | undefined;
  write(content: string | Uint8Array): void;
}

export function cacheEntry(kind: string, inputs: readonly (string | Uint8Array)[]): MemoryEntry {
  const name = `${kind}-${hash(...inputs)}`;
  const readBytes = (): Buffer | undefined => {
    const bytes = entries.get(name);
    return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
  return {
    read: () => readBytes()?.toString('utf8'),
    readBytes,
    write: (content) => {
      entries.set(name, Buffer.from(content));
      const [oldest] = entries.keys();
      if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
    },
  };
}
