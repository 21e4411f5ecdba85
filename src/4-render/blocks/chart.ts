import { type Html, html, rawHtml } from '../../base/html.ts';
import { languageOfWords, wordsIn } from '../../base/words/words.ts';
import type { Chart } from '../../model/blocks.ts';
import type { ChartSpec } from '../../model/chart.ts';
import { chartMark, type Feature } from '../../model/rendered.ts';
import { blockAttributes } from '../attributes.ts';
import { describeChart } from '../chart/describe.ts';
import { renderDataTable } from '../chart/table.ts';
import type { SlideContext } from '../context.ts';
import { minChartHeight } from '../room/drawn-room.ts';

/**
 * Renders a chart: its title, image, data table and source, and an element for each step.
 */
export function renderChart(chart: Chart, context: SlideContext): Html {
  const { lang, dir } = context;
  // Speaker notes have no steps.
  const spec: ChartSpec = { ...specOf(chart), ...(context.steps.isStill && { steps: 'none' }) };
  for (const feature of chartFeatures(spec)) context.features.add(feature);
  if (dir === 'rtl') context.features.add('chart-rtl');
  const alt = describeChart(chart, lang);
  const { width, height } = context.room;
  const picture = chartMark(context.charts.length);
  context.charts.push({
    spec,
    span: chart.span,
    lang,
    dir,
    alt,
    ...(chart.alt === undefined && altLangOf(lang)),
    width: Math.round(width),
    height: heightOf(chart, height),
  });
  const own = blockAttributes(chart.attributes, context, ['chart', `chart-${chart.type}`], {
    'data-chart': JSON.stringify({ ...spec, lang, ...(dir === 'rtl' && { dir }) }),
  });
  const steps = Array.from({ length: countSteps(spec) }, () => context.steps.next());
  const marks = steps.map(
    (step) => html`<span class="fragment chart-step" data-fragment-index="${step}"></span>`,
  );
  return html`<figure${own}>
${renderCaption(chart)}<div class="chart-box">${rawHtml(picture)}</div>
${renderDataTable(chart, lang)}
${renderSource(chart, lang)}${marks}</figure>`;
}

function renderSource({ source }: Chart, lang: string): Html {
  if (source === undefined) return html``;
  const [label, own] = [wordsIn(lang).source, languageOfWords(lang)];
  const words = own === undefined ? label : html`<span lang="${own}">${label}</span>`;
  return html`<p class="chart-source">${words}${source}</p>\n`;
}

/** The language of a description in our words. */
export function altLangOf(lang: string): { readonly altLang?: string } {
  const altLang = languageOfWords(lang);
  return altLang === undefined ? {} : { altLang };
}

/** The spec for the browser, without what the page contains elsewhere. */
function specOf({ kind: _, span: __, attributes: ___, source: ____, alt: _____, ...spec }: Chart) {
  return spec;
}

/** The number of steps after the first state of a chart. */
export function countSteps({
  steps,
  labels,
  series,
}: Pick<ChartSpec, 'steps' | 'labels' | 'series'>): number {
  if (steps === 'none') return 0;
  if (steps === 'points') return labels.length - 1;
  return (steps === 'series' ? series.length : steps.length) - 1;
}

/** The parts of Chart.js that a chart needs. */
export function chartFeatures({ type, series, xScale, yScale }: ChartSpec): readonly Feature[] {
  return [
    ...series.map(({ as }) => `chart-${as ?? type}` as const),
    ...(xScale === 'log' || yScale === 'log' ? (['chart-log'] as const) : []),
    ...(xScale === 'time' ? (['chart-time'] as const) : []),
  ];
}

function renderCaption({ title, unit }: Chart): Html {
  if (title === undefined && unit === undefined) return html``;
  return html`<figcaption>${title !== undefined && html`<span class="chart-title">${title}</span> `}${
    unit !== undefined && html`<span class="chart-unit">${unit}</span>`
  }</figcaption>\n`;
}

/** The approximate height without title and source. */
function heightOf({ title, unit, source }: Chart, height: number): number {
  const caption = title === undefined && unit === undefined ? 0 : 45;
  return Math.max(minChartHeight, Math.round(height - caption - (source === undefined ? 0 : 36)));
}
