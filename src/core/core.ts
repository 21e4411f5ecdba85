import { type BuiltDeck as BuiltWithInputs, buildPlanned } from '../library/build-deck.ts';
import { type PageOptions, pageSettings } from '../library/options.ts';
import { type ParsedDeck as ParsedWithInputs, parsePlanned } from '../library/parse-deck.ts';
import type { BuildOptions } from '../model/source.ts';
import type { CoreCache } from './core-cache.ts';
import { setCache } from './host/cache.ts';
import { type Esbuild, setEsbuild } from './host/esbuild.ts';
import { mountFiles, unmountFiles } from './host/memory-files.ts';
import { packageRoot } from './host/package-root.ts';

export type { Code, Diagnostic, Severity } from '../base/diagnostics/diagnostic.ts';
export { formatDiagnostic } from '../base/diagnostics/format.ts';
export type { PageOptions } from '../library/options.ts';
export type { Deck } from '../model/deck.ts';
export type { Span } from '../model/source.ts';
export type { CoreCache } from './core-cache.ts';
export type { Esbuild } from './host/esbuild.ts';

/** What `lectern/core` runs on. */
export interface CoreOptions {
  /** The files of Lectern and its libraries, by the paths that `coreFiles()` of `lectern/core-files` gives them. */
  readonly library: ReadonlyMap<string, Uint8Array>;
  /**
   * Returns `esbuild-wasm`, initialized, in the version of Lectern's own esbuild. It is called when a deck needs
   * scripts or styles that are not in the cache; without it, such decks cannot be built.
   */
  readonly esbuild?: () => Promise<Esbuild>;
  /** Entries that an earlier core has left there make builds faster. Does not affect what they return. */
  readonly cache?: CoreCache;
}

/** The files of a project in memory: paths with forward slashes, from the project's folder on. */
export type ProjectFiles = ReadonlyMap<string, string | Uint8Array>;

export type BuiltDeck = Omit<BuiltWithInputs, 'inputs'>;
export type ParsedDeck = Omit<ParsedWithInputs, 'inputs'>;

export interface Core {
  /** Builds one HTML file from a deck among the files. */
  build(deck: string, files: ProjectFiles, options?: PageOptions): Promise<BuiltDeck>;
  /** Reads a deck among the files. */
  parse(deck: string, files: ProjectFiles): Promise<ParsedDeck>;
}

/** Lectern without Node.js: files are handed in, and what it would print is returned. */
export function createCore({ library, esbuild, cache }: CoreOptions): Core {
  mountFiles(packageRoot, library);
  if (cache) setCache(cache);
  if (esbuild) setEsbuild(esbuild);
  return {
    build: (deck, files, settings = {}) =>
      inProject(files, async (project) => {
        const options = { ...project, ...pageSettings(settings) };
        return withoutInputs(await buildPlanned({ deck: `${project.root}/${deck}`, options }));
      }),
    parse: (deck, files) =>
      inProject(files, async (options) =>
        withoutInputs(await parsePlanned({ deck: `${options.root}/${deck}`, options })),
      ),
  };
}

/** The paths of the files that a result depends on are those of this module's own folders. */
function withoutInputs<T extends object>({ inputs: _, ...rest }: T & { inputs: unknown }) {
  return rest;
}

let projects = 0;

/** Runs a task on files that nothing else sees. */
async function inProject<T>(
  files: ProjectFiles,
  task: (project: BuildOptions) => Promise<T>,
): Promise<T> {
  projects++;
  const root = `/project-${projects}`;
  const encoder = new TextEncoder();
  const bytes = [...files].map(
    ([name, content]) =>
      [name, typeof content === 'string' ? encoder.encode(content) : content] as const,
  );
  mountFiles(root, new Map(bytes));
  try {
    return await task({ cwd: root, root, allowRemote: false, share: false });
  } finally {
    unmountFiles(root);
  }
}
