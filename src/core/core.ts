import { buildPage } from '../../build.ts';
import { loadDeck } from '../1-load/load.ts';
import { parseDeck } from '../2-parse/parse.ts';
import type { Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { reportFor } from '../base/diagnostics/foreign-report.ts';
import { formatDiagnostic } from '../base/diagnostics/format.ts';
import { Report } from '../base/diagnostics/report.ts';
import { Inputs } from '../base/inputs.ts';
import { reportInternalError } from '../base/internal-error.ts';
import type { Deck } from '../model/deck.ts';
import type { PageSlide } from '../model/page.ts';
import type { BuildOptions } from '../model/source.ts';
import type { CoreCache } from './core-cache.ts';
import { setCache } from './host/cache.ts';
import { type Esbuild, setEsbuild } from './host/esbuild.ts';
import { mountFiles, unmountFiles } from './host/memory-files.ts';
import { packageRoot } from './host/package-root.ts';

export type { Code, Diagnostic, Severity } from '../base/diagnostics/diagnostic.ts';
export type { Deck } from '../model/deck.ts';
export type { Span } from '../model/source.ts';
export type { CoreCache } from './core-cache.ts';
export type { Esbuild } from './host/esbuild.ts';
export { formatDiagnostic };

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

export interface DeckOptions {
  /** Omit speaker notes and the embedded source. */
  readonly share?: boolean;
  /** Keep links to remote images, video and audio. */
  readonly allowRemote?: boolean;
  /** Return a page also if the deck has errors, to show it to its author. */
  readonly preview?: boolean;
  /** Stops between two stages. */
  readonly signal?: AbortSignal;
}

export interface BuiltDeck {
  /** The finished file; absent if the deck has errors. */
  readonly html?: string;
  readonly title: string;
  readonly slides: readonly PageSlide[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ParsedDeck {
  readonly deck?: Deck;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Core {
  /** Builds one HTML file from a deck among the files. */
  build(deck: string, files: ProjectFiles, options?: DeckOptions): Promise<BuiltDeck>;
  /** Reads a deck among the files. */
  parse(deck: string, files: ProjectFiles): Promise<ParsedDeck>;
}

/** Lectern without Node.js: files are handed in, and what it would print is returned. */
export function createCore({ library, esbuild, cache }: CoreOptions): Core {
  mountFiles(packageRoot, library);
  if (cache) setCache(cache);
  if (esbuild) setEsbuild(esbuild);
  return {
    build: (deck, files, options = {}) =>
      inProject(files, (project) => build(deck, { ...project, ...settingsOf(options) })),
    parse: (deck, files) => inProject(files, (project) => parse(deck, project)),
  };
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

function settingsOf({ share, allowRemote, preview, signal }: DeckOptions): Partial<BuildOptions> {
  return {
    share: share ?? false,
    allowRemote: allowRemote ?? false,
    isPreview: preview ?? false,
    ...(signal && { signal }),
  };
}

async function build(deck: string, options: BuildOptions): Promise<BuiltDeck> {
  const report = new Report();
  const page = await guarded(`building ${deck}`, options, report, () =>
    buildPage(deck, options, report),
  );
  const isFinished = page !== undefined && (!report.hasErrors || options.isPreview);
  const html = isFinished
    ? await guarded(`building ${deck}`, options, report, async () => page.html)
    : undefined;
  return {
    title: page?.title ?? '',
    slides: page?.slides ?? [],
    ...(html !== undefined && { html }),
    diagnostics: report.diagnostics,
  };
}

async function parse(deck: string, options: BuildOptions): Promise<ParsedDeck> {
  const report = new Report();
  const parsed = await guarded(`reading ${deck}`, options, report, async () => {
    const source = await loadDeck(deck, options, new Inputs(), report);
    return source && parseDeck(source, reportFor(source.dialect, report));
  });
  return { ...(parsed && { deck: parsed }), diagnostics: report.diagnostics };
}

/** What fails unexpectedly becomes a diagnostic; a stop by the caller is theirs to handle. */
async function guarded<T>(
  during: string,
  { signal }: BuildOptions,
  report: Report,
  task: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await task();
  } catch (error) {
    if (signal?.aborted) throw error;
    reportInternalError(error, during, true, report);
    return undefined;
  }
}
