/** What the stages use of esbuild: the program that the caller has handed in, with files in memory. */
import path from 'node:path';
import type { BuildOptions, BuildResult, Loader, Plugin, TransformOptions } from 'esbuild';
import { bytesAt } from './memory-files.ts';
import { packageRoot } from './package-root.ts';

/** The used part of esbuild-wasm. */
export interface Esbuild {
  build(options: BuildOptions): Promise<BuildResult>;
  transform(code: string, options: TransformOptions): Promise<{ readonly code: string }>;
}

let load: (() => Promise<Esbuild>) | undefined;
let program: Promise<Esbuild> | undefined;

/** Sets the program of all builds, which is loaded when the first of them needs it. */
export function setEsbuild(loader: () => Promise<Esbuild>): void {
  load = loader;
  program = undefined;
}

function open(): Promise<Esbuild> {
  if (!load) throw new Error('no esbuild was handed in');
  program ??= load();
  return program;
}

export async function transform(
  code: string,
  options: TransformOptions,
): Promise<{ readonly code: string }> {
  return (await open()).transform(code, options);
}

export async function build(options: BuildOptions): Promise<BuildResult> {
  const plugins = [...(options.plugins ?? []), memoryPlugin(options.loader ?? {})];
  return (await open()).build({ ...options, plugins });
}

/** Lets esbuild resolve and read the package's files in memory. */
function memoryPlugin(loaders: Readonly<Record<string, Loader>>): Plugin {
  return {
    name: 'memory-files',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path: name, resolveDir }) => {
        const file = name.startsWith('.') ? path.resolve(resolveDir, name) : libraryFile(name);
        const found = [file, `${file}.js`, `${file}.ts`].find((each) => bytesAt(each));
        if (found === undefined) return { errors: [{ text: `Could not resolve "${name}"` }] };
        return { path: found, sideEffects: hasSideEffects(found) };
      });
      onLoad({ filter: /.*/ }, ({ path: file }) => {
        const contents = bytesAt(file);
        if (!contents) return { errors: [{ text: `there is no file ${file}` }] };
        const extension = path.extname(file);
        const known = extension === '.ts' ? 'ts' : 'js';
        const loader = loaders[extension] ?? (extension === '.css' ? 'css' : known);
        return { contents, loader, resolveDir: path.dirname(file) };
      });
    },
  };
}

interface PackageFile {
  readonly module?: string;
  readonly main?: string;
  readonly sideEffects?: boolean | readonly string[];
}

/** The main module of a package. */
function libraryFile(name: string): string {
  const folder = path.join(packageRoot, 'node_modules', name);
  const { module, main } = readPackage(folder);
  return path.join(folder, module ?? main ?? 'index.js');
}

function hasSideEffects(file: string): boolean {
  const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [];
  if (folder === undefined) return true;
  const { sideEffects = true } = readPackage(folder);
  if (typeof sideEffects === 'boolean') return sideEffects;
  return sideEffects.some((name) => path.join(folder, name) === file);
}

function readPackage(folder: string): PackageFile {
  const bytes = bytesAt(path.join(folder, 'package.json'));
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as PackageFile) : {};
}
