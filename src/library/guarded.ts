import { BrowserError } from '../6-export/browser/browser-error.ts';
import { ExportError } from '../6-export/exporter.ts';
import type { Report } from '../base/diagnostics/report.ts';
import { reportInternalError } from '../base/internal-error.ts';

/**
 * Runs a task whose unexpected errors become diagnostics, as everything that is wrong with a deck does.
 *
 * @param during the current task, for the message: `building talk.md`
 * @throws only the reason of the signal
 */
export async function guarded<T>(
  during: string,
  signal: AbortSignal | undefined,
  report: Report,
  task: () => Promise<T>,
): Promise<T | undefined> {
  signal?.throwIfAborted();
  try {
    return await task();
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof BrowserError || error instanceof ExportError) {
      report.add(error.code, undefined, error.message, error.hint);
    } else reportInternalError(error, during, true, report);
    return undefined;
  }
}
