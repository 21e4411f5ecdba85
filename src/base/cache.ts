import { createHash, randomBytes } from 'node:crypto';
import {
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { makeFolder } from './files/make-folder.ts';
import { packageRoot } from './files/package-root.ts';

const day = 24 * 60 * 60 * 1000;
/** Entries unused for this long are removed. */
const maxAge = 90 * day;
/** Beyond this size, in bytes, the least recently used entries are removed. */
const maxBytes = 200 * 1024 * 1024;

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
 * at once. If the folder cannot be read or written, all entries are empty.
 */
export function cacheEntry(kind: string, inputs: readonly (string | Uint8Array)[]): CacheEntry {
  const folder = cacheFolder();
  if (folder === undefined) {
    return { read: () => undefined, readBytes: () => undefined, write: () => {} };
  }
  const name = `${kind}-${hash(...inputs)}`;
  const file = path.join(folder, name);
  const readBytes = () => read(file) ?? read(path.join(shippedFolder, name));
  return {
    read: () => readBytes()?.toString('utf8'),
    readBytes,
    write: (content) => write(file, content),
  };
}

/** Entries that most first builds need; scripts/pack.ts writes them. */
const shippedFolder = path.join(packageRoot, 'lib', 'cache');

/** A digest that tells apart `('ab', 'c')` and `('a', 'bc')`; 64 hexadecimal digits. */
export function hash(...inputs: readonly (string | Uint8Array)[]): string {
  const digest = createHash('sha256');
  for (const input of inputs) {
    digest.update(`${Buffer.byteLength(input)}\n`).update(input);
  }
  return digest.digest('hex');
}

/** The folder in `LECTERN_CACHE` (none if `off`), or else in the cache folder of the system. */
function cacheFolder(): string | undefined {
  const { LECTERN_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (LECTERN_CACHE === 'off') return undefined;
  if (LECTERN_CACHE) return path.resolve(LECTERN_CACHE);
  const home = homedir();
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Caches', 'lectern');
  if (process.platform === 'win32') {
    return path.join(LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'lectern');
  }
  return path.join(XDG_CACHE_HOME || path.join(home, '.cache'), 'lectern');
}

/** An entry is the digest of its content, a line feed, and the content. */
function read(file: string): Buffer | undefined {
  try {
    const entry = readFileSync(file);
    const content = entry.subarray(65);
    if (entry.toString('latin1', 0, 65) !== `${hash(content)}\n`) return undefined;
    if (path.dirname(file) !== shippedFolder) keepFresh(file);
    return content;
  } catch {
    return undefined;
  }
}

/** The modification time of a file records the day of its last use. */
function keepFresh(file: string): void {
  const now = Date.now();
  if (now - statSync(file).mtimeMs > day) utimesSync(file, now / 1000, now / 1000);
}

function write(file: string, content: string | Uint8Array): void {
  const folder = path.dirname(file);
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    makeFolder(folder, 0o700);
    const entry = [Buffer.from(`${hash(content)}\n`), Buffer.from(content)];
    writeFileSync(temporary, Buffer.concat(entry), { flag: 'wx' });
    renameSync(temporary, file);
    if (isPruningDue(folder)) prune(folder);
  } catch {
    // This build is not affected; only the next one is slower.
    discard(temporary);
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // A file that cannot be removed was not written either.
  }
}

/** At most once a day, and only by a build that wrote something. */
function isPruningDue(folder: string): boolean {
  const stamp = path.join(folder, 'pruned');
  try {
    if (Date.now() - statSync(stamp).mtimeMs < day) return false;
  } catch {
    // Not pruned before.
  }
  writeFileSync(stamp, '');
  return true;
}

function prune(folder: string): void {
  const oldest = Date.now() - maxAge;
  let room = maxBytes;
  for (const { file, size, mtimeMs } of entriesByUse(folder)) {
    room -= size;
    if (room < 0 || mtimeMs < oldest) rmSync(file, { force: true });
  }
}

/** All entries, including incomplete ones of killed builds; the most recently used first. */
function entriesByUse(folder: string) {
  const names = readdirSync(folder).filter((name) => /^[a-z]+-[0-9a-f]{64}(?:\.|$)/.test(name));
  const entries = names.flatMap((name) => {
    const file = path.join(folder, name);
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats ? [{ file, size: stats.size, mtimeMs: stats.mtimeMs }] : [];
  });
  return entries.sort((a, b) => b.mtimeMs - a.mtimeMs);
}
