import type { Chart, ChartSeries } from '../../deck.ts';
import { type Html, html } from '../../html.ts';
import { blockAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';

/** A chart: its title, the canvas that is drawn live, its data as a table, its source. */
export function renderChart(chart: Chart, context: SlideContext): Html {
  const { lang } = context.deck.head;
  context.features.add(`chart-${chart.type}`);
  const own = blockAttributes(chart.attributes, context, ['chart', `chart-${chart.type}`], {
    'data-chart': writeData(chart, lang),
  });
  const steps = chart.steps === 'points' ? chart.labels.slice(1) : [];
  const marks = steps.map(
    () =>
      html`<span class="fragment chart-step" data-fragment-index="${context.steps.next()}"></span>`,
  );
  return html`<figure${own}>
${renderCaption(chart)}<div class="chart-box"><canvas role="img" aria-label="${describe(chart, lang)}"></canvas></div>
${renderTable(chart, lang)}
${chart.source !== undefined && html`<p class="chart-source">Source: ${chart.source}</p>\n`}${marks}</figure>`;
}

/** What the browser draws from. */
function writeData(chart: Chart, lang: string): string {
  const { type, unit, x, labels, series, highlight, steps } = chart;
  return JSON.stringify({ type, unit, x, labels, series, highlight, steps, lang });
}

function renderCaption({ title, unit }: Chart): Html {
  if (title === undefined && unit === undefined) return html``;
  return html`<figcaption>${title !== undefined && html`<span class="chart-title">${title}</span> `}${
    unit !== undefined && html`<span class="chart-unit">${unit}</span>`
  }</figcaption>\n`;
}

const typeNames: Readonly<Record<Chart['type'], string>> = {
  bar: 'Bar chart',
  line: 'Line chart',
  area: 'Area chart',
  pie: 'Pie chart',
  doughnut: 'Doughnut chart',
  scatter: 'Scatter chart',
  bubble: 'Bubble chart',
  radar: 'Radar chart',
  polarArea: 'Polar area chart',
};

/** "Bar chart: AWS revenue, US$ bn. revenue: from 3.1 (2013) to 35 (2019); highest 35 (2019)." */
function describe(chart: Chart, lang: string): string {
  const about = [chart.title, chart.unit].filter(Boolean).join(', ');
  const head = `${typeNames[chart.type]}${about && `: ${about}`}.`;
  return [head, ...chart.series.map((series) => describeSeries(series, chart.labels, lang))].join(
    ' ',
  );
}

function describeSeries(series: ChartSeries, labels: readonly string[], lang: string): string {
  const points = series.values.flatMap((value, i) =>
    value === null ? [] : [{ value, label: labels[i] ?? '' }],
  );
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return `${series.name}: no data.`;
  const highest = points.reduce((best, point) => (point.value > best.value ? point : best));
  const show = (point: typeof first) => `${format(point.value, lang)} (${point.label})`;
  return `${series.name}: from ${show(first)} to ${show(last)}; highest ${show(highest)}.`;
}

function renderTable({ x, labels, series }: Chart, lang: string): Html {
  const head = series.map(({ name }) => html`<th scope="col">${name}</th>`);
  const rows = labels.map((label, i) => {
    const cells = series.map(({ values }) => html`<td>${formatCell(values[i], lang)}</td>`);
    return html`<tr><th scope="row">${label}</th>${cells}</tr>\n`;
  });
  return html`<table class="chart-data">
<thead><tr><th scope="col">${x}</th>${head}</tr></thead>
<tbody>
${rows}</tbody>
</table>`;
}

function formatCell(value: number | null | undefined, lang: string): string {
  return value === null || value === undefined ? '' : format(value, lang);
}

/** The number as people of the deck's language write it, with all of its digits. */
function format(value: number, lang: string): string {
  return new Intl.NumberFormat(lang, { maximumFractionDigits: 20 }).format(value);
}
