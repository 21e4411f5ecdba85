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
import { editorBundle } from './dev/editor-script.ts';
import { packageRoot } from './package-root.ts';

const lib = path.join(packageRoot, 'lib');

/** Leaves in a file of its own what the command line loads on use, and the other way round. */
const apart: Plugin = {
  name: 'apart',
  setup(builder) {
    builder.onResolve({ filter: /\/(?:build|cli\/main)\.ts$/ }, ({ path: name, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      return { path: name.endsWith('build.ts') ? './build.cjs' : './lectern.cjs', external: true };
    });
  },
};

rmSync(lib, { recursive: true, force: true });
const files = await writeScripts();
writeFileSync(path.join(lib, 'LICENSES.txt'), licensesOf(files));
writeTypes(['build', 'src/deck', 'src/diagnostics']);
writeFileSync(path.join(lib, 'digest'), digestOf([...filesIn('lib'), ...filesIn('src/runtime')]));
fillCache();

/** @returns the files that went in, named from the package's root on */
async function writeScripts(): Promise<readonly string[]> {
  const { dependencies } = readJson('package.json') as { dependencies: object };
  const common = {
    absWorkingDir: packageRoot,
    outdir: lib,
    bundle: true,
    metafile: true,
    target: 'node20.19',
    // Names stay, for whoever reports a fault.
    minifyWhitespace: true,
    minifySyntax: true,
    // For `node`, the yaml package has CommonJS only, of which nothing can be left out.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: [...Object.keys(dependencies), ...builtinModules, 'node:*'],
  } satisfies BuildOptions;
  // CommonJS starts faster, and can be kept compiled; see src/start.ts.
  const program = await build({
    ...common,
    entryPoints: { cli: 'src/start.ts', lectern: 'src/cli.ts', build: 'build.ts' },
    plugins: [apart],
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    define: { 'import.meta.url': 'moduleUrl', 'import.meta.dirname': '__dirname' },
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  });
  for (const name of ['lectern', 'build']) lendImport(path.join(lib, `${name}.cjs`));
  const library = await build({ ...common, entryPoints: ['build.ts'], format: 'esm' });
  // The editor of `lectern dev` runs in the browser, all of it, and is loaded there when it is used.
  const editor = await build({
    ...editorBundle,
    absWorkingDir: packageRoot,
    outfile: path.join(lib, 'editor.js'),
    metafile: true,
  });
  return [program, library, editor].flatMap(({ metafile }) => Object.keys(metafile.inputs));
}

/** Calls by the name of `importModule` what src/start.ts passes in. */
function lendImport(file: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/(?<![#.\w$])import\(/g, 'importModule('));
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

/** Builds ordinary decks and keeps what the cache then holds, so that a user's first build finds it there. */
function fillCache(): void {
  const [bar = '', line = '', area = ''] = ['bar', 'line', 'area'].map((type) =>
    fence(`chart ${type}`, 'x,y\na,1\nb,2'),
  );
  const charts = ['', bar, line, area, bar + line];
  const bodies = charts.flatMap((chart) => [chart, chart + fence('js {1|2}', 'a\nb')]);
  const ordinaryDecks = bodies.map(
    (body) => `# Words, **strong** and *slanted*, and \`code\`\n\n---\n\n${body}`,
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-decks-'));
  const cache = path.join(lib, 'cache');
  for (const [i, text] of ordinaryDecks.entries()) {
    writeFileSync(path.join(folder, `deck-${i}.md`), text);
  }
  const decks = ordinaryDecks.map((_, i) => `deck-${i}.md`);
  execFileSync(process.execPath, [path.join(lib, 'cli.cjs'), 'build', '--quiet', ...decks], {
    cwd: folder,
    env: { ...process.env, LECTERN_CACHE: cache },
    stdio: 'inherit',
  });
  for (const name of readdirSync(cache)) {
    if (!/^(?:runtime|styles|sfnt|font)-/.test(name)) rmSync(path.join(cache, name));
  }
  rmSync(folder, { recursive: true });
}

function fence(info: string, text: string): string {
  return `\`\`\`${info}\n${text}\n\`\`\`\n\n`;
}

/** The licences of the packages of which a part is among `files`. */
function licensesOf(files: readonly string[]): string {
  const packages = files.flatMap(
    (file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? [],
  );
  const texts = [...new Set(packages)].sort().map((folder) => {
    const { name, version } = readJson(`${folder}/package.json`) as Record<string, string>;
    const file = readdirSync(path.join(packageRoot, folder)).find((n) => /^licen[cs]e/i.test(n));
    if (file === undefined) throw new Error(`${folder} has no licence file`);
    return `${name} ${version}\n\n${read(`${folder}/${file}`).trim()}\n`;
  });
  return `lib/ contains parts of these packages.\n\n${texts.join('\n\n')}`;
}

/** Writes the declarations of modules that name no others. */
function writeTypes(modules: readonly string[]): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-types-'));
  const tsc = path.join(packageRoot, 'node_modules/typescript/bin/tsc');
  const emit = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--outDir', folder];
  execFileSync(process.execPath, [tsc, '-p', packageRoot, '--rootDir', packageRoot, ...emit], {
    stdio: 'inherit',
  });
  for (const name of modules) {
    const file = path.join(lib, 'types', `${name}.d.ts`);
    mkdirSync(path.dirname(file), { recursive: true });
    copyFileSync(path.join(folder, `${name}.d.ts`), file);
  }
  rmSync(folder, { recursive: true });
}

function read(file: string): string {
  return readFileSync(path.join(packageRoot, file), 'utf8');
}

function readJson(file: string): unknown {
  return JSON.parse(read(file));
}
