import type { Report } from '../../base/diagnostics/report.ts';
import { explainWriteError } from '../../base/files/atomic-write.ts';
import { writeRecorded } from './output-record.ts';
import { type Output, refusalToReplace } from './replaceable.ts';

/**
 * Writes an output, unless it would replace a file that must not be replaced; why not is reported.
 *
 * @returns the size in bytes if it was written
 */
export async function writeOutput(output: Output, report: Report): Promise<number | undefined> {
  const { file, deck, content, cwd, option } = output;
  const refusal = refusalToReplace(output);
  if (refusal) {
    report.add('output-unwritable', undefined, refusal.message, refusal.hint);
    return undefined;
  }
  try {
    await writeRecorded(file, deck, content);
    return Buffer.byteLength(content);
  } catch (error) {
    const { message, hint } = explainWriteError(error, file, cwd, option);
    report.add('output-unwritable', undefined, message, hint);
    return undefined;
  }
}
