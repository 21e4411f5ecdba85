import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { packageRoot } from '../src/base/files/package-root.ts';

interface Import {
  /** Files are named from the package's root on. */
  readonly from: string;
  readonly to: string;
  /** Only types come over: JavaScript has nothing of it. */
  readonly typeOnly: boolean;
  /** Loaded where it is used. */
  readonly lazy: boolean;
}

/** The types that cross borders, and what every stage may use. */
const isModel = (file: string): boolean => file.startsWith('src/model/');
const isShared = (file: string): boolean => isModel(file) || file.startsWith('src/base/');

/** Draws charts, while building and in the browser alike. */
const isChart = (file: string): boolean => file.startsWith('src/chart/');

const imports = sourceFiles().flatMap(importsOf);
const ownImports = imports.filter(({ to }) => to.endsWith('.ts'));

test('a stage imports from its own number, lower ones, and what is shared', () => {
  const upward = ownImports.filter(({ from, to }) => {
    const [own, other] = [stageOf(from), stageOf(to)];
    const isForAll = isShared(to) || isChart(to);
    return own !== undefined && !isForAll && (other === undefined || other > own);
  });
  expect(upward.map(show)).toEqual([]);
});

test('what is shared imports nothing but what is shared', () => {
  const outward = ownImports.filter((i) => isShared(i.from) && !isShared(i.to));
  expect(outward.map(show)).toEqual([]);
});

test('the border types import nothing but each other', () => {
  const outward = imports.filter(({ from, to }) => isModel(from) && !isModel(to));
  expect(outward.map(show)).toEqual([]);
});

test('parsing and rendering touch no files, also through what they import', () => {
  const effects = /^(node:)?(fs|os|child_process|http|https|net|worker_threads)(\/|$)/;
  const pure = sourceFiles().filter((file) => /^src\/[24]-/.test(file));
  const touching = importsBehind(pure).filter(({ to }) => effects.test(to));
  expect(touching.map(show)).toEqual([]);
});

test('a build loads nothing at its start that only some decks or options need', () => {
  const start = ['build.ts', 'src/cli.ts', 'src/cli/build/build-command.ts'];
  const atOnce = imports.filter(({ lazy }) => !lazy);
  const special =
    /^src\/(?:1-load\/dialects\/(?:marp|pandoc|quarto|reveal|slidev)|explain|site|cli\/convert|cli\/import|import|6-export\/pptx|base\/web)\/|^src\/base\/remote\/(?!remote-files\.)/;
  const loaded = importsBehind(start, atOnce).filter(({ to }) => special.test(to));
  expect(loaded.map(show)).toEqual([]);
});

test('what draws charts takes from elsewhere only types of the border and of Chart.js, and escaping', () => {
  const outward = imports.filter(({ from, to }) => isChart(from) && !isChart(to));
  const isAllowed = ({ to, typeOnly }: Import): boolean =>
    to === 'src/base/html.ts' || (typeOnly && (isModel(to) || to === 'chart.js'));
  expect(outward.filter((i) => !isAllowed(i)).map(show)).toEqual([]);
});

test('the runtime is imported by nobody, and takes only types from borders, and charts', () => {
  const isRuntime = (file: string): boolean => file.startsWith('src/runtime/');
  const crossing = ownImports.filter(({ from, to }) => isRuntime(from) !== isRuntime(to));
  const isBorder = (file: string): boolean =>
    isModel(file) || file === 'src/dev/protocol/messages.ts';
  const isAllowed = ({ to, typeOnly }: Import): boolean =>
    isChart(to) || (isBorder(to) && typeOnly);
  expect(crossing.filter((i) => !(isRuntime(i.from) && isAllowed(i))).map(show)).toEqual([]);
});

test('the command line and the dev server do not import each other’s insides', () => {
  const crossing = ownImports.filter(({ from, to }) => {
    const [own, other] = [topOf(from), topOf(to)];
    return own !== undefined && other !== undefined && own !== other;
  });
  expect(crossing.filter(({ to }) => to !== 'src/dev/session.ts').map(show)).toEqual([]);
});

test('checks, explanations and the language server import nothing of the command line and the dev server', () => {
  const upward = ownImports.filter(
    ({ from, to }) =>
      /^src\/(?:check|explain|lsp|schema|site)\//.test(from) && topOf(to) !== undefined,
  );
  expect(upward.map(show)).toEqual([]);
});

test('what runs in the browser in place of Node.js is imported by nobody else', () => {
  const isCore = (file: string): boolean => file.startsWith('src/core/');
  const outside = ownImports.filter(({ from, to }) => isCore(to) && !isCore(from));
  expect(outside.filter(({ from }) => !from.startsWith('scripts/')).map(show)).toEqual([]);
});

/** A deck without slides is an error only if no other error explains it. */
const reportReaders = ['src/2-parse/parse.ts'];

test('stages add to the report, and do not decide by what is in it', () => {
  const readers = sourceFiles().filter((file) => {
    const text = readFileSync(path.join(packageRoot, file), 'utf8');
    return stageOf(file) !== undefined && /\breport\.(?:hasErrors|count)\b/i.test(text);
  });
  expect(readers.filter((file) => !reportReaders.includes(file))).toEqual([]);
});

test('imports make no cycle', () => {
  expect(findCycle()).toEqual([]);
});

test('the rules above see each import that esbuild sees', async () => {
  const { metafile } = await build({
    absWorkingDir: packageRoot,
    entryPoints: ['build.ts', 'src/cli.ts', 'scripts/pack.ts'],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outdir: 'unused',
    write: false,
    metafile: true,
  });
  const seen = new Set(imports.map(show));
  const all = Object.entries(metafile.inputs).flatMap(([from, input]) =>
    input.imports.map(({ path: to }) => show({ from, to })),
  );
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter((shown) => !seen.has(shown))).toEqual([]);
});

/** All imports of values by these files, and by what they import. */
function importsBehind(files: readonly string[], among = imports): readonly Import[] {
  const reached = new Set(files);
  const found: Import[] = [];
  // What is imported joins the set while it is walked.
  for (const file of reached) {
    const own = among.filter(({ from, typeOnly }) => from === file && !typeOnly);
    found.push(...own);
    for (const { to } of own) if (to.endsWith('.ts')) reached.add(to);
  }
  return found;
}

function sourceFiles(): readonly string[] {
  const files = ['src', 'scripts'].flatMap((folder) => {
    const names = readdirSync(path.join(packageRoot, folder), { recursive: true }).map(String);
    return names.map((name) => `${folder}/${slashed(name)}`);
  });
  return ['build.ts', ...files.filter((name) => name.endsWith('.ts'))].sort();
}

/** By pattern: the formatter leaves an import only a few shapes. */
function importsOf(from: string): readonly Import[] {
  const text = readFileSync(path.join(packageRoot, from), 'utf8');
  const statements = text.matchAll(
    /^(?:import|export) (?<type>type )?(?:[^;'"]*? from )?'(?<to>[^']+)'|\bimport\('(?<lazy>[^']+)'\)/gm,
  );
  return [...statements].map(({ groups = {} }) => {
    const to = groups.to ?? groups.lazy ?? '';
    const target = to.startsWith('.') ? path.posix.join(path.posix.dirname(from), to) : to;
    const lazy = groups.lazy !== undefined;
    return { from, to: target, typeOnly: groups.type !== undefined, lazy };
  });
}

/** 1 for a file in `src/1-load/`. */
function stageOf(file: string): number | undefined {
  const digit = file.match(/^src\/(\d)-/)?.[1];
  return digit === undefined ? undefined : Number(digit);
}

/** What stands on top of the stages: `cli` or `dev`. */
function topOf(file: string): string | undefined {
  return file.match(/^src\/(cli|dev)\//)?.[1];
}

/** The files of a cycle in their order, or none. Types may know each other: nothing runs for them. */
function findCycle(): readonly string[] {
  const needed = ownImports.filter(({ typeOnly }) => !typeOnly);
  const finished = new Set<string>();
  const walk = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (finished.has(file)) return [];
    for (const { to } of needed.filter(({ from }) => from === file)) {
      const cycle = walk(to, [...way, file]);
      if (cycle.length > 0) return cycle;
    }
    finished.add(file);
    return [];
  };
  return sourceFiles().reduce<readonly string[]>((cycle, file) => {
    return cycle.length > 0 ? cycle : walk(file, []);
  }, []);
}

function show({ from, to }: Pick<Import, 'from' | 'to'>): string {
  return `${from} → ${to}`;
}

function slashed(file: string): string {
  return file.split(path.sep).join('/');
}
