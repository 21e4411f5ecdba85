import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RemoteProblem } from '../../model/remote.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { plainText } from '../files/plain-text.ts';

/** The file in the project folder that records what was fetched. It belongs into the repository. */
export const lockName = 'lectern-lock.json';

const maxBytes = 5 * 1024 * 1024;

/** What a file was when it was fetched. */
export interface LockEntry {
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
  /** As in `image/png`, by its bytes. */
  readonly type: string;
}

/** By address. */
export type Lock = ReadonlyMap<string, LockEntry>;

/** Reads a lock file; without one, nothing is locked. @param name as messages show it */
export function readLock(file: string, name: string): Lock | RemoteProblem {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (!stats) return new Map();
  if (!stats.isFile()) return problem(name, 'is not an ordinary file', undefined);
  if (stats.size > maxBytes) return problem(name, 'has more than 5 MB', undefined);
  const text = readIfAllowed(file);
  return text === undefined ? problem(name, 'cannot be read', undefined) : parseLock(text, name);
}

function readIfAllowed(file: string): string | undefined {
  try {
    return plainText(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function parseLock(text: string, name: string): Lock | RemoteProblem {
  const conflict = text.split('\n').findIndex((line) => /^(?:<{7}|={7}|>{7})/.test(line));
  if (conflict >= 0) return problem(name, 'has a merge conflict', conflict + 1);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return problem(name, 'is not JSON', lineOfError(error, text));
  }
  const { version, files } = (data ?? {}) as { version?: unknown; files?: unknown };
  if (version !== 1) return problem(name, 'is of another version of Lectern', 1);
  if (typeof files !== 'object' || files === null) return problem(name, 'has no "files"', 1);
  const lock = new Map<string, LockEntry>();
  for (const [address, entry] of Object.entries(files)) {
    if (!isEntry(entry)) {
      const before = text.slice(0, Math.max(0, text.indexOf(JSON.stringify(address))));
      const what = 'has an entry that is not {"sha256": …, "bytes": …, "type": …}';
      return problem(name, what, before.split('\n').length);
    }
    lock.set(address, entry);
  }
  return lock;
}

function isEntry(value: unknown): value is LockEntry {
  const { sha256, bytes, type } = (value ?? {}) as Partial<Record<keyof LockEntry, unknown>>;
  const isDigest = typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256);
  return isDigest && typeof bytes === 'number' && typeof type === 'string';
}

/** V8 names the place in its message. */
function lineOfError(error: unknown, text: string): number {
  const [, position] = /at position (\d+)/.exec(String(error)) ?? [];
  const before = position === undefined ? text.trimEnd() : text.slice(0, Number(position));
  return before.split('\n').length;
}

/** @param line absent if the file is not read: a message with a place shows what is there */
function problem(name: string, reason: string, line: number | undefined): RemoteProblem {
  const hint = 'restore it from the repository, or delete it to record all files anew';
  const span = line === undefined ? undefined : { file: name, line, column: 1, length: 1 };
  return { kind: 'lock', reason: `${name} ${reason}`, hint, ...(span && { span }) };
}

export function isLock(read: Lock | RemoteProblem): read is Lock {
  return !('kind' in read);
}

/** The same files give the same text, whatever their order. */
export function writeLockText(lock: Lock): string {
  const entries = [...lock].sort(([a], [b]) => (a < b ? -1 : 1));
  const files = entries.map(([address, { sha256, bytes, type }]) => [
    address,
    { sha256, bytes, type },
  ]);
  return `${JSON.stringify({ version: 1, files: Object.fromEntries(files) }, null, 2)}\n`;
}

/**
 * Adds entries to a lock file, to what it is now: other builds may have added theirs.
 *
 * @throws {NodeJS.ErrnoException}
 */
export async function addToLock(root: string, name: string, added: Lock): Promise<void> {
  const file = path.join(root, lockName);
  const now = readLock(file, name);
  if (!isLock(now)) return;
  await writeAtomically(file, writeLockText(new Map([...now, ...added])));
}
