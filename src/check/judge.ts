import type { CheckLevels } from '../model/check.ts';
import type { Page } from '../model/page.ts';
import { Excuses } from './excuses.ts';
import { type Finding, type JudgedFindings, withLevels } from './finding.ts';
import { slideAt } from './page/place.ts';
import type { ReadDeck } from './read-deck.ts';

/** What findings in a deck are judged by. */
interface Judgment {
  readonly read: ReadDeck;
  readonly page: Page;
  /** Those that come later win. */
  readonly levels: readonly CheckLevels[];
  /** The rules that have not run, so that a comment for them may be needed all the same. */
  readonly notRun: readonly string[];
}

/** Leaves out what comments excuse and settings turn off, and brings the rest into the order of the source. */
export function judge(
  found: readonly Finding[],
  { read, page, levels, notRun }: Judgment,
): JudgedFindings {
  const { findings, excused } = new Excuses(read.texts, read.parts).apply(found, notRun);
  const settle = <Each extends Finding>(all: readonly Each[]): readonly Each[] =>
    withLevels(all, levels)
      .map((finding) => withSlide(finding, page))
      .toSorted(byPlace);
  return { findings: settle(findings), excused: settle(excused) };
}

/** What was found in the source is on the slide that is written there. */
function withSlide<Each extends Finding>(finding: Each, { slides }: Page): Each {
  const { span } = finding.diagnostic;
  const slide = finding.slide ?? (span && slideAt(span, slides));
  return slide === undefined ? finding : { ...finding, slide };
}

/** The order of the source; what has no place comes first. */
function byPlace(
  { diagnostic: { span: a } }: Finding,
  { diagnostic: { span: b } }: Finding,
): number {
  if (!a || !b) return Number(a !== undefined) - Number(b !== undefined);
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
