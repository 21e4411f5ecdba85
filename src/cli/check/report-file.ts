import path from 'node:path';
import type { Report } from '../../base/diagnostics/report.ts';
import { packageInfo } from '../../base/package-info.ts';
import { formatPath } from '../../base/units.ts';
import { type AccessibilityReport, reportOn } from '../../check/report/report.ts';
import { reportHtml } from '../../check/report/report-html.ts';
import { reportJson } from '../../check/report/report-json.ts';
import { reportMark } from '../../check/report/report-mark.ts';
import { writeOutput } from '../output/write-output.ts';
import { readEpoch } from '../source-date.ts';
import { UsageError } from '../usage-error.ts';
import type { DeckResult } from './deck-result.ts';

type Writer = (report: AccessibilityReport) => string;

/** By extension. */
const writers: Readonly<Record<string, Writer>> = { '.html': reportHtml, '.json': reportJson };

/** A report that is to be written. */
interface ReportPlan {
  /** Absolute path. */
  readonly file: string;
  readonly write: Writer;
  /** Seconds since 1970; by default the date of the deck counts. */
  readonly madeAt: number | undefined;
  readonly force: boolean;
  readonly cwd: string;
}

interface ReportFlags {
  readonly report?: string;
  readonly force?: boolean;
}

/**
 * @returns `undefined` if no report is wanted
 * @throws {UsageError} if its file has another extension
 */
export function planReport(
  { report, force = false }: ReportFlags,
  cwd: string,
  environment: NodeJS.ProcessEnv,
): ReportPlan | undefined {
  if (report === undefined) return undefined;
  const write = writers[path.extname(report).toLowerCase()];
  if (!write) {
    const hint = 'give it a name that ends in .html or .json';
    throw new UsageError(`--report ${report} is of no known kind`, hint);
  }
  const madeAt = readEpoch(environment.SOURCE_DATE_EPOCH);
  return { file: path.resolve(cwd, report), write, madeAt, force, cwd };
}

/** Writes the report on all decks. @returns its size if it was written */
export async function writeReport(
  { file, write, madeAt, force, cwd }: ReportPlan,
  results: readonly DeckResult[],
  browser: string | undefined,
  report: Report,
): Promise<number | undefined> {
  const [first] = results;
  if (!first) return undefined;
  const date = dateOf(madeAt, results);
  const content = write({
    lectern: packageInfo().version,
    ...(browser !== undefined && { browser }),
    ...(date !== undefined && { date }),
    decks: results.map((result) => reportOn(formatPath(result.deck, cwd), result)),
  });
  const inputs = new Set(results.flatMap((result) => [result.deck, ...result.inputs.files]));
  const output = { file, deck: first.deck, content, inputs, force, cwd, option: '--report' };
  return writeOutput({ ...output, reportMark }, report);
}

function dateOf(madeAt: number | undefined, results: readonly DeckResult[]): string | undefined {
  if (madeAt !== undefined) return new Date(madeAt * 1000).toISOString().slice(0, 10);
  const dates = new Set(results.map(({ page }) => page?.date));
  return dates.size === 1 ? [...dates][0] : undefined;
}
