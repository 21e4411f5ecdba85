import { Report } from '../base/diagnostics/report.ts';
import type { PlannedDeck } from '../base/pipeline.ts';
import type { PageFinding } from '../model/check.ts';
import type { Page } from '../model/page.ts';
import { byPlace, checkSource, findingOn, numbered, readDeck, withSlide } from './check.ts';
import { readCheckConfig } from './config.ts';
import { Excuses } from './excuses.ts';
import { type Finding, withLevels } from './finding.ts';
import { partsOf } from './source/tree/parts.ts';
import { SourceLines } from './source-lines.ts';

/**
 * Checks a deck that is being written: its source, and what its page has found in the browser of its author.
 * What only a user asks for, such as spelling, is left out.
 *
 * @param shown what the page has found
 * @param signal ends the check between two rules
 * @returns `undefined` if it was ended, or the deck cannot be read
 */
export async function checkLive(
  planned: PlannedDeck,
  page: Page,
  shown: readonly PageFinding[],
  signal: AbortSignal,
): Promise<readonly Finding[] | undefined> {
  const { options } = planned;
  const read = readDeck(planned);
  if (!read) return undefined;
  const { deck, texts } = read;
  const lines = new SourceLines(options.cwd, options.drafts);
  const { levels } = readCheckConfig(options.root, options.cwd, new Report());
  const found = await checkSource(deck, planned, lines, {}, signal);
  if (signal.aborted) return undefined;
  const all = [...found, ...shown.map(findingOn(page, lines))];
  const { findings } = new Excuses(texts, partsOf(deck, numbered(deck))).apply(all, [
    'link-web',
    'spelling',
  ]);
  return withLevels(findings, [levels, deck.frontMatter.check])
    .map((finding) => withSlide(finding, page))
    .toSorted(byPlace);
}
