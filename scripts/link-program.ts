import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, type BuildResult, build, type Plugin } from 'esbuild';
import { packageRoot } from '../src/base/files/package-root.ts';

/**
 * What most builds need is in two files: what these modules import. Every other part has one of its own.
 * The command line begins to run as soon as it is read, and so comes last.
 */
const common: readonly (readonly [file: string, modules: readonly string[]])[] = [
  ['lectern.cjs', ['src/cli/build/build-command.ts', 'src/cli/main.ts', 'src/cli.ts']],
  ['build.cjs', ['build.ts']],
];

/** Modules that few decks need: they are read when one of their functions is called. They export nothing else. */
const onUse: readonly string[] = [
  'src/2-parse/blocks/chart.ts',
  'src/2-parse/blocks/chart-table.ts',
  'src/2-parse/blocks/qr.ts',
  'src/2-parse/diagram/dot/dot.ts',
  'src/2-parse/diagram/mermaid/mermaid.ts',
  'src/4-render/blocks/chart.ts',
  'src/4-render/blocks/diagram.ts',
  'src/3-resolve/math/errors.ts',
  'src/5-bundle/runtime/chart-source.ts',
  'src/5-bundle/diagram/graph.ts',
  'src/5-bundle/diagram/sequence/sequence.ts',
  'src/5-bundle/runtime/reveal-source.ts',
  'src/5-bundle/styles/style-sheet.ts',
  'src/chart/image.ts',
  'src/chart/plan.ts',
];

/** A piece of the program, as esbuild divides it. */
interface Part {
  /** An ECMAScript module. */
  readonly text: string;
  /** The module that it was made for; none where several need it. */
  readonly entry: string | undefined;
  /** The parts that run before it. */
  readonly imports: readonly string[];
}

type Parts = ReadonlyMap<string, Part>;

/**
 * Makes the program that src/start.ts runs, in files that each are read when a part in them is needed:
 * Node takes 30 ms for a megabyte of JavaScript, be it used or not. A part of another file is known by
 * that file's name, `#` and its own.
 *
 * @returns the files that went in, named from the package's root on
 */
export async function makeProgram(lib: string, settings: BuildOptions): Promise<readonly string[]> {
  const result = await build({
    ...settings,
    entryPoints: ['src/cli.ts', ...onUse].map((file) => ({ in: file, out: partName(file) })),
    outdir: lib,
    splitting: true,
    format: 'esm',
    plugins: [stubs],
    metafile: true,
    write: false,
  });
  const parts = partsOf(result);
  const files = distribute(parts);
  for (const file of new Set(files.values())) {
    const text = await writeProgramFile(file, files, parts, settings);
    writeFileSync(path.join(lib, file), text);
  }
  return Object.keys(result.metafile.inputs);
}

type Divided = BuildResult<{ metafile: true; write: false }>;

function partsOf({ outputFiles, metafile }: Divided): Parts {
  const texts = new Map(outputFiles.map((file) => [path.basename(file.path), file.text]));
  return new Map(
    Object.entries(metafile.outputs).map(([file, { entryPoint, imports }]) => {
      const before = imports.filter(
        ({ kind, external }) => kind === 'import-statement' && !external,
      );
      const names = before.map((each) => path.basename(each.path));
      const name = path.basename(file);
      return [name, { text: texts.get(name) ?? '', entry: entryPoint, imports: names }];
    }),
  );
}

function partName(file: string): string {
  return file.replace(/^src\/|\.ts$/g, '').replaceAll('/', '-');
}

/** Puts in the place of a module on use its functions' names: each reads the module when it is called. */
const stubs: Plugin = {
  name: 'stubs',
  setup(builder) {
    const files = new Map(onUse.map((file) => [path.join(packageRoot, file), file]));
    builder.onResolve({ filter: /^\./ }, ({ path: name, resolveDir, kind }) => {
      const file = files.get(path.join(resolveDir, name));
      if (file === undefined || kind === 'entry-point') return undefined;
      return { path: file, namespace: 'on-use' };
    });
    builder.onLoad({ filter: /./, namespace: 'on-use' }, ({ path: file }) => ({
      contents: exportsOf(file)
        .map((name) => stub(file, name))
        .join('\n'),
    }));
  },
};

function stub(file: string, name: string): string {
  return `export const ${name} = (...values) => loadPart(${JSON.stringify(file)}).${name}(...values);`;
}

function exportsOf(file: string): readonly string[] {
  const text = readFileSync(path.join(packageRoot, file), 'utf8');
  const exported = [...text.matchAll(/^export (?!type |interface )(.*)/gm)].map(
    ([, rest = '']) => rest,
  );
  return exported.map((rest) => {
    const [, name] = /^(?:async )?function (\w+)/.exec(rest) ?? [];
    if (name === undefined) throw new Error(`${file}: on use there are functions only: ${rest}`);
    return name;
  });
}

/** The file of each part. Those that import others come first. */
function distribute(parts: Parts): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const put = (name: string, file: string): void => {
    if (files.has(name)) return;
    for (const other of parts.get(name)?.imports ?? []) put(other, file);
    files.set(name, file);
  };
  const inOrder = common.flatMap(([file, modules]) => modules.map((module) => [file, module]));
  for (const [file = '', module] of inOrder) {
    for (const [name, { entry }] of parts) if (entry === module) put(name, file);
  }
  for (const name of parts.keys()) {
    if (!files.has(name)) files.set(name, name.replace(/\.js$/, '.cjs'));
  }
  return files;
}

/** The parts of a file as one function: CommonJS, which can be kept compiled; see src/start.ts. */
async function writeProgramFile(
  file: string,
  files: ReadonlyMap<string, string>,
  parts: Parts,
  settings: BuildOptions,
): Promise<string> {
  const own = [...files].flatMap(([name, each]) => (each === file ? [name] : []));
  const { outputFiles } = await build({
    ...settings,
    stdin: {
      contents: own.map((name) => `export * as ${idOf(name)} from './${name}';`).join('\n'),
    },
    plugins: [linker(file, files, parts)],
    format: 'cjs',
    write: false,
  });
  const text = outputFiles?.[0]?.text ?? '';
  const lent = text.replace(/(?<![#.\w$])import\(/g, 'importModule(');
  return `(function(require,importModule,module,moduleUrl){${lent}})\n`;
}

/** Puts together what is in a file, and lets all else be asked for by its address. */
function linker(file: string, files: ReadonlyMap<string, string>, parts: Parts): Plugin {
  const address = (name: string) => `${files.get(name)}#${idOf(name)}`;
  const entries = new Map([...parts].map(([name, { entry }]) => [entry, name]));
  return {
    name: 'linker',
    setup(builder) {
      builder.onResolve({ filter: /^\.\// }, ({ path: written, kind }) => {
        const name = path.basename(written);
        const isHere = files.get(name) === file && kind !== 'dynamic-import';
        return isHere ? { path: name, namespace: 'part' } : { path: address(name), external: true };
      });
      builder.onLoad({ filter: /./, namespace: 'part' }, ({ path: name }) => ({
        contents: (parts.get(name)?.text ?? '').replace(/\bloadPart\("([^"]+)"\)/g, (_, module) => {
          return `require("${address(entries.get(module) ?? '')}")`;
        }),
      }));
      builder.onResolve({ filter: /#/ }, ({ path: name }) => ({ path: name, external: true }));
    },
  };
}

/** A part's name as an identifier. */
function idOf(name: string): string {
  return `part_${name.replace(/\.js$/, '').replace(/\W/g, '_')}`;
}
