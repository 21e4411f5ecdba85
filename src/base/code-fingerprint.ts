import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { statsOf } from './files/file-stats.ts';
import { findPackage } from './files/find-package.ts';
import { versionOf } from './files/libraries.ts';
import { packageRoot } from './files/package-root.ts';
import { relativePath } from './files/relative-path.ts';
import { hash } from './hash.ts';

/**
 * Identifies the code that computes a cached value, for the key of that value.
 *
 * In a checkout, it covers the content of the entries and all their direct and indirect imports, and the versions
 * of imported libraries, so that a change of code never returns an old value. When installed, it is the digest
 * of the whole package.
 *
 * @param entries modules by their paths from the package's root, such as
 *   `src/5-bundle/styles/styles.ts`; a folder includes all files in it
 */
export function codeFingerprint(...entries: readonly string[]): string {
  packageDigest ??= readPackageDigest();
  return packageDigest ?? sources.fingerprint(entries);
}

/** `undefined` before it was read, `null` in a checkout. */
let packageDigest: string | null | undefined;

/** The digest that scripts/pack.ts writes next to the packed code. */
function readPackageDigest(): string | null {
  const folder = path.dirname(fileURLToPath(import.meta.url));
  if (folder !== path.join(packageRoot, 'lib')) return null;
  return readFileSync(path.join(folder, 'digest'), 'utf8');
}

interface SourceFile {
  readonly digest: string;
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly libraries: readonly string[];
}

/** The sources in a folder, each read once, as the code of a running process does not change. */
export class SourceTree {
  readonly #root: string;
  readonly #files = new Map<string, SourceFile>();
  readonly #fingerprints = new Map<string, string>();

  constructor(root: string) {
    this.#root = root;
  }

  /** @param entries as in {@link codeFingerprint} */
  fingerprint(entries: readonly string[]): string {
    const key = entries.join('\n');
    const known = this.#fingerprints.get(key);
    if (known !== undefined) return known;
    const computed = this.#compute(entries);
    this.#fingerprints.set(key, computed);
    return computed;
  }

  #compute(entries: readonly string[]): string {
    const files = new Set(entries.flatMap((entry) => filesIn(path.join(this.#root, entry))));
    const libraries = new Set<string>();
    // The iteration includes files that are added to the set.
    for (const file of files) {
      const source = this.#read(file);
      for (const imported of source.files) files.add(imported);
      for (const library of source.libraries) libraries.add(library);
    }
    const described = [...files].map((file) => {
      return [relativePath(this.#root, file), this.#read(file).digest];
    });
    const versions = [...libraries].map((name) => [name, versionIn(this.#root, name)]);
    return hash(JSON.stringify([...described, ...versions].sort()));
  }

  #read(file: string): SourceFile {
    const known = this.#files.get(file);
    if (known) return known;
    const source = readSource(file);
    this.#files.set(file, source);
    return source;
  }
}

const sources = new SourceTree(packageRoot);

function filesIn(entry: string): readonly string[] {
  if (!statsOf(entry)?.isDirectory()) return [entry];
  const names = readdirSync(entry, { recursive: true }).map(String);
  return names.map((name) => path.join(entry, name)).filter((file) => statsOf(file)?.isFile());
}

function readSource(file: string): SourceFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return { digest: 'none', files: [], libraries: [] };
  }
  const imports = /\.[cm]?[jt]s$/.test(file) ? importsOf(bytes.toString('utf8')) : [];
  const isOwn = (name: string) => name.startsWith('.');
  return {
    digest: hash(bytes),
    files: imports.filter(isOwn).map((name) => path.resolve(path.dirname(file), name)),
    libraries: imports.filter((name) => !isOwn(name) && !name.startsWith('node:')).map(packageOf),
  };
}

/** Import and export statements, except of types, and `import()`; of a template, its start. */
const importPattern =
  /^(?:import|export) (?!type )(?:[^;'"]*? from )?'([^']+)'|\bimport\(['`]([^'`$]+)/gm;

function importsOf(text: string): readonly string[] {
  return [...text.matchAll(importPattern)].map(([, name, lazy]) => name ?? lazy ?? '');
}

/** `highlight.js` of `highlight.js/lib/core`. */
function packageOf(name: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name;
}

function versionIn(root: string, name: string): string {
  const folder = findPackage(name, root);
  return folder === undefined ? 'none' : versionOf(folder);
}
