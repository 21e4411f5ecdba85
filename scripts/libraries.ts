import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import { packageRoot } from '../src/base/files/package-root.ts';
import { readJson } from './licenses.ts';

/** The parts of a library that the package has. */
interface LibraryParts {
  /** Files that are copied: what esbuild or a build reads, and what is minified already. */
  readonly copied?: RegExp;
  /** Modules that Node.js runs, which are minified. */
  readonly run?: RegExp;
  /** What of them can be imported, for package.json. */
  readonly exports: unknown;
}

/** Libraries of which less than half is ever used. */
const libraries: Readonly<Record<string, LibraryParts>> = {
  'reveal.js': {
    copied: /^(?:js\/.*(?<!\.d)\.[jt]s|dist\/reveal\.css|dist\/theme\/.*\.css)$/,
    exports: {},
  },
  'chart.js': {
    copied: /^dist\/(?:chart|chunks\/index)\.js$/,
    run: /^dist\/(?:chart|chunks\/index)\.cjs$/,
    exports: { import: './dist/chart.js', require: './dist/chart.cjs' },
  },
  '@kurkle/color': {
    copied: /^dist\/color\.esm\.js$/,
    run: /^dist\/color\.cjs$/,
    exports: { import: './dist/color.esm.js', require: './dist/color.cjs' },
  },
  'highlight.js': {
    run: /^lib\/(?:core|languages\/[^/.]+)\.js$/,
    exports: {
      './lib/core': './lib/core.js',
      './lib/languages/*': './lib/languages/*.js',
    },
  },
  // Bundlers of web pages cannot read the module for Node.js.
  '@viz-js/viz': {
    copied: /^dist\/viz\.c?js$/,
    exports: { require: './dist/viz.cjs', default: './dist/viz.js' },
  },
  temml: { run: /^dist\/temml\.cjs$/, exports: './dist/temml.cjs' },
};

/** The names of the libraries that {@link writeLibraries} writes. */
export const libraryNames: readonly string[] = Object.keys(libraries);

/**
 * Writes the used parts of libraries into `node_modules` in `lib`, where all that is in `lib` finds them as if they
 * were installed.
 *
 * @returns the files that they were made of, from the package's root on
 */
export async function writeLibraries(lib: string): Promise<readonly string[]> {
  const written = await Promise.all(
    Object.entries(libraries).map(([name, parts]) => writeLibrary(name, parts, lib)),
  );
  return written.flat();
}

async function writeLibrary(
  name: string,
  { copied, run, exports }: LibraryParts,
  lib: string,
): Promise<readonly string[]> {
  const from = path.join('node_modules', name);
  const to = path.join(lib, from);
  const files = filesIn(path.join(packageRoot, from));
  const toCopy = files.filter((file) => copied?.test(file));
  const toMinify = files.filter((file) => run?.test(file));
  for (const file of toCopy) cpSync(path.join(packageRoot, from, file), path.join(to, file));
  for (const file of toMinify) {
    const code = readFileSync(path.join(packageRoot, from, file), 'utf8');
    mkdirSync(path.dirname(path.join(to, file)), { recursive: true });
    writeFileSync(path.join(to, file), await minify(code));
  }
  const { version, license, type, main, module, sideEffects } = readJson(
    `${from}/package.json`,
  ) as Record<string, unknown>;
  const manifest = { name, version, license, type, main, module, sideEffects, exports };
  writeFileSync(path.join(to, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return [...toCopy, ...toMinify].map((file) => `${from}/${file}`);
}

/** Names stay, for stack traces. */
async function minify(source: string): Promise<string> {
  const { code } = await transform(source, {
    target: 'node20.19',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
  });
  return code;
}

function filesIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true }).map((name) =>
    String(name).replaceAll('\\', '/'),
  );
  return names.filter((name) => statSync(path.join(folder, name)).isFile()).sort();
}
