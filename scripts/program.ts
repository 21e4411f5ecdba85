import { realpathSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { transform } from 'esbuild';
import { type OutputChunk, rolldown } from 'rolldown';
import { packageRoot } from '../src/base/files/package-root.ts';

/**
 * The chunks that most builds load: these modules and all that they import. A later chunk omits what is in
 * an earlier one. The first is all that a build needs whose page is in the cache.
 */
const chunks: readonly (readonly [name: string, modules: readonly string[]])[] = [
  ['command', ['src/cli/main.ts', 'src/cli/build/build-command.ts']],
  ['pipeline', ['build.ts', 'src/check/failures.ts', 'src/cli/build/slide-store.ts']],
];

/** Chunks that are loaded when one of their functions is called: what most decks do not contain. */
const onUse: readonly (readonly [name: string, modules: RegExp])[] = [
  [
    'chart',
    // Without what diagrams use as well.
    /^src\/(?:chart\/(?!style\.|svg\/attributes\.)|[24]-[a-z]+\/chart|2-parse\/blocks\/(?:chart|chart-table|data-table)\.)/,
  ],
  ['diagram', /^src\/[45]-[a-z]+\/diagram\//],
  ['data', /^(?:src\/1-load\/data\/(?!data-reader)|node_modules\/csv-parse\/)/],
  ['template', /^src\/(?:1-load\/template\/(?!look-for-|template-theme\.)|base\/ooxml\/)/],
  ['formulas', /^src\/3-resolve\/math\/(?!typeset\.)/],
  ['translations', /^src\/base\/words\/(?:asian\/|european\/(?!en\.)|translations\.)/],
  ['qr-code', /^(?:node_modules\/uqr\/|src\/2-parse\/blocks\/qr\.)/],
  ['metadata', /^src\/5-bundle\/(?:metadata|reduce\/(?!plan-job|reduce-image|worker-script))/],
  ['safe-html', /^(?:node_modules\/parse5\/|src\/base\/safe-html\/safe-html\.)/],
];

/** Modules that their packages offer to Node only. */
const nodeModules = Object.fromEntries(
  ['vscode-languageserver', 'vscode-languageserver-protocol', 'vscode-jsonrpc'].map((name) => {
    const main = path.join(packageRoot, 'node_modules', name, 'lib/node/main.js');
    return [`${name}/node`, main];
  }),
);

/**
 * Bundles the command line program into `lib`: a chunk for each part that is loaded on use. src/start.ts
 * runs the chunks and says what it passes to each.
 *
 * @param external packages that stay outside
 * @returns the bundled files, relative to the package's root
 */
export async function writeProgram(
  lib: string,
  external: readonly string[],
): Promise<readonly string[]> {
  const bundle = await rolldown({
    // As groups without the modules that they import require.
    preserveEntrySignatures: 'allow-extension',
    cwd: packageRoot,
    input: 'src/cli.ts',
    // With `node`, the yaml package resolves to CommonJS, which cannot be tree-shaken.
    platform: 'neutral',
    resolve: { mainFields: ['module', 'main'], alias: nodeModules },
    external: [
      ...external.map((name) => new RegExp(`^${name}(?:/|$)`)),
      ...builtinModules,
      /^node:/,
    ],
    transform: { define: { 'import.meta.url': 'moduleUrl' } },
  });
  const { output } = await bundle.generate({
    format: 'cjs',
    entryFileNames: 'lectern.cjs',
    chunkFileNames: '[name].cjs',
    codeSplitting: { groups: [...groupsOnUse(), ...groupsOnStart()] },
  });
  await bundle.close();
  const written = output.filter((each) => each.type === 'chunk');
  for (const chunk of written) await writeChunk(lib, chunk);
  const files = written.flatMap(({ moduleIds }) => moduleIds).filter(path.isAbsolute);
  return files.map((file) => path.relative(packageRoot, file).replaceAll('\\', '/'));
}

function groupsOnStart() {
  return chunks.map(([name, modules], i) => {
    const files = modules.map((file) => realpathSync(path.join(packageRoot, file)));
    return { name, test: (id: string) => files.includes(id), priority: chunks.length - i };
  });
}

function groupsOnUse() {
  return onUse.map(([name, modules]) => ({
    name,
    test: (id: string) => modules.test(pathInPackage(id)),
    priority: chunks.length - 0.5,
    includeDependenciesRecursively: false,
  }));
}

function pathInPackage(file: string): string {
  return path.relative(realpathSync(packageRoot), file).replaceAll('\\', '/');
}

/** Lets a chunk load those of {@link onUse} where it uses them. */
function loadOnUse(code: string): string {
  const names = onUse.map(([name]) => name.replaceAll('-', '_')).join('|');
  return code
    .replace(
      new RegExp(String.raw`^const (require_(?:${names})) = (require\(.*\));$`, 'gm'),
      'const $1 = () => $2;',
    )
    .replace(new RegExp(String.raw`\b(require_(?:${names}))\.`, 'g'), '($1()).');
}

/** Writes a chunk as a function expression in ASCII, which V8 reads and compiles fastest. */
async function writeChunk(lib: string, { fileName, code }: OutputChunk): Promise<void> {
  const { code: compact } = await transform(loadOnUse(code), {
    target: 'node20.19',
    // Names stay, for stack traces.
    minifyWhitespace: true,
    minifySyntax: true,
  });
  const body = compact.replace(/(?<![#.\w$])import\(/g, 'importModule(');
  writeFileSync(
    path.join(lib, fileName),
    `(function(exports,require,importModule,moduleUrl){${body}})\n`,
  );
}
