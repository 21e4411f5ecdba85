#!/usr/bin/env node
/**
 * The command of the npm package: runs `lectern.cjs` as Node would, but keeps the compiled code from
 * one run to the next. To compile it anew would take as long as to build a short deck.
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { constants, Script } from 'node:vm';
import { cacheEntry } from './cache.ts';
import { packageInfo } from './cli/package-info.ts';

const file = path.join(import.meta.dirname, 'lectern.cjs');
const { size, mtimeMs } = statSync(file);
// Each command runs code of its own.
const [, , command = ''] = process.argv;
const entry = cacheEntry('program', [
  ...[packageInfo().version, process.version, process.arch, command],
  ...[file, String(size), String(mtimeMs)],
]);
const cachedData = entry.readBytes();
const script = new Script(
  `(function (require, module, __filename) {${readFileSync(file, 'latin1')}\n})`,
  {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData && { cachedData }),
  },
);
script.runInThisContext()(createRequire(file), { exports: {} }, file);

if (!cachedData || script.cachedDataRejected) {
  process.on('exit', (exitCode) => {
    if (exitCode === 0) entry.write(script.createCachedData());
  });
}
