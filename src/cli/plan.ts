import { readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { suggest } from '../base/diagnostics/suggest.ts';
import { deckStem, isDeckName } from '../base/files/deck-files.ts';
import { realPathOf, statsOf } from '../base/files/file-stats.ts';
import { isInside } from '../base/files/locate-file.ts';
import { findRoot } from '../base/files/project-root.ts';
import { removeAbandoned } from '../base/files/temporary-name.ts';
import type { PlannedDeck } from '../base/pipeline.ts';
import type { RemoteFiles } from '../model/remote.ts';
import { type Dialect, dialects } from '../model/source.ts';
import { UsageError } from './usage-error.ts';

/** A deck to build, and its output file. */
export interface Job extends PlannedDeck {
  readonly output: string;
}

interface PlanOptions extends DeckOptions {
  /** The output folder, or the output file if it ends in `.html`. */
  readonly out?: string;
  /** Whether a page that explains each deck is written next to it. */
  readonly explain?: boolean;
}

export interface DeckOptions {
  readonly root?: string;
  readonly 'allow-remote'?: boolean;
  readonly remote?: RemoteFiles | undefined;
  readonly share?: boolean;
  readonly dialect?: string;
}

/**
 * Decides which decks are built and where each is written: by default to `dist/<name>.html`.
 *
 * @param operands the decks as named on the command line; none means all in `slides/`
 * @throws {UsageError} if there is nothing to build, or an output would overwrite a deck or another output
 */
export function planBuild(operands: readonly string[], options: PlanOptions, cwd: string): Job[] {
  const decks = planDecks('build', operands, options, cwd);
  const jobs = decks.map(
    (planned): Job => ({
      ...planned,
      output: outputFile(planned.deck, decks.length, options.out, cwd),
    }),
  );
  const explanations = options.explain
    ? jobs.map(({ deck, output }) => ({ deck, output: explanationOf(output) }))
    : [];
  refuseOverwriting([...jobs, ...explanations], cwd);
  return jobs;
}

/** Where the explanation of a deck is written: `dist/talk.explain.html`. */
export function explanationOf(output: string): string {
  return output.replace(/\.html$/i, '.explain.html');
}

/**
 * The decks that a command applies to, without duplicates.
 *
 * @throws {UsageError} if there are none
 */
export function planDecks(
  command: string,
  operands: readonly string[],
  options: DeckOptions,
  cwd: string,
): readonly PlannedDeck[] {
  const named = operands.length > 0 ? operands : defaultDecks(command, cwd);
  const decks = [...new Set(named.map((file) => path.resolve(cwd, file)))];
  const root = options.root === undefined ? undefined : realFolder(options.root, cwd);
  const allowRemote = options['allow-remote'] ?? false;
  const share = options.share ?? false;
  const dialect = readDialect(options.dialect);
  const { remote } = options;
  const given = { allowRemote, share, ...(dialect && { dialect }), ...(remote && { remote }) };
  return decks.map((deck) => {
    // What lectern dev leaves next to a deck if it is killed while it saves.
    removeAbandoned(path.dirname(deck));
    const place = { cwd, root: root ?? findRoot(deck, cwd) };
    return { deck, options: { ...place, ...given } };
  });
}

/** @throws {UsageError} if there is no dialect of this name */
function readDialect(name: string | undefined): Dialect | undefined {
  const dialect = dialects.find((each) => each === name);
  if (name !== undefined && dialect === undefined) {
    throw new UsageError(`there is no dialect "${name}"`, suggest(name, dialects));
  }
  return dialect;
}

/**
 * The names of the Markdown files in a folder, sorted, without files to include, whose names begin with `_`.
 *
 * @returns `undefined` if the folder cannot be read
 */
export function decksIn(folder: string): readonly string[] | undefined {
  try {
    const names = readdirSync(folder);
    return names.filter((name) => /^[^_.]/.test(name) && isDeckName(name)).sort();
  } catch {
    return undefined;
  }
}

/** All decks in `slides/`. */
function defaultDecks(command: string, cwd: string): string[] {
  const hint = `name a deck: lectern ${command} talk.md`;
  const folder = path.join(cwd, 'slides');
  const decks = decksIn(folder);
  if (!decks) throw new UsageError(whyUnreadable(folder), hint);
  if (decks.length === 0) throw new UsageError('there is no deck in slides/', hint);
  // The dev server numbers them.
  if (command !== 'dev') refuseSameNames(decks);
  return decks.map((name) => path.join('slides', name));
}

function whyUnreadable(slides: string): string {
  const stats = statsOf(slides);
  if (!stats) return 'there is no folder slides/ here';
  return stats.isDirectory()
    ? 'the folder slides/ must not be read: its permissions do not allow it'
    : 'slides is not a folder';
}

/** @throws {UsageError} if decks differ only in their endings, as `talk.md` and `talk.qmd` do */
function refuseSameNames(decks: readonly string[]): void {
  // Some file systems ignore case.
  const stems = decks.map((name) => deckStem(name).toLowerCase());
  const second = stems.findIndex((stem, i) => stems.indexOf(stem) < i);
  if (second < 0) return;
  const first = decks[stems.indexOf(stems[second] ?? '')];
  const message = `slides/${first} and slides/${decks[second]} would have outputs of the same name`;
  const hint = 'rename one of them, begin its name with "_" if it is no deck, or name the decks';
  throw new UsageError(message, hint);
}

function realFolder(folder: string, cwd: string): string {
  const full = path.resolve(cwd, folder);
  if (!statsOf(full)?.isDirectory()) {
    throw new UsageError(`--root ${folder} is not a folder`);
  }
  return realpathSync(full);
}

/**
 * The folder of outputs if the user names none. A project of somebody else must not choose another one by a link.
 *
 * @throws {UsageError} if `dist` is a link out of the current folder
 */
export function defaultFolder(cwd: string): string {
  const folder = realPathOf(path.join(realPathOf(cwd), 'dist'));
  if (isInside(folder, realPathOf(cwd))) return 'dist';
  const hint = 'to write there all the same, add --out dist';
  throw new UsageError(`dist is a link to ${folder}, outside of this folder`, hint);
}

function outputFile(
  deck: string,
  deckCount: number,
  named: string | undefined,
  cwd: string,
): string {
  const out = named ?? defaultFolder(cwd);
  if (!out.endsWith('.html')) return path.resolve(cwd, out, `${path.parse(deck).name}.html`);
  if (deckCount > 1) {
    throw new UsageError(`--out ${out} is one file, but there are ${deckCount} decks`);
  }
  return path.resolve(cwd, out);
}

/** @throws {UsageError} if an output is one of the decks, or two decks have the same output */
export function refuseOverwriting(
  jobs: readonly { readonly deck: string; readonly output: string }[],
  cwd: string,
): void {
  const sources = new Map(jobs.map(({ deck }) => [realPathOf(deck), deck]));
  const outputs = new Map<string, string>();
  for (const { deck, output } of jobs) {
    const source = sources.get(realPathOf(output));
    if (source !== undefined) {
      const name = path.relative(cwd, source);
      throw new UsageError(`the output would overwrite the deck ${name}`, 'choose another --out');
    }
    // Some file systems ignore case, and whether characters are composed.
    const key = output.normalize().toLowerCase();
    const other = outputs.get(key);
    if (other !== undefined) {
      const names = [other, deck].map((name) => path.relative(cwd, name)).join(' and ');
      const hint = 'build them separately, each with its own --out';
      throw new UsageError(`${names} would both become ${path.relative(cwd, output)}`, hint);
    }
    outputs.set(key, deck);
  }
}
