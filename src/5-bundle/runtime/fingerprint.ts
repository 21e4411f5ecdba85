import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { versionOf } from '../../base/files/libraries.ts';
import { packageRoot } from '../../base/files/package-root.ts';

/** The browser's part, which esbuild reads from its sources. */
export const runtimeFolder: string = path.join(packageRoot, 'src', 'runtime');
/** What draws charts, here and in the browser. */
const chartFolder = path.join(packageRoot, 'src', 'chart');

const ownFolder = path.dirname(fileURLToPath(import.meta.url));
let known: string | undefined;

/**
 * Stands for the code that makes what is cached: this stage, the drawing of charts and diagrams, and the browser's part. In a package it is
 * the digest that packaging left beside the code, the same wherever the package is installed; in a
 * checkout, the names, sizes and times of the files, so that whoever changes one sees the change.
 */
export function fingerprint(): string {
  known ??=
    readDigest() ?? JSON.stringify([versionOf(packageRoot), ...folders.flatMap(describeFiles)]);
  return known;
}

const folders = [path.dirname(ownFolder), chartFolder, runtimeFolder];

function readDigest(): string | undefined {
  const file = path.join(ownFolder, 'digest');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function describeFiles(folder: string): readonly (string | number)[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .sort()
    .flatMap((name) => {
      const { size, mtimeMs } = statSync(path.join(folder, name));
      return [name, size, mtimeMs];
    });
}
