import path from 'node:path';
import { realPathOf } from '../../base/files/file-stats.ts';
import type { PlannedDeck } from '../../base/pipeline.ts';
import { type DeckOptions, planDecks, refuseOverwriting } from '../plan.ts';
import { UsageError } from '../usage-error.ts';

/** A deck to convert. */
export interface ConvertJob extends PlannedDeck {
  /** Absolute path of the file that is written; `undefined` for the standard output. */
  readonly output: string | undefined;
}

interface ConvertFlags extends DeckOptions {
  /** The output folder, or the output file if it is a Markdown file, or `-`. */
  readonly out?: string;
}

/**
 * Decides which decks are converted, and where each is written: by default next to it, so that its paths stay valid.
 *
 * @throws {UsageError} if there is nothing to convert, or an output would overwrite a deck or another output
 */
export function planConvert(
  operands: readonly string[],
  flags: ConvertFlags,
  cwd: string,
): readonly ConvertJob[] {
  const decks = planDecks('convert', operands, flags, cwd);
  const { out } = flags;
  const isFile = out === '-' || (out !== undefined && /\.(?:md|markdown)$/i.test(out));
  if (isFile && decks.length > 1) {
    throw new UsageError(`--out ${out} is one file, but there are ${decks.length} decks`);
  }
  if (out === '-') return decks.map((planned) => ({ ...planned, output: undefined }));
  const jobs = decks.map((planned) => {
    const { dir, name } = path.parse(realPathOf(planned.deck));
    if (out === undefined) return { ...planned, output: path.join(dir, `${name}.lectern.md`) };
    const folder = realPathOf(path.resolve(cwd, isFile ? path.dirname(out) : out));
    return { ...planned, output: path.join(folder, isFile ? path.basename(out) : `${name}.md`) };
  });
  refuseOverwriting(jobs, cwd);
  return jobs;
}
