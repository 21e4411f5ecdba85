import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { codeFingerprint } from '../../src/base/code-fingerprint.ts';
import { libraryVersion } from '../../src/base/files/libraries.ts';
import { packageRoot } from '../../src/base/files/package-root.ts';

/** The modules that tests run in processes of their own. */
const modules = [
  'build.ts',
  'src/base/files/atomic-write.ts',
  'src/base/files/edit/edited-file.ts',
  'src/base/files/temporary-name.ts',
  'src/cli.ts',
  'src/cli/main.ts',
  'src/dev/files/save.ts',
  'src/dev/files/upload.ts',
  'src/library/library.ts',
  'test/support/pdf/draw-with-pdfjs.ts',
] as const;

type Module = (typeof modules)[number];

const cache = path.join(packageRoot, 'node_modules/.cache/compiled');
const day = 24 * 60 * 60 * 1000;
let compiled: Promise<string> | undefined;

/**
 * Compiles a module and what it imports to JavaScript, which starts in a third of the time that the
 * TypeScript takes. Kept from run to run until the code changes.
 *
 * @returns the path of the compiled module
 */
export async function compiledModule(module: Module): Promise<string> {
  compiled ??= compile();
  return path.join(await compiled, module.replace(/\.ts$/, '.js'));
}

/** @returns the URL by which a script imports the compiled module, in quotes */
export async function compiledImport(module: Module): Promise<string> {
  return JSON.stringify(pathToFileURL(await compiledModule(module)).href);
}

/** @returns the folder of the compiled modules */
async function compile(): Promise<string> {
  const folder = path.join(cache, `${libraryVersion('esbuild')}-${codeFingerprint(...modules)}`);
  if (statSync(folder, { throwIfNoEntry: false })) return folder;
  mkdirSync(cache, { recursive: true });
  removeOld();
  const unfinished = mkdtempSync(path.join(cache, 'unfinished-'));
  await build({
    absWorkingDir: packageRoot,
    entryPoints: [...modules],
    outbase: '.',
    outdir: unfinished,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    logLevel: 'error',
  });
  try {
    renameSync(unfinished, folder);
  } catch {
    // Another worker was faster.
    rmSync(unfinished, { recursive: true });
  }
  return folder;
}

function removeOld(): void {
  for (const name of readdirSync(cache)) {
    const folder = path.join(cache, name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > day) rmSync(folder, { recursive: true, force: true });
  }
}
