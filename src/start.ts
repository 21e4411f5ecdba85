#!/usr/bin/env node
/**
 * The command of the npm package: runs the program that scripts/link-program.ts made, much as Node would;
 * but reads of it only what is needed, keeps the compiled code from one run to the next, and loads
 * modules the fast way. Together that is a quarter of a short build.
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isModuleNamespaceObject } from 'node:util/types';
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { type CacheEntry, cacheEntry } from './base/cache.ts';
import { packageInfo } from './base/package-info.ts';

interface Module {
  exports: Readonly<Record<string, object>>;
}

const folder = import.meta.dirname;
const requireModule = createRequire(path.join(folder, 'cli.cjs'));
const loaded = new Map<string, Module>();
const compiled: { readonly entry: CacheEntry; readonly script: Script }[] = [];
// Else V8 makes each regular expression twice: for its first use in a form that is slow to run, and again
// for the second one.
setFlagsFromString('--no-regexp-tier-up');
const versionTag = cachedDataVersionTag();
process.on('exit', keepCompiled);
run('lectern.cjs');

/** Gives what a part of the program exports. @param address its file, `#` and its name */
function loadPart(address: string): object {
  const [file = '', name = ''] = address.split('#');
  return (loaded.get(file) ?? run(file)).exports[name] ?? {};
}

/** Runs a file of this folder. */
function run(name: string): Module {
  const file = path.join(folder, name);
  const module = { exports: {} };
  loaded.set(name, module);
  compile(file).runInThisContext()(requirePart, importPart, module, pathToFileURL(file).href);
  return module;
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

function keepCompiled(exitCode: number): void {
  // To load HarfBuzz sets flags of V8's; what is compiled under these is refused by the next run.
  if (exitCode !== 0 || cachedDataVersionTag() !== versionTag) return;
  for (const { entry, script } of compiled) entry.write(script.createCachedData());
}

function requirePart(name: string): object {
  return name.includes('#') ? loadPart(name) : requireModule(name);
}

/**
 * Stands in for `import()`, which Node 20 refuses to code that was kept compiled, and whose loader
 * takes 20 ms to start.
 */
async function importPart(name: string): Promise<object> {
  if (name.includes('#')) return loadPart(name);
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
