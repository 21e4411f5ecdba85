import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import { packageRoot } from '../../../../base/files/package-root.ts';

/**
 * The modules of Mermaid that read a type of diagram, by how the names of their files begin; after a slash, by the
 * folder of their source.
 */
const modules = {
  flowchart: 'flowDiagram-',
  sequence: 'sequenceDiagram-',
  class: 'classDiagram-v2-',
  state: 'stateDiagram-v2-',
  er: 'erDiagram-',
  mindmap: 'mindmap-definition-',
  kanban: 'kanban-definition-',
  timeline: 'timeline-definition-',
  journey: 'journeyDiagram-',
  requirement: 'requirementDiagram-',
  pie: 'pieDiagram-',
  xychart: 'xychartDiagram-',
  quadrant: 'quadrantDiagram-',
  c4: 'c4Diagram-',
  gantt: 'ganttDiagram-',
  git: 'gitGraphDiagram-',
  architecture: 'architectureDiagram-',
  radar: 'diagram-/radar',
} as const;

/** A part of Mermaid that reads diagrams of a type. */
export type MermaidModule = keyof typeof modules;

/** A chunk of Mermaid by the name of its file: the body of a CommonJS module. */
export type MermaidChunks = Readonly<Record<string, string>>;

interface MermaidBundle {
  readonly chunks: MermaidChunks;
  /** The files of which a part is in the chunks, relative to the package's root. */
  readonly files: readonly string[];
}

/**
 * Bundles the parsers of Mermaid and what keeps their results, without what draws: a chunk for each type, and
 * what they share.
 */
export async function bundleMermaid(): Promise<MermaidBundle> {
  const { build, transform } = await import('esbuild');
  const { outputFiles, metafile } = await build(options());
  const chunks = outputFiles.map(async ({ path: file, text }) => {
    const { code } = await transform(text, { ...asCommonJs, target, minifyWhitespace: true });
    return [path.basename(file), code] as const;
  });
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [file] : [],
    ),
  );
  return {
    chunks: Object.fromEntries((await Promise.all(chunks)).sort()),
    files: [...new Set(used)],
  };
}

const target = 'node20.19';
/** What is imported on use is then required. */
const asCommonJs = { format: 'cjs', supported: { 'dynamic-import': false } } as const;

function options() {
  const folder = libraryFolder();
  const names = readdirSync(folder);
  const entryPoints = Object.entries(modules).map(([out, start]) => {
    const [prefix = '', source] = start.split('/');
    const name = names.find(
      (each) =>
        each.startsWith(prefix) &&
        each.endsWith('.mjs') &&
        (source === undefined || isFrom(source, path.join(folder, each))),
    );
    if (name === undefined) throw new Error(`Mermaid has no module ${start}*.mjs`);
    return { in: path.join(folder, name), out };
  });
  return {
    absWorkingDir: packageRoot,
    entryPoints,
    bundle: true,
    metafile: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    target,
    mainFields: ['module', 'main'],
    conditions: ['import'],
    outdir: path.join(folder, 'out'),
    write: false,
    logLevel: 'silent',
    legalComments: 'none',
    tsconfigRaw: '{}',
    plugins: [withoutDrawing(folder)],
  } as const satisfies BuildOptions;
}

function isFrom(source: string, file: string): boolean {
  return readFileSync(file, 'utf8').includes(`// src/diagrams/${source}/`);
}

function libraryFolder(): string {
  const main = createRequire(import.meta.url).resolve('mermaid');
  return path.join(path.dirname(main), 'chunks', 'mermaid.core');
}

/** Libraries for drawing, for the DOM, and for math. */
const drawing =
  /^(?:d3(?:-.*)?|dagre-d3-es.*|roughjs|cytoscape.*|fastdom(?:\/.*)?|katex|stylis|@iconify\/utils)$/;

/**
 * Modules that register ways of layout, draw shapes and set texts. Each has side effects, so that it would stay.
 * Our readers know the names of shapes: without the module, Mermaid's test of a name accepts any.
 */
const drawingModule = /registerDefaultLayoutLoaders =|return shape in shapes;|^var createText =/m;

/** Leaves out what draws, and what needs a browser. */
function withoutDrawing(folder: string): Plugin {
  return {
    name: 'without-drawing',
    setup(build) {
      build.onResolve({ filter: drawing }, ({ path: name }) => ({ path: name, namespace: 'none' }));
      build.onResolve({ filter: /^dompurify$/ }, () => ({ path: 'dompurify', namespace: 'none' }));
      build.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: nothing }));
      build.onLoad({ filter: /\.mjs$/ }, ({ path: file }) => {
        if (path.dirname(file) !== folder) return undefined;
        const text = readFileSync(file, 'utf8');
        if (drawingModule.test(text)) return { contents: nothingFor(text) };
        const parsing = text
          .replace(/^\s+(?:renderer|styles)(?:: \w+)?,?$/gm, '')
          // Calls that give functions their names would keep all of them, used or not.
          .replace(/^ *__name\(\w+, "[^"\n]*"\);$/gm, '')
          .replace(/static \{\s*__name\(this, "[^"\n]*"\);\s*\}/g, '')
          // The colors of the default theme take long to compute, and those of the others are for drawing.
          .replace(
            'themeVariables: themes_default.default.getThemeVariables(),',
            'themeVariables: {},',
          )
          .replace(/^var themes_default = \{[^;]*\};/m, 'var themes_default = {};');
        return { contents: parsing };
      });
    },
  };
}

/** A module with the exports of another one, each of which takes any use. */
function nothingFor(text: string): string {
  const [, list = ''] = /^export \{([^}]*)\};/m.exec(text) ?? [];
  const names = list.split(',').map((each) => each.trim().replace(/^.* as /, ''));
  const exported = names.filter((name) => name !== '').map((name) => `nothing as ${name}`);
  return nothing.replace(/module\.exports = .*/, `export { ${exported.join(', ')} };`);
}

/** Takes any use, and returns texts as they are, as `sanitize()` of DOMPurify would have to. */
const nothing = `
const nothing = new Proxy(function () {}, {
  get: (_, name) =>
    name === 'sanitize' ? (text) => text
    : name === Symbol.toPrimitive ? () => ''
    : name === '__esModule' ? false
    : nothing,
  apply: () => nothing,
  construct: () => nothing,
});
module.exports = nothing;
`;
