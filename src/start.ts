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
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { type CacheEntry, cacheEntry } from './base/cache/cache.ts';
import { packageInfo } from './base/package-info.ts';

const folder = import.meta.dirname;
const requirePackage = createRequire(path.join(folder, 'cli.cjs'));
/** The exports of each chunk that was run. */
const loaded = new Map<string, object>();
const compiled: { readonly entry: CacheEntry; readonly script: Script }[] = [];
const versionTag = cachedDataVersionTag();
/**
 * V8's defaults are for long runs: it compiles a regular expression to bytecode, which is slow to create for
 * rules as long as those of the lexer, and to machine code on the second use; a build of 12 slides spends 10 ms on
 * the bytecode. And it optimizes functions, on other threads, that a build is done with by then: without, a build
 * of 100 slides takes a quarter less processor time, and 5 MB less memory, and so does finishing its PDF. Each flag is
 * listed with its default.
 */
const shortRunFlags: readonly (readonly [flag: string, standard: string])[] = [
  ['--no-regexp-tier-up', '--regexp-tier-up'],
  // Later versions of V8 have no such flag.
  ...(['build', 'export'].includes(process.argv[2] ?? '') && process.versions.v8.startsWith('11.')
    ? [['--interrupt-budget=540672', '--interrupt-budget=67584'] as const]
    : []),
];
let isTuned = false;
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
  if (name === './pipeline.cjs') tune(true);
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
  const wasTuned = isTuned;
  tune(false);
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  tune(wasTuned);
  if (!cachedData || script.cachedDataRejected) compiled.push({ entry, script });
  return script;
}

/** V8 accepts code from the cache only with the flags that it was compiled with, which are the standard ones. */
function tune(isOn: boolean): void {
  if (isOn === isTuned) return;
  for (const [flag, standard] of shortRunFlags) setFlagsFromString(isOn ? flag : standard);
  isTuned = isOn;
}

function cacheCompiled(exitCode: number): void {
  tune(false);
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
