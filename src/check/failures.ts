import type { Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { Report } from '../base/diagnostics/report.ts';
import { noMemo } from '../base/memo/memo.ts';
import type { PlannedDeck } from '../base/pipeline.ts';
import type { Deck } from '../model/deck.ts';
import type { Page } from '../model/page.ts';
import { readCheckConfig } from './config.ts';
import { pageRules } from './excuses.ts';
import { type Finding, findingOf } from './finding.ts';
import { judge } from './judge.ts';
import { readDeck } from './read-deck.ts';
import { controlName } from './source/controls/control-name.ts';
import { linkText } from './source/links/link-text.ts';
import { altText } from './source/media/alt-text.ts';
import type { SourceFinding } from './source/rule.ts';
import { headingLevels } from './source/titles/heading-levels.ts';
import { type NumberedSlide, numberedSlides, partsOf } from './source/tree/parts.ts';

/** The rules that find what a screen reader cannot do without. */
const rules = [altText, linkText, controlName, headingLevels];

/**
 * Adds what is missing for screen readers to the report of a build: text alternatives, texts of links, names of
 * controls, and levels of headings. `check` finds more.
 */
export async function reportFailures(
  deck: Deck,
  page: Page,
  planned: PlannedDeck,
  report: Report,
): Promise<void> {
  // What is nested too deeply cannot be walked; the page is not written then.
  if (report.diagnostics.some(({ code }) => code === 'nesting-limit')) return;
  const found = findFailures(deck, planned);
  if (found.length === 0) return;
  // Only now, as comments that excuse findings are in the texts of slides, which most builds need not read.
  const read = await readDeck(planned);
  if (!read) return;
  const { levels } = readCheckConfig(planned, new Report());
  const judgment = { read, page, levels: [levels, deck.frontMatter.check], notRun: pageRules };
  const codes = new Set(found.map(({ diagnostic: { code } }) => code));
  const { findings } = judge(found, judgment);
  const places = new Set(report.diagnostics.map(placeOf));
  // What else is wrong there comes first: an image that is not there is described later.
  const own = findings.filter(
    ({ diagnostic }) => codes.has(diagnostic.code) && !places.has(placeOf(diagnostic)),
  );
  // Authors of decks of other tools did not write for us: one of each kind is enough.
  const reported = read.dialect === 'lectern' ? own : firstOfEach(own);
  report.addAll(reported.map(({ diagnostic }) => diagnostic));
}

function placeOf({ span }: Diagnostic): string {
  return `${span?.file}:${span?.line}:${span?.column}`;
}

function findFailures(deck: Deck, planned: PlannedDeck): readonly Finding[] {
  const { memo = noMemo } = planned.options;
  const alone = { ...deck, footnotes: new Map(), header: [], footer: [] };
  const slides = numberedSlides(deck).filter(
    (each) =>
      !memo.get(isFlawless, [each.slide.content ?? each.slide, deck.frontMatter.lang], () =>
        isFlawless(each, alone, planned),
      ),
  );
  const found = failuresIn(slides, deck, planned);
  const isNameless = ({ diagnostic: { code } }: Finding): boolean => code === 'control-name';
  if (!found.some(isNameless)) return found;
  // A label may be on another slide.
  const places = new Set(namelessControls(deck, planned));
  return found.filter((each) => !isNameless(each) || places.has(placeOf(each.diagnostic)));
}

/** The places of the controls that nothing in the deck names. */
function namelessControls(deck: Deck, { options }: PlannedDeck): readonly string[] {
  const slides = numberedSlides(deck);
  const found: string[] = [];
  const add = (finding: SourceFinding): void => {
    found.push(placeOf(findingOf(finding).diagnostic));
  };
  const parts = [...partsOf(deck, slides, new Map())];
  controlName({ deck, slides, options, parts, linesOf: () => [], add });
  return found;
}

/** @param alone the deck without what else contains text */
export function isFlawless(slide: NumberedSlide, alone: Deck, planned: PlannedDeck): boolean {
  return failuresIn([slide], alone, planned).length === 0;
}

/** What is missing on some slides, in the footnotes, and in the header and footer. */
function failuresIn(
  given: readonly NumberedSlide[],
  deck: Deck,
  { options }: PlannedDeck,
): readonly Finding[] {
  // The rules skip notes, which need not be read then.
  const slides = given.map(({ slide, number }) => ({
    slide: { ...slide, notes: [] },
    number,
  }));
  const found = new Map<string, SourceFinding>();
  const add = (finding: SourceFinding): void => {
    if (finding.isFailure) found.set(JSON.stringify([finding.span, finding.message]), finding);
  };
  const common = { deck, slides, options, linesOf: () => [], add };
  // One after the other: the elements of all parts of a long deck would take more memory than its page.
  for (const part of partsOf(deck, slides, new Map())) {
    for (const rule of rules) rule({ ...common, parts: [part] });
  }
  return [...found.values()].map(findingOf);
}

/** The first finding of each rule, with the count of the others. */
function firstOfEach(findings: readonly Finding[]): readonly Finding[] {
  const codeOf = ({ diagnostic: { code } }: Finding): string => code;
  return [...new Set(findings.map(codeOf))].flatMap((code) => {
    const [first, ...others] = findings.filter((finding) => codeOf(finding) === code);
    if (!first || others.length === 0) return first ? [first] : [];
    const { hint, ...diagnostic } = first.diagnostic;
    const more = `"lectern check" lists ${others.length} more of this kind`;
    return [{ diagnostic: { ...diagnostic, hint: hint ? `${hint}\n${more}` : more } }];
  });
}
