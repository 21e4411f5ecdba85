import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../package-root.ts';
import { versionOf } from './packages.ts';

/** The browser's part, which esbuild reads from its sources. */
export const runtimeFolder: string = path.join(packageRoot, 'src', 'runtime');

const folders = [
  path.dirname(fileURLToPath(import.meta.url)),
  runtimeFolder,
  path.join(runtimeFolder, 'reveal'),
];
let known: string | undefined;

/**
 * Stands for the code that makes what is cached (this stage, and the browser's part), so that whoever
 * changes it sees the change: Lectern's version, and the names, sizes and times of the files.
 */
export function fingerprint(): string {
  known ??= JSON.stringify([versionOf(packageRoot), ...folders.flatMap(describeFiles)]);
  return known;
}

function describeFiles(folder: string): readonly (string | number)[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const { size, mtimeMs } = statSync(path.join(folder, name));
      return [name, size, mtimeMs];
    });
}
