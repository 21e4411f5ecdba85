import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../package-root.ts';

/**
 * The folder of an installed package: in the nearest `node_modules` at or above a folder that has it.
 * Its real path, since some package managers put links there.
 */
export function findPackage(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const found = path.join(folder, 'node_modules', name);
    if (existsSync(path.join(found, 'package.json'))) return realpathSync(found);
    if (path.dirname(folder) === folder) return undefined;
  }
}

/** The folder of a library that Lectern depends on. */
export function libraryFolder(name: string): string {
  const folder = findPackage(name, packageRoot);
  if (folder === undefined) throw new Error(`the package ${name} is not installed`);
  return folder;
}

/** What a package's own package.json says. */
export function versionOf(folder: string): string {
  const text = readFileSync(path.join(folder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

export function libraryVersion(name: string): string {
  return versionOf(libraryFolder(name));
}
