/** Writes the playground, `dist/playground.html`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageRoot } from '../src/base/files/package-root.ts';
import { playgroundPage } from '../src/core/playground/page.ts';
import { licensesOf, packagesOf } from './licenses.ts';

const temporary = mkdtempSync(path.join(tmpdir(), 'lectern-playground-'));
const heading = 'The playground contains parts of these packages.';
const page = await playgroundPage((files) => licensesOf(packagesOf(files), heading), temporary);
rmSync(temporary, { recursive: true });
const folder = path.join(packageRoot, 'dist');
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'playground.html'), page);
console.log(`dist/playground.html  ${(page.length / 1e6).toFixed(1)} MB`);
