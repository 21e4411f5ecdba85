import { lstatSync, readlinkSync, type Stats } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { makeFolder } from '../files/make-folder.ts';

/** What is known of each folder; `null` if it is safe. */
const problems = new Map<string, string | null>();

/** The folder of the cache; `undefined` if it is off, cannot be created, or others could write to it. */
export function cacheFolder(): string | undefined {
  const folder = configuredFolder();
  return folder === undefined || problemOf(folder) !== null ? undefined : folder;
}

/**
 * Why the cache is not used although it is on: others could plant a page or code there. `undefined` also where it
 * can only not be created, which makes builds slower and nothing else.
 */
export function cacheProblem(): string | undefined {
  const folder = configuredFolder();
  return (folder !== undefined && problemOf(folder)) || undefined;
}

/** Only this user may list it, as pages contain speaker notes. */
export function createCacheFolder(folder: string): void {
  makeFolder(folder, 0o700);
}

/** The folder in `LECTERN_CACHE` (none if `off`), or else in the cache folder of the system. */
function configuredFolder(): string | undefined {
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

function problemOf(folder: string): string | null {
  const known = problems.get(folder);
  if (known !== undefined) return known;
  const problem = findFolderProblem(folder);
  problems.set(folder, problem);
  return problem;
}

/**
 * Why others could read or change what is in a folder, which is created if it does not exist; empty if it cannot
 * be created, `null` if it is safe.
 */
export function findFolderProblem(folder: string): string | null {
  try {
    createCacheFolder(folder);
    return problemOfFolder(folder) ?? problemOfParents(path.dirname(folder)) ?? null;
  } catch {
    return '';
  }
}

function problemOfFolder(folder: string): string | undefined {
  const stats = lstatSync(folder);
  if (stats.isSymbolicLink()) return `"${folder}" is a symbolic link`;
  if (!stats.isDirectory()) return '';
  const user = process.geteuid?.();
  if (user === undefined) return undefined;
  if (stats.uid !== user) return `"${folder}" belongs to another user`;
  return (stats.mode & 0o077) === 0
    ? undefined
    : `other users have access to "${folder}"; allow only yourself: chmod 700`;
}

/**
 * Whoever can rename a folder above, or change a link on the way, can put another folder in its place.
 *
 * @throws {NodeJS.ErrnoException} if the path does not exist
 */
function problemOfParents(folder: string): string | undefined {
  const user = process.geteuid?.();
  if (user === undefined) return undefined;
  for (const parent of pathsTo(folder)) {
    const stats = lstatSync(parent);
    if (!isProtected(stats, user)) return `other users can replace folders in "${parent}"`;
    if (!stats.isSymbolicLink()) continue;
    const target = path.resolve(path.dirname(parent), readlinkSync(parent));
    const problem = problemOfParents(target);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function isProtected(stats: Stats, user: number): boolean {
  if (stats.uid !== user && stats.uid !== 0) return false;
  // In a sticky folder such as /tmp, only owners rename.
  if (stats.isSymbolicLink() || (stats.mode & 0o1000) !== 0) return true;
  // By convention, a group with the number of a user has no other member.
  const others = stats.gid === user ? 0o002 : 0o022;
  return (stats.mode & others) === 0;
}

/** A path, after those of all folders above it. */
function pathsTo(folder: string): readonly string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [...pathsTo(parent), folder];
}
