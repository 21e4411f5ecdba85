import { checkRules } from '../../model/check.ts';
import type { CheckedDeck } from '../check.ts';
import { isRule } from '../finding.ts';
import type { PdfTest } from './clauses.ts';
import { type Criterion, criteria, type Test } from './criteria.ts';
import { type Evidence, type Outcome, outcomeOf } from './results.ts';

/** All results of a check of decks, as data. */
export interface AccessibilityReport {
  readonly lectern: string;
  /** The browser that showed the slides; absent if there was none. */
  readonly browser?: string;
  /** An ISO date, if one is known: the same source gives the same report on any day. */
  readonly date?: string;
  readonly decks: readonly DeckReport[];
}

/** What a report needs of a checked deck. */
type ReportedDeck = Omit<CheckedDeck, 'files'>;

export interface DeckReport {
  /** Relative to the working folder. */
  readonly file: string;
  readonly checked: ReportedDeck;
  readonly evidence: Evidence;
  readonly criteria: readonly CriterionResult[];
  readonly slides: readonly SlideResult[];
  /** The result of the tests of the PDF; absent if it was not printed. */
  readonly pdf?: ReadonlyMap<PdfTest, string>;
}

export interface CriterionResult {
  readonly criterion: Criterion;
  readonly outcome: Outcome;
  /** The rules that ran, and concern it. */
  readonly tests: readonly Test[];
}

export interface SlideResult {
  readonly number: number;
  readonly title: string;
  /** The ids of criteria about the content of slides, by their outcome. */
  readonly outcomes: ReadonlyMap<Outcome, readonly string[]>;
}

/** Rules that look at slides in a browser. */
const inBrowser: readonly Test[] = ['contrast', 'color-vision'];

/** Tests that run only if they are asked for. */
const onRequest: readonly Test[] = ['link-web', 'spelling'];

/** @param file of the deck, relative to the working folder */
export function reportOn(file: string, checked: ReportedDeck): DeckReport {
  const { findings, excused, inspection, off, page, wasShown } = checked;
  const missing: readonly Test[] = wasShown ? [] : [...inBrowser, 'page-title', 'page-language'];
  const evidence: Evidence = {
    findings: [...findings, ...excused],
    ...(inspection && { contents: inspection.contents }),
    skipped: new Set<Test>([...off, ...missing, ...onRequest]),
  };
  return {
    file,
    checked,
    evidence,
    criteria: page ? criteria.map((criterion) => resultOf(criterion, evidence)) : [],
    slides: (page?.slides ?? []).map(({ number, title }) => ({
      number,
      title,
      outcomes: outcomesOn(number, evidence),
    })),
    ...(inspection && { pdf: inspection.pdf }),
  };
}

function resultOf(criterion: Criterion, evidence: Evidence): CriterionResult {
  const all = [...criterion.rules, ...criterion.hints];
  const tests = all.filter((test) => !evidence.skipped.has(test));
  return { criterion, outcome: outcomeOf(criterion, evidence, 'deck'), tests };
}

function outcomesOn(slide: number, evidence: Evidence): ReadonlyMap<Outcome, readonly string[]> {
  const outcomes = new Map<Outcome, string[]>();
  for (const criterion of criteria.filter(({ about }) => about === 'slide')) {
    const outcome = outcomeOf(criterion, evidence, slide);
    outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), criterion.id]);
  }
  return outcomes;
}

/** What a test looks for, in words. */
export function describeTest(test: Test): string {
  if (test === 'page-title') return 'a page without a title';
  if (test === 'page-language') return 'a page without a language';
  return isRule(test) ? checkRules[test] : 'as the build warns';
}
