/**
 * Makes `lib/`, the plain JavaScript that the npm package runs; `npm pack` calls this.
 *
 * What is a devDependency becomes part of `lib/`, so that a start has few files to find and read.
 * What is a dependency stays outside, and is loaded when it is used.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { bundleMermaid } from '../src/3-resolve/diagram/mermaid/library/bundle.ts';
import { bundleMath } from '../src/5-bundle/diagram/figures/math/bundle.ts';
import { workerBundle } from '../src/5-bundle/reduce/worker-script.ts';
import { packageRoot } from '../src/base/files/package-root.ts';
import { llmsText, skillText } from '../src/cli/docs/for-models.ts';
import { readManual } from '../src/cli/docs/manual.ts';
import { bundleCore } from '../src/core/bundle.ts';
import { editorBundle } from '../src/dev/pages/editor-script.ts';
import { jsonSchema, schemaNames } from '../src/schema/schemas.ts';
import { fillCache } from './fill-cache.ts';
import { writeProgram } from './program.ts';
import { addShrinkwrap, writeBillOfMaterials } from './supply-chain.ts';

const lib = path.join(packageRoot, 'lib');

/** Packages without a text of their license. */
const notices: Readonly<Record<string, string>> = {
  '@mathjax/mathjax-stix2-font': `Copyright (c) MathJax Consortium, under the Apache License 2.0: https://www.apache.org/licenses/LICENSE-2.0

The outlines are those of STIX Two Math, Copyright 2001-2021 The STIX Fonts Project Authors (https://github.com/stipub/stixfonts), under the SIL Open Font License 1.1: https://openfontlicense.org`,
  unicode2latex:
    'Copyright (c) Emiliano Heyns, under the ISC License: https://opensource.org/license/isc-license-txt',
};

/** The package @viz-js/viz, which is installed next to `lib/`, has no text that names these licenses. */
const graphvizNotice = `The package @viz-js/viz (MIT License, Copyright (c) Michael Daines) is installed as a dependency, unmodified.

It contains, compiled to WebAssembly and unmodified:

Graphviz 16.1.0, Copyright (c) AT&T Intellectual Property and contributors, under the Eclipse Public License 2.0:
https://www.eclipse.org/legal/epl-2.0/
Its source code is available at https://gitlab.com/graphviz/graphviz and
https://gitlab.com/api/v4/projects/4207231/packages/generic/graphviz-releases/16.1.0/graphviz-16.1.0.tar.gz

Expat 2.8.5, Copyright (c) Expat maintainers, under the MIT License: https://github.com/libexpat/libexpat
`;

/** Run as a program, build.ts is a command; the library has none. */
const withoutCommands: Plugin = {
  name: 'without-commands',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\/cli\/main\.ts$/ }, () => ({ path: 'none', namespace: 'none' }));
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export const main = null;' }));
  },
};

rmSync(lib, { recursive: true, force: true });
const files = await writeScripts();
const packages = packagesOf(files);
writeFileSync(path.join(lib, 'LICENSES.txt'), licensesOf(packages));
writeBillOfMaterials(
  lib,
  new Set(packages.map((folder) => folder.replace(/^.*node_modules\//, ''))),
);
addShrinkwrap();
writeTypes(['src/library/library', 'src/core/core', 'src/core/core-files']);
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

/** @returns the files that went in, named from the package's root on */
async function writeScripts(): Promise<readonly string[]> {
  const { dependencies } = readJson('package.json') as { dependencies: object };
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
    external: [...Object.keys(dependencies), ...builtinModules, 'node:*'],
  } satisfies BuildOptions;
  const starter = await build({
    ...common,
    entryPoints: { cli: 'src/start.ts' },
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    define: { 'import.meta.url': 'moduleUrl', 'import.meta.dirname': '__dirname' },
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  });
  const program = await writeProgram(lib, Object.keys(dependencies));
  const library = await build({
    ...common,
    entryPoints: { library: 'src/library/library.ts', 'core-files': 'src/core/core-files.ts' },
    format: 'esm',
    plugins: [withoutCommands],
  });
  // Bundlers of web pages resolve the libraries that it imports.
  const core = await bundleCore(undefined, { minify: true, external: Object.keys(dependencies) });
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

/** The folders of the packages of which a part is among `files`. */
function packagesOf(files: readonly string[]): readonly string[] {
  const folders = files.flatMap(
    (file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? [],
  );
  return [...new Set(folders)].sort();
}

function licensesOf(packages: readonly string[]): string {
  const texts = packages.map((folder) => {
    const { name, version, license, author } = readJson(`${folder}/package.json`) as Record<
      string,
      string
    >;
    const files = licenseFilesIn(folder).map((file) => read(`${folder}/${file}`).trim());
    const isPlainMit = files.length === 0 && license === 'MIT' && typeof author === 'string';
    const notice = notices[name ?? ''] ?? (isPlainMit ? mitLicense(author) : undefined);
    const found = notice === undefined ? files : [...files, notice];
    if (found.length === 0) throw new Error(`${folder} has no license file`);
    return `${name} ${version}\n\n${found.join('\n\n')}\n`;
  });
  return `lib/ contains parts of these packages.\n\n${texts.join('\n\n')}\n\n${graphvizNotice}`;
}

/** For a package that names its license and its author, and comes without the text. */
function mitLicense(author: string): string {
  return `MIT License

Copyright (c) ${author}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}

/** Those of a package and of the libraries that it is compiled from, which are in `codec`. */
function licenseFilesIn(folder: string): readonly string[] {
  return ['.', 'codec'].flatMap((part) => {
    const place = path.join(packageRoot, folder, part);
    const names = existsSync(place) ? readdirSync(place) : [];
    return names.filter((name) => /^licen[cs]e/i.test(name)).map((name) => `${part}/${name}`);
  });
}

/** Writes the declarations of modules and of those that they import, without checking types again. */
function writeTypes(modules: readonly string[]): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-types-'));
  const tsc = path.join(packageRoot, 'node_modules/typescript/bin/tsc');
  const emit = ['--noEmit', 'false', '--noCheck', '--declaration', '--emitDeclarationOnly'];
  const folders = ['-p', packageRoot, '--rootDir', packageRoot, '--outDir', folder];
  execFileSync(process.execPath, [tsc, ...folders, ...emit], { stdio: 'inherit' });
  const names = new Set(modules);
  for (const name of names) {
    const source = path.join(folder, `${name}.d.ts`);
    const file = path.join(lib, 'types', `${name}.d.ts`);
    mkdirSync(path.dirname(file), { recursive: true });
    copyFileSync(source, file);
    const imports = readFileSync(source, 'utf8').matchAll(/ from '(\.[^']+)\.[jt]s'/g);
    for (const [, other = ''] of imports) names.add(path.posix.join(path.dirname(name), other));
  }
  rmSync(folder, { recursive: true });
}

function read(file: string): string {
  return readFileSync(path.join(packageRoot, file), 'utf8');
}

function readJson(file: string): unknown {
  return JSON.parse(read(file));
}
