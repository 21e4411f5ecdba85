import { attributes, type Html, html } from '../../base/html.ts';
import { writeReportPage } from '../../base/report/report-page.ts';
import { reportStyles } from '../../base/report/report-styles.ts';
import { count } from '../../base/units.ts';
import { checkRules } from '../../model/check.ts';
import { chapterNote, clausesOf, otherClauses, pdfClauses } from './clauses.ts';
import { addressOf } from './criteria.ts';
import { findingsSection } from './findings-html.ts';
import {
  type AccessibilityReport,
  type CriterionResult,
  type DeckReport,
  describeTest,
  type SlideResult,
} from './report.ts';
import { reportMark } from './report-mark.ts';
import type { Outcome } from './results.ts';

const outcomeTexts: Readonly<Record<Outcome, string>> = {
  'failure-found': 'Failure found',
  'person-must-decide': 'A person must decide',
  'no-failure-found': 'No failure found by these tests',
  'not-applicable': 'Not applicable',
  'not-tested': 'Not tested',
};

/** Writes a report as a page. */
export function reportHtml(report: AccessibilityReport): string {
  const titles = report.decks.map(titleOf).join(', ');
  const content = html`<h1>Accessibility report</h1>
<p>This is what automatic tests have found in ${count(report.decks.length, 'deck')}. <strong>It is no statement of
conformance.</strong> The tests cover a part of each success criterion, and of many none: where they have found no
failure, there may be one all the same. “What a person must look at” says what is left.</p>
${versions(report)}
${report.decks.map((deck) => deckSection(deck))}`;
  const title = `Accessibility report: ${titles}`;
  const page = { mark: reportMark, version: report.lectern, styles: reportStyles };
  return writeReportPage({ ...page, title, content });
}

function titleOf({ checked, file }: DeckReport): string {
  return checked.page?.title || file;
}

function versions({ lectern, browser, date }: AccessibilityReport): Html {
  const rows: readonly (readonly [string, string])[] = [
    ['Tested with', `Lectern ${lectern}, and its ${Object.keys(checkRules).length} checks`],
    ['Browser', browser ?? 'none: the slides were not looked at'],
    ['Date', date ?? 'not given'],
    ['Standards', 'WCAG 2.2 (levels A and AA), EN 301 549 V3.2.1, PDF/UA-1 (ISO 14289-1:2014)'],
  ];
  return html`<dl>
${rows.map(([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>\n`)}</dl>`;
}

function deckSection(deck: DeckReport): Html {
  const { page, wasShown, off } = deck.checked;
  const lang = page && attributes({ lang: page.lang });
  const skipped = off.length > 0 && html`<p>Switched off: ${codes(off)}.</p>\n`;
  return html`<section>
<h2><span${lang}>${titleOf(deck)}</span></h2>
<p><code>${deck.file}</code>${page && html`, ${count(page.slideCount, 'slide')}`}</p>
${!page && html`<p>The deck cannot be read. Nothing but its source was tested.</p>\n`}${
  page &&
  !wasShown &&
  html`<p><strong>The slides were not looked at in a browser.</strong> Whatever depends on how they look was not tested.</p>\n`
}${skipped}${page && summary(deck)}
${findingsSection(deck)}
${page && criteriaTable(deck)}
${page && slidesTable(deck)}
${page && otherClausesList()}
${page && pdfTable(deck)}
</section>
`;
}

function summary({ criteria }: DeckReport): Html {
  const rows = Object.entries(outcomeTexts).map(([outcome, text]) => {
    const found = criteria.filter((result) => result.outcome === outcome);
    const noun = found.length === 1 ? 'criterion' : 'criteria';
    return html`<dt>${text}</dt><dd>${found.length} ${noun}</dd>\n`;
  });
  return html`<dl>\n${rows}</dl>`;
}

function criteriaTable({ criteria, file }: DeckReport): Html {
  return html`<h3>Success criteria of WCAG 2.2, levels A and AA</h3>
${scroller(
  `Success criteria, ${file}`,
  html`<table>
<caption>${chapterNote}</caption>
<thead><tr><th scope="col">Criterion</th><th scope="col">EN 301 549</th><th scope="col">Result</th><th scope="col">Tested for</th><th scope="col">What a person must look at</th></tr></thead>
<tbody>
${criteria.map(criterionRow)}</tbody>
</table>`,
)}`;
}

function criterionRow({ criterion, outcome, tests }: CriterionResult): Html {
  const { id, name, level, people } = criterion;
  const tested = tests.map((test) => html`<code>${test}</code> (${describeTest(test)})`);
  return html`<tr><th scope="row"><a href="${addressOf(criterion)}">${id} ${name}</a> (${level})</th><td>${
    clausesOf(id).join(', ') || 'not in V3.2.1'
  }</td>${outcomeCell(outcome)}<td>${tested.length > 0 ? commas(tested) : 'nothing'}</td><td>${people}</td></tr>\n`;
}

function outcomeCell(outcome: Outcome): Html {
  return html`<td class="${outcome}">${outcomeTexts[outcome]}</td>`;
}

function slidesTable({ slides, file }: DeckReport): Html {
  const outcomes = Object.entries(outcomeTexts) as [Outcome, string][];
  const cells = ({ outcomes: found }: SlideResult) =>
    outcomes.map(([outcome]) => {
      const ids = found.get(outcome);
      return ids ? html`<td class="${outcome}">${ids.join(', ')}</td>` : html`<td>none</td>`;
    });
  return html`<h3>Slides</h3>
${scroller(
  `Slides, ${file}`,
  html`<table>
<caption>The criteria that are about the content of slides, by their results on each slide. The others are about the page and its controls: they were not tested on each slide.</caption>
<thead><tr><th scope="col">Slide</th>${outcomes.map(([, text]) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>
${slides.map((slide) => {
  const name = html`${slide.number}${slide.title && `: ${slide.title}`}`;
  return html`<tr><th scope="row">${name}</th>${cells(slide)}</tr>\n`;
})}</tbody>
</table>`,
)}`;
}

function otherClausesList(): Html {
  return html`<h3>Other clauses of EN 301 549</h3>
<dl>
${otherClauses.map(({ id, name, note }) => html`<dt>${id} ${name}</dt><dd>${note}</dd>\n`)}</dl>`;
}

function pdfTable({ pdf, file }: DeckReport): Html {
  const rows = pdfClauses.map(({ id, name, tests, people }) => {
    const failures = tests.flatMap((test) => pdf?.get(test) ?? []);
    const outcome: Outcome =
      failures.length > 0
        ? 'failure-found'
        : pdf && tests.length > 0
          ? 'no-failure-found'
          : 'not-tested';
    const detail = failures.map((failure) => html` ${failure}`);
    return html`<tr><th scope="row">${id} ${name}</th><td class="${outcome}">${outcomeTexts[outcome]}.${detail}</td><td>${people}</td></tr>\n`;
  });
  return html`<h3>PDF/UA-1</h3>
${scroller(
  `PDF/UA-1, ${file}`,
  html`<table>
<caption>${
    pdf
      ? 'The PDF that “lectern export” writes of this deck was tested for a part of what these clauses require.'
      : 'No PDF was tested, as that needs a browser.'
  }</caption>
<thead><tr><th scope="col">Clause</th><th scope="col">Result</th><th scope="col">What a person must look at</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`,
)}`;
}

/** Wide tables scroll in a box of their own, which the keyboard reaches. */
function scroller(name: string, content: Html): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${name}">
${content}
</div>`;
}

function codes(names: readonly string[]): readonly (Html | string)[] {
  return commas(names.map((name) => html`<code>${name}</code>`));
}

function commas(parts: readonly Html[]): readonly (Html | string)[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]));
}
