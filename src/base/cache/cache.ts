import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../files/package-root.ts';
import { hash } from '../hash.ts';
import { cacheFolder, createCacheFolder } from './cache-folder.ts';
import { macOf } from './cache-key.ts';
import { readOwnFile, writeOwnFile } from './own-file.ts';
import { pruneDaily } from './prune.ts';

/** Larger entries, in bytes, are neither written nor read. */
const maxEntry = 100 * 1024 * 1024;

/**
 * Returns a cached text, or computes it with `make` and caches it.
 *
 * @param kind names the entry's file, for people who look into the folder
 * @param inputs all that the text depends on
 */
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

export interface CacheEntry {
  /** The text; `undefined` if there is none or it is damaged. */
  read(): string | undefined;
  readBytes(): Buffer | undefined;
  /** Writes it if that is possible. */
  write(content: string | Uint8Array): void;
}

/**
 * An entry of the cache, which is a folder of files that may vanish at any time, used by any count of builds
 * at once. If the folder cannot be read or written, or others can write it, it holds no entries.
 */
export function cacheEntry(kind: string, inputs: readonly (string | Uint8Array)[]): CacheEntry {
  const folder = cacheFolder();
  if (folder === undefined) {
    return { read: () => undefined, readBytes: () => undefined, write: () => {} };
  }
  const name = `${kind}-${hash(...inputs)}`;
  const readBytes = () => read(folder, name) ?? readShipped(name);
  return {
    read: () => readBytes()?.toString('utf8'),
    readBytes,
    write: (content) => write(folder, name, content),
  };
}

/** Entries that most first builds need; scripts/pack.ts writes them. */
const shippedFolder = path.join(packageRoot, 'lib', 'cache');

/** The digest or code, in hexadecimal digits, and a line feed before the content of an entry. */
const headerLength = 65;

/**
 * An entry in the folder is its message authentication code, a line feed, and the content. The code tells what
 * this user wrote from what was unpacked or copied there.
 */
function read(folder: string, name: string): Buffer | undefined {
  const entry = readOwnFile(path.join(folder, name), maxEntry + headerLength);
  if (entry === undefined) return undefined;
  const content = contentOf(entry);
  return headerOf(entry) === macOf(folder, name, content) ? content : undefined;
}

/** A shipped entry is the digest of its content, a line feed, and the content. */
function readShipped(name: string): Buffer | undefined {
  try {
    const entry = readFileSync(path.join(shippedFolder, name));
    const content = contentOf(entry);
    return headerOf(entry) === hash(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Turns an entry in a folder into a shipped one. */
export function toShippedEntry(entry: Buffer): Buffer {
  const content = contentOf(entry);
  return Buffer.concat([Buffer.from(`${hash(content)}\n`), content]);
}

function headerOf(entry: Buffer): string {
  return entry.toString('latin1', 0, headerLength - 1);
}

function contentOf(entry: Buffer): Buffer {
  return entry.subarray(headerLength);
}

function write(folder: string, name: string, content: string | Uint8Array): void {
  if (Buffer.byteLength(content) > maxEntry) return;
  try {
    createCacheFolder(folder);
    const mac = macOf(folder, name, content);
    if (mac === undefined) return;
    writeOwnFile(path.join(folder, name), [Buffer.from(`${mac}\n`), Buffer.from(content)]);
    pruneDaily(folder);
  } catch {
    // This build is not affected; only the next one is slower.
  }
}
