#!/usr/bin/env node
/**
 * The command of the npm package: runs `lectern.cjs`, the command line, and `build.cjs`, the pipeline,
 * as Node would; but keeps the compiled code from one run to the next, and loads modules the fast way.
 * Together that is a fifth of a short build.
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isModuleNamespaceObject } from 'node:util/types';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { cacheEntry } from './cache.ts';
import { packageInfo } from './cli/package-info.ts';

const folder = import.meta.dirname;
const requireModule = createRequire(path.join(folder, 'cli.cjs'));
let pipeline: object | undefined;
run('lectern.cjs');

/** Runs a file of this folder. @returns what it exports */
function run(name: string): object {
  const file = path.join(folder, name);
  const { size, mtimeMs } = statSync(file);
  const versionTag = cachedDataVersionTag();
  const entry = cacheEntry('program', [
    ...[packageInfo().version, process.version, String(versionTag)],
    ...[file, String(size), String(mtimeMs)],
  ]);
  const cachedData = entry.readBytes();
  const script = new Script(
    `(function (require, importModule, module, __filename) {${readFileSync(file, 'latin1')}\n})`,
    { filename: file, ...(cachedData && { cachedData }) },
  );
  const module = { exports: {} };
  script.runInThisContext()(requireModule, importModule, module, file);
  if (!cachedData || script.cachedDataRejected) {
    process.on('exit', (exitCode) => {
      // To load HarfBuzz sets flags of V8's; what is compiled under these is refused by the next run.
      const isUsable = cachedDataVersionTag() === versionTag;
      if (exitCode === 0 && isUsable) entry.write(script.createCachedData());
    });
  }
  return module.exports;
}

/**
 * Stands in for `import()`, which Node 20 refuses to code that was kept compiled, and whose loader
 * takes 20 ms to start.
 */
async function importModule(name: string): Promise<object> {
  if (name === './build.cjs') {
    pipeline ??= run('build.cjs');
    return pipeline;
  }
  try {
    const exports = requireModule(name);
    return isModuleNamespaceObject(exports) ? exports : { ...exports, default: exports };
  } catch (error) {
    // Up to Node 22.11, modules in the newer form cannot be required.
    const isModule = error instanceof Error && 'code' in error && error.code === 'ERR_REQUIRE_ESM';
    if (isModule) return import(name);
    throw error;
  }
}
