import type { Report } from '../../base/diagnostics/report.ts';
import type { OutputFile } from '../output/write-all.ts';
import { writeSet } from '../output/write-set.ts';
import type { Conversion } from './convert-deck.ts';
import type { ConvertJob } from './convert-plan.ts';

/**
 * Writes all files of a converted deck, or none; why not is reported.
 *
 * @param output absolute path of the deck
 * @returns the files, the deck first; `undefined` if they were not written
 */
export function writeConversion(
  { deck: from, options: { cwd } }: ConvertJob,
  output: string,
  { deck, included, copies, inputs }: Conversion,
  force: boolean,
  report: Report,
): readonly OutputFile[] | undefined {
  const files = [{ file: output, content: deck }, ...included, ...copies];
  return writeSet({ files, from, inputs, force, cwd }, report) ? files : undefined;
}
