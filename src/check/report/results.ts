import type { ContentKind, PageContents } from '../../model/contents.ts';
import type { ExcusedFinding, Finding } from '../finding.ts';
import { type Criterion, criteria, type Test } from './criteria.ts';

/**
 * The result of all tests of a criterion. `no-failure-found` says no more than that: the tests cover a part of the
 * criterion only.
 */
export type Outcome =
  | 'failure-found'
  | 'person-must-decide'
  | 'no-failure-found'
  | 'not-applicable'
  | 'not-tested';

/** What the tests had to look at. */
export interface Evidence {
  readonly findings: readonly (Finding | ExcusedFinding)[];
  /** Absent if the slides were not looked at in a browser. */
  readonly contents?: PageContents;
  /** Rules that did not run: switched off, or in need of a browser that is not there. */
  readonly skipped: ReadonlySet<Test>;
}

/** The numbers of slides, from 1, or the whole deck. */
type Scope = number | 'deck';

/** The outcome of a criterion on a slide, or in the whole deck. */
export function outcomeOf(criterion: Criterion, evidence: Evidence, scope: Scope): Outcome {
  if (findingsFor(criterion.rules, evidence, scope).length > 0) return 'failure-found';
  if (hasPageFailure(criterion, evidence)) return 'failure-found';
  if (!applies(criterion, evidence.contents, scope)) return 'not-applicable';
  if (findingsFor(criterion.hints, evidence, scope).length > 0) return 'person-must-decide';
  const tests = [...criterion.rules, ...criterion.hints];
  const ran = tests.filter((test) => !evidence.skipped.has(test));
  return ran.length > 0 ? 'no-failure-found' : 'not-tested';
}

/** The findings of rules on a slide, or in the whole deck; also those that a comment excuses. */
function findingsFor(
  rules: readonly Test[],
  { findings }: Evidence,
  scope: Scope,
): readonly (Finding | ExcusedFinding)[] {
  return findings.filter(
    ({ diagnostic, slide }) =>
      rules.includes(diagnostic.code) && (scope === 'deck' || slide === scope),
  );
}

/** The ids of the criteria of which a finding may be a failure. */
export function criteriaOf({ diagnostic: { code } }: Finding): readonly string[] {
  return criteria
    .filter(({ rules, hints }) => rules.includes(code) || hints.includes(code))
    .map(({ id }) => id);
}

function hasPageFailure({ rules }: Criterion, { contents }: Evidence): boolean {
  if (!contents) return false;
  return (
    (rules.includes('page-title') && contents.title.trim() === '') ||
    (rules.includes('page-language') && contents.lang.trim() === '')
  );
}

/** Whether there is content of the kinds that the criterion is about; unknown without a browser. */
function applies(
  { content }: Criterion,
  contents: PageContents | undefined,
  scope: Scope,
): boolean {
  if (!contents || content.length === 0) return true;
  const slides = scope === 'deck' ? Object.values(contents.slides) : [contents.slides[scope] ?? []];
  const kinds = new Set<ContentKind>(slides.flat());
  return content.some((kind) => kinds.has(kind));
}
