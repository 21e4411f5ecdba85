import type { Report } from '../../base/diagnostics/report.ts';
import { spanAt } from '../../base/span.ts';
import { isStackOverflow } from '../../base/stack-overflow.ts';
import { TimeLimitError, withTimeLimit } from '../../base/time/time-limit.ts';
import type { TextFile } from '../../model/source.ts';

/** In milliseconds: for any text, and for each of its characters. Usual decks need a fiftieth of it. */
const limit = { least: 4000, perCharacter: 0.004 } as const;

/**
 * Runs a task on the text of a deck of another tool, whose length and depth nothing has checked yet. Also for a short
 * text: the files around it, such as style sheets, may be long.
 *
 * @returns `undefined` if it takes too long or is nested too deeply, which is reported
 */
export function inLimits<T>(file: TextFile, report: Report, task: () => T): T | undefined {
  const milliseconds = Math.round(limit.least + limit.perCharacter * file.text.length);
  const hint = 'simplify or split it';
  try {
    return withTimeLimit(milliseconds, task);
  } catch (error) {
    const place = spanAt(file, 0, 1);
    if (error instanceof TimeLimitError) {
      report.add('time-limit', place, 'this deck takes too long to translate', hint);
    } else if (isStackOverflow(error)) {
      report.add('nesting-limit', place, 'this deck is nested too deeply', hint);
    } else throw error;
    return undefined;
  }
}
