import {
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { hash } from '../../base/cache.ts';
import { stampOf } from '../../base/files/file-stats.ts';

/** Larger files are told apart by their size and time. */
const maxBytes = 8 * 1024 * 1024;

/** What is in a file, or which names are in a folder; `none` where there is neither, `empty` where a file holds nothing. */
export function stateOf(file: string): string {
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) return hash(...readdirSync(file).sort());
    if (!stats.isFile()) return `${stats.mode} ${stats.ino}`;
    if (stats.size > maxBytes) return stampOf(file);
    const bytes = readFileSync(file);
    return bytes.length === 0 ? 'empty' : hash(bytes);
  } catch {
    return 'none';
  }
}

/** Links that lead to links end here. */
const maxLinks = 20;

/** All paths at which a change may change what is read at the first of them: the file's own, and those that links lead to. */
export function linkedPaths(file: string): readonly string[] {
  const paths = new Set([file]);
  try {
    for (let location = file; paths.size < maxLinks && lstatSync(location).isSymbolicLink(); ) {
      location = path.resolve(path.dirname(location), readlinkSync(location));
      paths.add(location);
    }
    paths.add(realpathSync(file));
  } catch {
    // It ends where there is nothing yet.
  }
  return [...paths];
}
