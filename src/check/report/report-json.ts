import type { Finding } from '../finding.ts';
import { clausesOf, pdfClauses } from './clauses.ts';
import type { AccessibilityReport, DeckReport } from './report.ts';
import { criteriaOf } from './results.ts';

/** The same as the page, as data. All keys are present, some as `null`. */
export function reportJson({ lectern, browser, date, decks }: AccessibilityReport): string {
  const json = {
    lectern,
    browser: browser ?? null,
    date: date ?? null,
    standards: ['WCAG 2.2', 'EN 301 549 V3.2.1', 'PDF/UA-1'],
    decks: decks.map(jsonDeck),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function jsonDeck({ file, checked, criteria, slides, pdf }: DeckReport) {
  return {
    file,
    title: checked.page?.title ?? null,
    browser: checked.wasShown,
    off: checked.off,
    criteria: criteria.map(({ criterion: { id, level, name, people }, outcome, tests }) => ({
      id,
      level,
      name,
      en301549: clausesOf(id),
      outcome,
      tests,
      people,
    })),
    slides: slides.map(({ number, title, outcomes }) => ({
      number,
      title,
      criteria: Object.fromEntries(
        [...outcomes].flatMap(([outcome, ids]) => ids.map((id) => [id, outcome])),
      ),
      image: imageOf(number, checked.images),
    })),
    pdf: pdfClauses.map(({ id, name, tests, people }) => {
      const failures = tests.flatMap((test) => pdf?.get(test) ?? []);
      const passed = pdf && tests.length > 0 ? 'no-failure-found' : 'not-tested';
      return {
        id,
        name,
        outcome: failures.length > 0 ? 'failure-found' : passed,
        failures,
        people,
      };
    }),
    findings: checked.findings.map(jsonFinding),
    ignored: checked.excused.map((finding) => ({
      ...jsonFinding(finding),
      reason: finding.reason,
    })),
  };
}

function imageOf(number: number, images: DeckReport['checked']['images']): string | null {
  const image = images.find(({ slide }) => slide === number);
  return image ? `data:image/png;base64,${image.content.toString('base64')}` : null;
}

function jsonFinding(finding: Finding) {
  const { code, severity, message, span, hint } = finding.diagnostic;
  return {
    code,
    severity,
    message,
    file: span?.file ?? null,
    line: span?.line ?? null,
    column: span?.column ?? null,
    hint: hint ?? null,
    slide: finding.slide ?? null,
    box: finding.box ?? null,
    criteria: criteriaOf(finding),
  };
}
