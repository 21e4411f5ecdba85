import { type Diagnostic, withoutNotes } from '../base/diagnostics/diagnostic.ts';
import { countDiagnostics } from '../base/diagnostics/print.ts';
import { count, formatPath, formatSize } from '../base/units.ts';
import type { OutputFile } from './output/write-all.ts';

/** What the output for people shows. */
export interface TextOptions {
  readonly strict: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** `2 errors, 1 warning`; `undefined` if there are only notes. */
export function countProblems(all: readonly Diagnostic[], strict: boolean): string | undefined {
  const diagnostics = withoutNotes(all);
  if (diagnostics.length === 0) return undefined;
  const isOnlyStrict = strict && diagnostics.every(({ severity }) => severity === 'warning');
  return countDiagnostics(diagnostics) + (isOnlyStrict ? ' (strict)' : '');
}

/**
 * `2 errors, 1 warning: talk.md was not written`
 *
 * @param failed the names of decks that were not written
 * @returns `undefined` if there are only notes
 */
export function summaryLine(
  all: readonly Diagnostic[],
  strict: boolean,
  failed: readonly string[],
): string | undefined {
  const counts = countProblems(all, strict);
  if (counts === undefined || failed.length === 0) return counts;
  return `${counts}: ${failed.join(', ')} ${failed.length === 1 ? 'was' : 'were'} not written`;
}

/** `talk.md   3 kB   14 slides   and 5 other files, 320 kB` */
export function writtenLine(
  deck: OutputFile,
  others: readonly OutputFile[],
  slides: number,
  cwd: string,
): string {
  const bytes = others.reduce((sum, { content }) => sum + content.length, 0);
  return [
    formatPath(deck.file, cwd),
    formatSize(deck.content.length).padStart(6),
    count(slides, 'slide').padStart(9),
    ...(others.length > 0
      ? [`and ${count(others.length, 'other file')}, ${formatSize(bytes)}`]
      : []),
  ].join('   ');
}
