import path from 'node:path';
import { suggest } from '../base/diagnostics/suggest.ts';
import { realPathOf } from '../base/files/file-stats.ts';
import { findRoot } from '../base/files/project-root.ts';
import type { PlannedDeck } from '../base/pipeline.ts';
import { type BuildOptions, type Dialect, dialects } from '../model/source.ts';

type Drafts = Readonly<Record<string, string>> | ReadonlyMap<string, string>;

/** What all functions of the library take. */
export interface DeckOptions {
  /** The folder that paths are relative to; the working folder of the process if absent. */
  readonly cwd?: string;
  /** The folder that decks may use files from; found as on the command line if absent. */
  readonly root?: string;
  /** The tool for which the deck was written; found by its text if absent. */
  readonly dialect?: Dialect;
  /** Unsaved texts by path, absolute or relative to `cwd`, used in place of the files. The files must exist. */
  readonly drafts?: Drafts;
  /** Ends the work: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** How a page is built. */
export interface PageOptions {
  /** Omit speaker notes and the embedded source. */
  readonly share?: boolean;
  /** Keep links to remote images, video and audio. */
  readonly allowRemote?: boolean;
  /** Return a page also if the deck has errors, to show it to its author. */
  readonly preview?: boolean;
  /** Ends the work between two stages: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

export function pageSettings(options: PageOptions): Partial<BuildOptions> {
  const { share = false, allowRemote = false, preview = false, signal } = options;
  return { share, allowRemote, isPreview: preview, ...(signal && { signal }) };
}

/**
 * The deck and the options of its build, with absolute paths.
 *
 * @throws {RangeError} if there is no such dialect
 */
export function planDeck(file: string, options: DeckOptions): PlannedDeck {
  const { dialect, signal, drafts = {} } = options;
  if (dialect !== undefined && !dialects.includes(dialect)) {
    throw new RangeError(`unknown dialect "${dialect}"; ${suggest(dialect, dialects)}`);
  }
  const cwd = path.resolve(options.cwd ?? '.');
  const deck = path.resolve(cwd, file);
  const root = options.root === undefined ? findRoot(deck, cwd) : path.resolve(cwd, options.root);
  const named = isMap(drafts) ? [...drafts] : Object.entries(drafts);
  const texts = named.map(([name, text]) => [realPathOf(path.resolve(cwd, name)), text] as const);
  const planned: BuildOptions = {
    cwd,
    root: realPathOf(root),
    allowRemote: false,
    share: false,
    ...(texts.length > 0 && { drafts: new Map(texts) }),
    ...(dialect && { dialect }),
    ...(signal && { signal }),
  };
  return { deck, options: planned };
}

function isMap(drafts: Drafts): drafts is ReadonlyMap<string, string> {
  return drafts instanceof Map;
}
