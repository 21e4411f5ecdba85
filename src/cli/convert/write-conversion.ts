import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../base/diagnostics/report.ts';
import { explainWriteError } from '../../base/files/atomic-write.ts';
import { isInside } from '../../base/files/locate-file.ts';
import { formatPath } from '../../base/units.ts';
import { refusalToReplace } from '../replaceable.ts';
import type { Conversion, ConvertedFile } from './convert-deck.ts';
import type { ConvertJob } from './convert-plan.ts';
import { WriteAllError, writeAll } from './write-all.ts';

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
): readonly ConvertedFile[] | undefined {
  const files = [{ file: output, content: deck }, ...included, ...copies];
  const folder = path.dirname(output);
  const refusals = files.flatMap(({ file, content }) => {
    const replaced = { file, deck: from, content, inputs, force, cwd };
    return linkedOutside(file, folder, cwd) ?? refusalToReplace(replaced) ?? [];
  });
  for (const { message, hint } of refusals) {
    report.add('output-unwritable', undefined, message, hint);
  }
  if (refusals.length > 0) return undefined;
  try {
    // The deck last: it is whole once it is there.
    writeAll(files.toReversed(), from);
    return files;
  } catch (error) {
    if (!(error instanceof WriteAllError)) throw error;
    const { message, hint } = explainWriteError(error.cause, error.file, cwd);
    report.add('output-unwritable', undefined, message, hint);
    return undefined;
  }
}

/** Refuses a file in the output folder that a link would lead out of it. */
function linkedOutside(file: string, folder: string, cwd: string) {
  const parent = path.dirname(file);
  if (!isInside(parent, folder) || isInside(nearestFolder(parent), nearestFolder(folder))) {
    return undefined;
  }
  const message = `${formatPath(parent, cwd)} is a link out of the output folder`;
  return { message, hint: 'remove it, or choose another place with --out' };
}

/** The real path of a folder, or of the nearest one above it that exists. */
function nearestFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    const parent = path.dirname(folder);
    return parent === folder ? folder : nearestFolder(parent);
  }
}
