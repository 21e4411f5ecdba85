import path from 'node:path';
import { realPathOf } from '../../base/files/file-stats.ts';
import { UsageError } from '../usage-error.ts';

/** A presentation to import. */
export interface ImportJob {
  /** Absolute path of the presentation. */
  readonly from: string;
  /** Absolute path of the deck that is written. */
  readonly output: string;
}

/**
 * Decides where the deck of each presentation is written: by default `talk/talk.md` for `talk.pptx`.
 *
 * @throws {UsageError} if there is nothing to import, or two decks would be one file
 */
export function planImport(
  operands: readonly string[],
  out: string | undefined,
  cwd: string,
): readonly ImportJob[] {
  if (operands.length === 0) {
    throw new UsageError('expected a PowerPoint file', 'as in lectern import talk.pptx');
  }
  const isFile = out !== undefined && /\.(?:md|markdown)$/i.test(out);
  if (out !== undefined && operands.length > 1) {
    throw new UsageError(`--out ${out} is for one deck, but there are ${operands.length} files`);
  }
  const jobs = operands.map((operand) => {
    const stem = deckName(operand);
    const folder = path.resolve(cwd, isFile ? path.dirname(out) : (out ?? stem));
    const name = isFile ? path.basename(out) : `${stem}.md`;
    return { from: path.resolve(cwd, operand), output: path.join(realPathOf(folder), name) };
  });
  const outputs = new Set(jobs.map(({ output }) => output));
  if (outputs.size < jobs.length) {
    throw new UsageError(
      'two of the files have the same name',
      'import them one by one, with --out',
    );
  }
  return jobs;
}

/** The name of a file without its extension, as a folder and a deck can have it. */
function deckName(file: string): string {
  const { name } = path.parse(file);
  const safe = name.replace(/[\p{Cc}<>:"/\\|?*]/gu, '-').replace(/^[.\s]+|[.\s]+$/g, '');
  return safe === '' ? 'talk' : safe;
}
