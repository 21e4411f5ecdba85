import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../base/diagnostics/report.ts';
import { explainWriteError } from '../../base/files/atomic-write.ts';
import { isInside } from '../../base/files/locate-file.ts';
import { formatPath } from '../../base/units.ts';
import { refusalToReplace } from './replaceable.ts';
import { type OutputFile, WriteAllError, writeAll } from './write-all.ts';

/** Files that belong together. */
export interface OutputSet {
  /** The deck first. */
  readonly files: readonly OutputFile[];
  /** What they were made from. */
  readonly from: string;
  /** The files that must not be replaced. */
  readonly inputs: ReadonlySet<string>;
  readonly force: boolean;
  readonly cwd: string;
}

/**
 * Writes all of some files, or none; why not is reported. No link leads out of the folder of the first one.
 *
 * @returns whether they were written
 */
export function writeSet({ files, from, inputs, force, cwd }: OutputSet, report: Report): boolean {
  const folder = path.dirname(files[0]?.file ?? '');
  const refusals = files.flatMap(({ file, content }) => {
    const replaced = { file, deck: from, content, inputs, force, cwd };
    return linkedOutside(file, folder, cwd) ?? refusalToReplace(replaced) ?? [];
  });
  for (const { message, hint } of refusals) {
    report.add('output-unwritable', undefined, message, hint);
  }
  if (refusals.length > 0) return false;
  try {
    // The deck last: it is whole once it is there.
    writeAll(files.toReversed(), from);
    return true;
  } catch (error) {
    if (!(error instanceof WriteAllError)) throw error;
    const { message, hint } = explainWriteError(error.cause, error.file, cwd);
    report.add('output-unwritable', undefined, message, hint);
    return false;
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
