import { readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { findRoot } from '../1-load/root.ts';
import type { BuildOptions } from '../deck.ts';
import { UsageError } from './usage-error.ts';

/** One deck to be built. Paths are absolute. */
export interface Job {
  readonly deck: string;
  readonly output: string;
  readonly options: BuildOptions;
}

export interface PlanOptions {
  /** A folder, or the one file to write if it ends in `.html`. */
  readonly out?: string;
  readonly root?: string;
  readonly 'allow-remote'?: boolean;
  readonly share?: boolean;
}

/**
 * Decides which decks are built, and what each becomes: `dist/<name>.html` below the working folder.
 *
 * @param operands the decks as named on the command line; none means all in `slides/`
 * @throws {UsageError} where there is nothing to build, or one output would overwrite something
 */
export function planBuild(operands: readonly string[], options: PlanOptions, cwd: string): Job[] {
  const named = operands.length > 0 ? operands : shippedDecks(cwd);
  const decks = [...new Set(named.map((file) => path.resolve(cwd, file)))];
  const root = options.root === undefined ? undefined : realFolder(options.root, cwd);
  const jobs = decks.map(
    (deck): Job => ({
      deck,
      output: outputFile(deck, decks.length, options.out, cwd),
      options: {
        cwd,
        root: root ?? findRoot(deck),
        allowRemote: options['allow-remote'] ?? false,
        share: options.share ?? false,
      },
    }),
  );
  refuseOverwriting(jobs, cwd);
  return jobs;
}

/** Every `slides/*.md` that is not only there to be included: such names begin with `_`. */
function shippedDecks(cwd: string): string[] {
  const hint = 'name a deck: lectern build talk.md';
  let names: string[];
  try {
    names = readdirSync(path.join(cwd, 'slides'));
  } catch {
    throw new UsageError('there is no folder slides/ here', hint);
  }
  const decks = names.filter((name) => /^[^_.].*\.md$/.test(name)).sort();
  if (decks.length === 0) throw new UsageError('there is no deck in slides/', hint);
  return decks.map((name) => path.join('slides', name));
}

function realFolder(folder: string, cwd: string): string {
  const full = path.resolve(cwd, folder);
  if (!statSync(full, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`--root ${folder} is not a folder`);
  }
  return realpathSync(full);
}

function outputFile(deck: string, deckCount: number, out = 'dist', cwd: string): string {
  if (!out.endsWith('.html')) return path.resolve(cwd, out, `${path.parse(deck).name}.html`);
  if (deckCount > 1) {
    throw new UsageError(`--out ${out} is one file, but there are ${deckCount} decks`);
  }
  return path.resolve(cwd, out);
}

function refuseOverwriting(jobs: readonly Job[], cwd: string): void {
  const sources = new Map(jobs.map(({ deck }) => [realPath(deck), deck]));
  const outputs = new Map<string, string>();
  for (const { deck, output } of jobs) {
    const source = sources.get(realPath(output));
    if (source !== undefined) {
      const name = path.relative(cwd, source);
      throw new UsageError(`the output would overwrite the deck ${name}`, 'choose another --out');
    }
    // Some file systems take names that differ only in case for the same.
    const key = output.toLowerCase();
    const other = outputs.get(key);
    if (other !== undefined) {
      const names = [other, deck].map((name) => path.relative(cwd, name)).join(' and ');
      const hint = 'build them one by one, each with its own --out';
      throw new UsageError(`${names} would both become ${path.relative(cwd, output)}`, hint);
    }
    outputs.set(key, deck);
  }
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
