import type { Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { countDiagnostics } from '../base/diagnostics/print.ts';
import { type Html, html } from '../base/html.ts';
import { capitalize, writePlace, writeReportPage } from '../base/report/report-page.ts';
import { reportStyles } from '../base/report/report-styles.ts';
import { count } from '../base/units.ts';
import type { Dialect } from '../model/source.ts';
import {
  type ExplainedSlide,
  type Explanation,
  isChanged,
  type Part,
  slidesWithProblems,
} from './explanation.ts';
import { explanationMark } from './explanation-mark.ts';
import { explanationStyles } from './explanation-styles.ts';
import { authorTextHtml, translatedTextHtml } from './text-html.ts';

/** The images of slides by their numbers. */
export type SlideImages = ReadonlyMap<number, Buffer>;

const tools: Readonly<Record<Dialect, string>> = {
  lectern: 'Lectern',
  marp: 'Marp',
  slidev: 'Slidev',
  reveal: 'reveal.js',
  quarto: 'Quarto',
  pandoc: 'Pandoc',
};

/** Writes what became of a deck as a page. @param version of Lectern */
export function explanationHtml(
  explanation: Explanation,
  images: SlideImages,
  version: string,
): string {
  const { title, lang } = explanation;
  const content = html`<h1><span lang="${lang}">${title}</span></h1>
${intro(explanation)}${summary(explanation)}${legend(explanation)}${contents(explanation)}${deckSection(explanation)}${explanation.slides.map((slide, i) => slideSection(slide, i, explanation, images))}`;
  const styles = reportStyles + explanationStyles;
  const heading = `How Lectern reads ${title}`;
  return writeReportPage({ mark: explanationMark, version, title: heading, styles, content });
}

function intro({ file, dialect, reason, withoutImages, isShared }: Explanation): Html {
  const why = reason === undefined ? 'as its author says' : reason;
  return html`<p class="lead"><code>${file}</code> is read as a deck of <strong>${tools[dialect]}</strong>${
    dialect !== 'lectern' && html`: ${why}`
  }.</p>
${
  withoutImages !== undefined &&
  html`<p><strong>The slides are not shown here:</strong> ${withoutImages}.</p>\n`
}${isShared && html`<p>The texts are left out, as the deck was built to be shared.</p>\n`}`;
}

function summary(explanation: Explanation): Html {
  const { slides, head, others, dialect } = explanation;
  const shown = slides.flatMap(({ pages }) => pages).length;
  const visible = slides.filter(({ pages }) => pages.length > 0);
  const changed = visible.filter(isChanged).length;
  const found = [...head.findings, ...slides.flatMap(({ findings }) => findings), ...others];
  const problems = slidesWithProblems(explanation).flatMap(({ pages }) => pages[0] ?? []);
  const rows: readonly (readonly [string, Html | string])[] = [
    ['Slides', `${shown}`],
    ...(dialect === 'lectern'
      ? []
      : ([
          ['Unchanged', `${visible.length - changed}`],
          ['Changed', `${changed}`],
        ] as const)),
    ['Found', countDiagnostics(found) || 'nothing to correct'],
    ...(problems.length > 0
      ? ([
          ['Slides to look at', html`${commas(problems.map(({ number }) => link(number)))}`],
        ] as const)
      : []),
  ];
  return html`<dl>
${rows.map(([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>\n`)}</dl>
`;
}

function link(number: number): Html {
  return html`<a href="#slide-${number}">${number}</a>`;
}

function commas(parts: readonly Html[]): readonly (Html | string)[] {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [', ', part]));
}

function legend({ dialect, isShared }: Explanation): Html | false {
  const mark = html`<mark>marked</mark> is what a finding is about, with its number`;
  if (isShared) return false;
  if (dialect === 'lectern') return html`<p class="soft">In the texts, ${mark}.</p>\n`;
  return html`<p class="soft">In the texts, <del>struck out</del> is what only the author's text has, <ins>underlined</ins> what only Lectern's has, and ${mark}.</p>\n`;
}

function contents({ slides }: Explanation): Html {
  const items = slides.flatMap(({ pages, findings }) =>
    pages.map(({ number, title }) => {
      const problems = countDiagnostics(findings);
      return html`<li value="${number}"><a href="#slide-${number}">${title || `Slide ${number}`}</a>${
        problems !== '' && html` <span class="badge">${problems}</span>`
      }</li>\n`;
    }),
  );
  return html`<nav aria-labelledby="contents"><h2 id="contents">Slides</h2>
<ol>
${items}</ol></nav>
`;
}

/** What is above the first slide, and what concerns no slide. */
function deckSection({ head, others, lang, isShared }: Explanation): Html | false {
  const findings = [...head.findings, ...others];
  const { author, translated } = head.text;
  const hasText = author.end > author.start || translated.end > translated.start;
  if (findings.length === 0 && !hasText) return false;
  return html`<section aria-labelledby="deck"><h2 id="deck">Settings of the deck</h2>
${findingsList(findings)}${!isShared && settings(head, lang)}</section>
`;
}

/** Rules of CSS may be many. */
function settings(head: Part, lang: string): Html {
  const { file, translated } = head.text;
  const { length } = file.text.slice(translated.start, translated.end).split('\n');
  const texts = sideBySide(head, lang);
  if (length <= 40) return texts;
  return html`<details><summary>All settings, in ${count(length, 'line')}</summary>\n${texts}</details>\n`;
}

function slideSection(
  slide: ExplainedSlide,
  index: number,
  { lang, isShared }: Explanation,
  images: SlideImages,
): Html {
  const { pages, findings, text } = slide;
  const [first] = pages;
  const id = first ? `slide-${first.number}` : `part-${index + 1}`;
  const name = first ? `Slide ${first.number}` : 'Not shown';
  const facts = html`${state(slide)}${findingsList(findings)}`;
  const isAlone = !isShared && !isChanged(slide);
  const own = isAlone && authorTextHtml(text, findings, lang);
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${name}${
    first?.title && html`: <span lang="${lang}">${first.title}</span>`
  }</h2>
${withImages(
  pages.map(({ number, title }) => image(number, title, images)),
  html`${facts}${own}`,
)}${!isShared && !isAlone && sideBySide(slide, lang)}</section>
`;
}

/** The facts of a slide, next to its images if it has any. */
function withImages(images: readonly (Html | false)[], facts: Html): Html {
  const shown = images.filter((each) => each !== false);
  if (shown.length === 0) return facts;
  return html`<div class="slide">
<div>${shown}</div>
<div>${facts}</div>
</div>
`;
}

/** The author's text and, if the deck was translated, Lectern's next to it. */
function sideBySide({ text, findings }: Part, lang: string): Html {
  const own = authorTextHtml(text, findings, lang);
  if (!text.file.origins) return own;
  return html`<div class="texts">
${own}${translatedTextHtml(text, lang)}</div>
`;
}

/** What became of a slide, other than its findings. */
function state({ pages, text, findings }: ExplainedSlide): Html | false {
  if (text.isHidden) return html`<p>This slide is hidden.</p>\n`;
  if (pages.length === 0) return html`<p>This text is no slide: the deck has errors.</p>\n`;
  if (pages.length > 1) {
    return html`<p>It is shown as ${count(pages.length, 'slide')}, up to ${pages.at(-1)?.number}.</p>\n`;
  }
  return findings.length === 0 && html`<p class="soft">Nothing to correct.</p>\n`;
}

function image(number: number, title: string, images: SlideImages): Html | false {
  const content = images.get(number);
  if (!content) return false;
  const url = `data:image/webp;base64,${content.toString('base64')}`;
  const alt = `Slide ${number}${title && `: ${title}`}`;
  return html`<img src="${url}" alt="${alt}" loading="lazy">\n`;
}

function findingsList(findings: readonly Diagnostic[]): Html | false {
  if (findings.length === 0) return false;
  return html`<ol class="findings">\n${findings.map(finding)}</ol>\n`;
}

function finding(diagnostic: Diagnostic): Html {
  const { severity, message, hint, code } = diagnostic;
  return html`<li class="${severity}"><p><strong>${capitalize(message)}.</strong></p>
${hint !== undefined && html`<p class="hint">${capitalize(hint)}.</p>\n`}<p class="soft"><span class="severity">${capitalize(severity)}</span> <code>${code}</code>${writePlace(diagnostic)}</p></li>
`;
}
