import { readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { hash } from '../hash.ts';

/**
 * The stats of a file; `undefined` if they cannot be read: the file does not exist, its name is too long,
 * its links form a cycle, or access is denied.
 */
export function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** The real path of a file; the path itself if it does not exist. */
export function realPathOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** The path of a file in its real folder: that of a link, if it is one. Throws if there is no such folder. */
export function pathInRealFolder(file: string): string {
  return path.join(realpathSync(path.dirname(file)), path.basename(file));
}

/** Whether a file is the user's own or of the system: others can write theirs into folders that everybody can write to. */
export function isOfUser({ uid }: Stats): boolean {
  const own = process.geteuid?.();
  return own === undefined || uid === own || uid === 0;
}

/** Identifies the state of a file without reading it; `none` if it does not exist. */
export function stampOf(file: string): string {
  try {
    const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].join();
  } catch {
    return 'none';
  }
}

/** Identifies the content of an ordinary file; `none` if there is none. A device may have no end. */
export function digestOf(file: string): string {
  try {
    return statSync(file).isFile() ? hash(readFileSync(file)) : 'none';
  } catch {
    return 'none';
  }
}

/** Whether a file exists and was changed or created at or after a time, in milliseconds. */
export function wasChangedSince(file: string, time: number): boolean {
  const stats = statsOf(file);
  return stats !== undefined && Math.max(stats.mtimeMs, stats.ctimeMs) >= time;
}

/** The coarsest clock of a file system ticks every two seconds. */
const tick = 2000;

/** Whether any change after a time changes the file's stamp; not if it was changed right before. */
export function isSettled(file: string, time: number): boolean {
  return !wasChangedSince(file, time - tick);
}
