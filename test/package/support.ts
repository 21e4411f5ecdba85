import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { vi } from 'vitest';
import { removeShrinkwrap } from '../../scripts/supply-chain.ts';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { blocks } from '../docs/pages.ts';
import { filesIn, writeFiles } from '../support/files.ts';
import { node } from '../support/npm.ts';

export const talk = readDeck('talk');
export const rareBlocks = readDeck('rare-blocks');
/** Every character that is printed on a keyboard, in every kind of text. */
export const english = readDeck('keyboard');

function readDeck(name: string): string {
  return readFileSync(path.join(packageRoot, `test/package/${name}.md`), 'utf8');
}

/**
 * Makes again what npm makes before it packs the package, which costs a fifth less than to pack it.
 *
 * @returns the hashes of the files
 */
export function makeAgain(): Readonly<Record<string, string>> {
  vi.stubEnv('npm_lifecycle_event', 'prepack');
  try {
    node(['--import', 'tsx', 'scripts/pack.ts'], packageRoot);
    return madeFilesIn(packageRoot);
  } finally {
    removeShrinkwrap();
  }
}

/** The hashes of all files in a package that are made for npm. */
export function madeFilesIn(folder: string): Readonly<Record<string, string>> {
  const made = filesIn(path.join(folder, 'lib')).map((name) => `lib/${name}`);
  return Object.fromEntries(
    [...made, 'npm-shrinkwrap.json'].map((name) => {
      const content = readFileSync(path.join(folder, name));
      return [name, createHash('sha256').update(content).digest('hex')];
    }),
  );
}

/** The compiled chunks in a cache, each with the time when it was written. */
export function compiledIn(cache: string): readonly (readonly [name: string, time: number])[] {
  const names = readdirSync(cache).filter((name) => name.startsWith('program-'));
  return names.sort().map((name) => [name, statSync(path.join(cache, name)).mtimeMs]);
}

/**
 * Writes the manual's programs for the library into a folder, and others for the parts that it does not run.
 *
 * @returns the names of the manual's programs
 */
export function writeLibraryUses(folder: string): readonly string[] {
  const programs = blocks.filter(({ info }) => info === 'api');
  const named = programs.map(({ language, text }, i) => [`program-${i}.m${language}`, text]);
  const names = named.map(([name = '']) => name);
  const decks = path.join(packageRoot, 'test/docs/project/slides');
  cpSync(decks, path.join(folder, 'slides'), { recursive: true });
  writeFiles(folder, {
    ...Object.fromEntries(named),
    'core.mts': `
      import { createCore, type BuiltDeck } from 'lectern/core';
      import { coreFiles } from 'lectern/core-files';
      const core = createCore({ library: await coreFiles() });
      const built: BuiltDeck = await core.build('talk.md', new Map([['talk.md', '# A']]));
      export { built };`,
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        ...{ module: 'nodenext', target: 'es2023', strict: true, noEmit: true },
        ...{ allowJs: true, checkJs: true, types: ['node'] },
        typeRoots: [path.join(packageRoot, 'node_modules/@types')],
      },
      files: [...names, 'core.mts'],
    }),
    'use.mjs': `
      import { buildDeck, formatDiagnostic } from 'lectern';
      import { coreFiles } from 'lectern/core-files';
      const { title, slides, html } = await buildDeck('talk.md');
      const { diagnostics } = await buildDeck('missing.md');
      const library = await coreFiles();
      const named = ['themes/ink/theme.css', 'lib/mathjax.js', 'src/runtime/main.ts'];
      console.log(title, slides.length, typeof html, diagnostics.map((d) => formatDiagnostic(d)));
      console.log(named.every((name) => library.has(name)));`,
  });
  return names;
}

/** Packages that contain nothing, as files in `node_modules`. */
export function emptyPackages(names: readonly string[]): Readonly<Record<string, string>> {
  const manifests = names.map((name) => [
    `node_modules/${name}/package.json`,
    JSON.stringify({ name, version: '0.0.1' }),
  ]);
  return Object.fromEntries(manifests);
}

/** The first message of a client to `lectern mcp`. */
export const initializeMcp = `${JSON.stringify({
  ...{ jsonrpc: '2.0', id: 1, method: 'initialize' },
  params: {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 't', version: '1' },
  },
})}\n`;

/** Bundles `lectern/core`, installed into a folder, as a page does that uses it. */
export async function bundleCoreOf(folder: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: "export { createCore } from 'lectern/core'", resolveDir: folder },
    bundle: true,
    format: 'esm',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

interface LockedPackage {
  readonly version: string;
  readonly integrity?: string;
}

/** The packages in a lock file of npm, by their folders. */
export function packagesIn(lockFile: string): Readonly<Record<string, LockedPackage>> {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  return packages;
}
