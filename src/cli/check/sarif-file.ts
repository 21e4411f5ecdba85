import path from 'node:path';
import type { Report } from '../../base/diagnostics/report.ts';
import { reportMark } from '../../check/report/report-mark.ts';
import { writeOutput } from '../output/write-output.ts';
import type { RunResult } from './deck-result.ts';
import { sarifOutput } from './sarif-output.ts';

interface SarifPlan {
  /** Relative to `cwd`, or absolute. */
  readonly file: string;
  readonly force: boolean;
  readonly cwd: string;
}

/** Writes the findings in SARIF to a file, next to what is printed; why not is reported. */
export async function writeSarif(
  { file, force, cwd }: SarifPlan,
  run: RunResult,
  report: Report,
): Promise<void> {
  const [first] = run.decks;
  if (!first) return;
  const output = {
    file: path.resolve(cwd, file),
    deck: first.deck,
    content: sarifOutput(run, cwd),
    inputs: new Set(run.decks.flatMap(({ deck, inputs }) => [deck, ...inputs.files])),
  };
  await writeOutput({ ...output, force, cwd, option: '--sarif', reportMark }, report);
}
