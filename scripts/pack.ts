/**
 * Makes `lib/`, the plain JavaScript that the npm package runs; `npm pack` calls this. By hand, it makes `lib/` only.
 *
 * What is a devDependency becomes part of `lib/`, so that a start has few files to find and read; large libraries
 * are in its `node_modules`. These, and dependencies, which stay outside, are loaded when they are used.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { bundleMermaid } from '../src/3-resolve/diagram/mermaid/library/bundle.ts';
import { bundleMath } from '../src/5-bundle/diagram/figures/math/bundle.ts';
import { workerBundle } from '../src/5-bundle/reduce/worker-script.ts';
import { packageRoot } from '../src/base/files/package-root.ts';
import { readManual } from '../src/base/manual/pages.ts';
import { llmsText, skillText } from '../src/cli/docs/for-models.ts';
import { bundleCore } from '../src/core/bundle.ts';
import { editorBundle } from '../src/dev/pages/editor-script.ts';
import { jsonSchema, schemaNames } from '../src/schema/schemas.ts';
import { fillCache } from './fill-cache.ts';
import { libraryNames, writeLibraries } from './libraries.ts';
import { licensesOf, packagesOf, readJson } from './licenses.ts';
import { writeProgram } from './program.ts';
import { addShrinkwrap, writeBillOfMaterials } from './supply-chain.ts';
import { writeTypes } from './types.ts';

const lib = path.join(packageRoot, 'lib');

/** Run as a program, build.ts is a command; the library has none. */
const withoutCommands: Plugin = {
  name: 'without-commands',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\/cli\/main\.ts$/ }, () => ({ path: 'none', namespace: 'none' }));
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export const main = null;' }));
  },
};

removeLib();
// No part of a package stays where the rest failed.
process.once('exit', (code) => {
  if (code !== 0) removeLib();
});
const { dependencies } = readJson('package.json') as { dependencies: object };
const external = [...Object.keys(dependencies), ...libraryNames];
const files = [...(await writeScripts()), ...(await writeLibraries(lib))];
const packages = packagesOf(files);
writeFileSync(
  path.join(lib, 'LICENSES.txt'),
  licensesOf(packages, 'lib/ contains parts of these packages.'),
);
writeBillOfMaterials(
  lib,
  new Set(packages.map((folder) => folder.replace(/^.*node_modules\//, ''))),
);
writeTypes(lib, ['src/library/library', 'src/core/core', 'src/core/core-files']);
const manual = readManual();
writeFileSync(path.join(lib, 'llms.txt'), llmsText(manual));
writeFileSync(path.join(lib, 'SKILL.md'), skillText(manual));
for (const name of schemaNames) {
  const text = JSON.stringify(jsonSchema(name), null, 2);
  writeFileSync(path.join(lib, `${name}.schema.json`), `${text}\n`);
}
// With package.json, as it fixes the versions of the libraries.
const code = ['lib', 'src/chart', 'src/runtime'].flatMap(filesIn);
const others = ['src/base/html.ts', 'package.json'].map((file) => path.join(packageRoot, file));
writeFileSync(path.join(lib, 'digest'), digestOf([...code, ...others]));
fillCache(lib);
// Last, and only for npm, which removes it after packing: npm would install from it.
if (process.env.npm_lifecycle_event === 'prepack') addShrinkwrap();

function removeLib(): void {
  rmSync(lib, { recursive: true, force: true });
}

/** @returns the files that went in, named from the package's root on */
async function writeScripts(): Promise<readonly string[]> {
  const common = {
    absWorkingDir: packageRoot,
    outdir: lib,
    bundle: true,
    metafile: true,
    target: 'node20.19',
    // Names stay, for bug reports.
    minifyWhitespace: true,
    minifySyntax: true,
    // For `node`, the yaml package has CommonJS only, of which nothing can be left out.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: [...external, ...builtinModules, 'node:*'],
  } satisfies BuildOptions;
  const starter = await build({
    ...common,
    entryPoints: { cli: 'src/start.ts' },
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    define: { 'import.meta.url': 'moduleUrl', 'import.meta.dirname': '__dirname' },
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  });
  const program = await writeProgram(lib, external);
  const library = await build({
    ...common,
    entryPoints: { library: 'src/library/library.ts', 'core-files': 'src/core/core-files.ts' },
    format: 'esm',
    plugins: [withoutCommands],
  });
  // Bundlers of web pages resolve the libraries that it imports.
  const core = await bundleCore(undefined, { minify: true, external });
  writeFileSync(path.join(lib, 'core.js'), core.code);
  // The editor of `lectern dev` runs in the browser, all of it, and is loaded there when it is used.
  const editor = await build({
    ...editorBundle,
    absWorkingDir: packageRoot,
    outfile: path.join(lib, 'editor.js'),
    metafile: true,
  });
  // The workers that reduce images, with their codecs.
  const worker = await build({
    ...workerBundle,
    absWorkingDir: packageRoot,
    outfile: path.join(lib, 'reduce.js'),
    metafile: true,
  });
  const bundled = [starter, library, editor, worker].flatMap(({ metafile }) =>
    Object.keys(metafile.inputs),
  );
  return [...bundled, ...core.files, ...program, ...(await writeMermaid()), ...(await writeMath())];
}

/** Writes the parts of Mermaid that read diagrams; each is loaded when a deck has a diagram of its type. */
async function writeMermaid(): Promise<readonly string[]> {
  const folder = path.join(lib, 'mermaid');
  mkdirSync(folder);
  const { chunks, files } = await bundleMermaid();
  for (const [name, code] of Object.entries(chunks)) writeFileSync(path.join(folder, name), code);
  return files;
}

/** Writes what draws formulas in diagrams; it is loaded when a deck has one. */
async function writeMath(): Promise<readonly string[]> {
  const { code, files } = await bundleMath();
  writeFileSync(path.join(lib, 'mathjax.js'), code);
  return files;
}

function digestOf(files: readonly string[]): string {
  const digest = createHash('sha256');
  for (const file of files) digest.update(readFileSync(file));
  return digest.digest('hex');
}

function filesIn(folder: string): readonly string[] {
  const names = readdirSync(path.join(packageRoot, folder), { recursive: true }).map(String).sort();
  const files = names.map((name) => path.join(packageRoot, folder, name));
  return files.filter((file) => statSync(file).isFile());
}
