import {
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { stampOf } from '../../base/files/file-stats.ts';
import { hash } from '../../base/hash.ts';

/** Larger files are compared by size and modification time. */
const maxBytes = 8 * 1024 * 1024;

/**
 * A hash of the content of a file or of the names in a folder. `none`: the path does not exist; `empty`:
 * the file is empty.
 */
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

/** The longest chain of links that is followed. */
const maxLinks = 20;

/** All paths where a change may affect the content of a file: its own, and the targets of links. */
export function linkedPaths(file: string): readonly string[] {
  const paths = new Set([file]);
  try {
    for (let location = file; paths.size < maxLinks && lstatSync(location).isSymbolicLink(); ) {
      location = path.resolve(path.dirname(location), readlinkSync(location));
      paths.add(location);
    }
    paths.add(realpathSync(file));
  } catch {
    // The file or the target of a link does not exist yet.
  }
  return [...paths];
}
