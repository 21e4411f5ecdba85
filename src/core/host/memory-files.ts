import path from 'node:path';

/** Files in memory, by absolute paths with forward slashes. There are no links, and nothing is hidden. */
export type MemoryFiles = ReadonlyMap<string, Uint8Array>;

/** A folder of files that one build, or Lectern itself, can see. */
interface Mount {
  readonly files: MemoryFiles;
  /** The names in each folder. */
  readonly folders: ReadonlyMap<string, ReadonlySet<string>>;
}

/** By the first part of the path: builds that run at the same time see only their own files. */
const mounts = new Map<string, Mount>();

/** Makes files available below a folder directly under `/`. */
export function mountFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  const absolute = new Map<string, Uint8Array>();
  for (const [name, bytes] of files) absolute.set(path.join(folder, path.join('/', name)), bytes);
  mounts.set(folder, { files: absolute, folders: foldersOf(folder, absolute.keys()) });
}

export function unmountFiles(folder: string): void {
  mounts.delete(folder);
}

/** The bytes of a file; `undefined` if there is none. */
export function bytesAt(file: string): Uint8Array | undefined {
  return mountOf(file)?.files.get(path.resolve(file));
}

/** The names in a folder, sorted; `undefined` if there is none. */
export function namesIn(folder: string): readonly string[] | undefined {
  const names = mountOf(folder)?.folders.get(path.resolve(folder));
  return names && [...names].sort();
}

function mountOf(file: string): Mount | undefined {
  const [, first = ''] = path.resolve(file).split('/');
  return mounts.get(`/${first}`);
}

function foldersOf(root: string, files: Iterable<string>): Mount['folders'] {
  const folders = new Map<string, Set<string>>([[root, new Set()]]);
  for (const file of files) {
    for (let at = file; at !== root; at = path.dirname(at)) {
      const folder = path.dirname(at);
      const names = folders.get(folder) ?? new Set();
      folders.set(folder, names.add(path.basename(at)));
    }
  }
  return folders;
}
