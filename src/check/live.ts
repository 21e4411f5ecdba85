import { Report } from '../base/diagnostics/report.ts';
import type { PlannedDeck } from '../base/pipeline.ts';
import type { PageFinding } from '../model/check.ts';
import type { Page } from '../model/page.ts';
import { readCheckConfig } from './config.ts';
import { pageRules } from './excuses.ts';
import type { Finding } from './finding.ts';
import { judge } from './judge.ts';
import { placeFindings } from './page/placed.ts';
import { readDeck } from './read-deck.ts';
import { checkSource } from './source/check-source.ts';
import { SourceLines } from './source-lines.ts';

/** Adds what a page has found to what was found in the source. */
export type JudgeLive = (shown: readonly PageFinding[]) => readonly Finding[];

/** A page in the browser of its author may not have been looked at yet, and never takes screenshots. */
const notRun = ['link-web', 'spelling', ...pageRules];

/**
 * Checks the source of a deck that is being written. What only a user asks for, such as spelling, is left out.
 *
 * @param signal ends the check between two rules
 * @returns `undefined` if it was ended, or the deck cannot be read
 */
export async function checkLive(
  planned: PlannedDeck,
  page: Page,
  signal: AbortSignal,
): Promise<JudgeLive | undefined> {
  const { options } = planned;
  const read = await readDeck(planned);
  if (!read) return undefined;
  const lines = new SourceLines(options.cwd, options.drafts);
  const { levels } = readCheckConfig(planned, new Report());
  const found = await checkSource(read, options, lines, {}, signal);
  if (signal.aborted) return undefined;
  const judgment = { read, page, levels: [levels, read.deck.frontMatter.check], notRun };
  return (shown) => judge([...found, ...placeFindings(shown, page, lines)], judgment).findings;
}
