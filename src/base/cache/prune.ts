import { lstatSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { writeOwnFile } from './own-file.ts';

const day = 24 * 60 * 60 * 1000;
/** Entries unused for this long are removed. */
const maxAge = 90 * day;
/** Beyond this size, in bytes, the least recently used entries are removed. */
const maxBytes = 200 * 1024 * 1024;

/**
 * Removes old entries, at most once a day. Called by builds that wrote something.
 *
 * @throws {NodeJS.ErrnoException}
 */
export function pruneDaily(folder: string): void {
  const stamp = path.join(folder, 'pruned');
  const stats = lstatSync(stamp, { throwIfNoEntry: false });
  if (stats?.isFile() && Date.now() - stats.mtimeMs < day) return;
  writeOwnFile(stamp, []);
  prune(folder);
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
    const stats = lstatSync(file, { throwIfNoEntry: false });
    return stats?.isFile() ? [{ file, size: stats.size, mtimeMs: stats.mtimeMs }] : [];
  });
  return entries.sort((a, b) => b.mtimeMs - a.mtimeMs);
}
