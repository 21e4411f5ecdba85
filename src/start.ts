#!/usr/bin/env node
/**
 * The command of the npm package: runs the chunks that scripts/program.ts writes. Unlike Node's own loader
 * it keeps their compiled code from run to run, functions that were compiled on their first call included,
 * and loads packages without starting the loader of ES modules.
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isModuleNamespaceObject } from 'node:util/types';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { type CacheEntry, cacheEntry } from './base/cache/cache.ts';
import { packageInfo } from './base/package-info.ts';

const folder = import.meta.dirname;
const requirePackage = createRequire(path.join(folder, 'cli.cjs'));
/** The exports of each chunk that was run. */
const loaded = new Map<string, object>();
const compiled: { readonly entry: CacheEntry; readonly script: Script }[] = [];
const versionTag = cachedDataVersionTag();
process.on('exit', cacheCompiled);
runChunk('./lectern.cjs');

/** Stands in for `require()` in a chunk. */
function requireModule(name: string): object {
  return name.startsWith('./') ? (loaded.get(name) ?? runChunk(name)) : requirePackage(name);
}

function runChunk(name: string): object {
  const file = path.join(folder, name);
  const exports = {};
  loaded.set(name, exports);
  const run = compile(file).runInThisContext();
  run(exports, requireModule, importModule, pathToFileURL(file).href);
  return exports;
}

function compile(file: string): Script {
  const { size, mtimeMs } = statSync(file);
  const entry = cacheEntry('program', [
    ...[packageInfo().version, process.version, String(versionTag)],
    ...[file, String(size), String(mtimeMs)],
  ]);
  const cachedData = entry.readBytes();
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  if (!cachedData || script.cachedDataRejected) compiled.push({ entry, script });
  return script;
}

function cacheCompiled(exitCode: number): void {
  // Loading HarfBuzz changes flags of V8; the next run would reject what was compiled with these.
  if (exitCode !== 0 || cachedDataVersionTag() !== versionTag) return;
  for (const { entry, script } of compiled) entry.write(script.createCachedData());
}

/**
 * Stands in for `import()` of a package in a chunk: Node 20 rejects `import()` in code from a cache, and its
 * loader takes 20 ms to start.
 */
async function importModule(name: string): Promise<object> {
  try {
    const exports = requirePackage(name);
    return isModuleNamespaceObject(exports) ? exports : { ...exports, default: exports };
  } catch (error) {
    // Up to Node 22.11, ES modules cannot be required.
    const isModule = error instanceof Error && 'code' in error && error.code === 'ERR_REQUIRE_ESM';
    if (isModule) return import(name);
    throw error;
  }
}
