import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPackage } from './find-package.ts';

/** The npm package has parts of some libraries next to its code; a project may have others of the same name. */
const codeFolder = path.dirname(fileURLToPath(import.meta.url));

/** The folder of a library that Lectern depends on. */
export function libraryFolder(name: string): string {
  const folder = findPackage(name, codeFolder);
  if (folder === undefined) throw new Error(`the package ${name} is not installed`);
  return folder;
}

/** Reads a package's package.json. */
export function versionOf(folder: string): string {
  const text = readFileSync(path.join(folder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

const versions = new Map<string, string>();

/** The version of a library, read once per process, like its code. */
export function libraryVersion(name: string): string {
  const known = versions.get(name);
  if (known !== undefined) return known;
  const version = versionOf(libraryFolder(name));
  versions.set(name, version);
  return version;
}
