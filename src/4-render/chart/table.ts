import { attributes, type Html, html } from '../../base/html.ts';
import { languageOfWords, wordsIn } from '../../base/words/words.ts';
import type { Chart } from '../../model/blocks.ts';
import type { ChartSeries } from '../../model/chart.ts';
import { ChartWriter } from './writers.ts';

/**
 * Renders the data of a chart as a table, for screen readers and for everyone who wants the numbers. What folds it on
 * the page to read is next to it, not around it: on slides it would be a group without a name.
 */
export function renderDataTable(chart: Chart, lang: string): Html {
  const { head, rows } = chartTable(chart, lang);
  const words = wordsIn(lang);
  const own = attributes({ lang: languageOfWords(lang) });
  const about = [chart.title, chart.unit].filter(Boolean).join(', ');
  return html`<details class="chart-fold" open><summary${own}>${words.data}</summary></details>
<div class="chart-details">
<table class="chart-data">
<caption${about ? '' : own}>${about || words.chart.dataOfChart}</caption>
<thead><tr>${head.map(({ text, isOurs }) => html`<th scope="col"${isOurs && own}>${text}</th>`)}</tr></thead>
<tbody>
${rows.map(renderRow)}</tbody>
</table>
</div>`;
}

/** The data of a chart, formatted as the chart shows them. */
export function chartTable(chart: Chart, lang: string): TextTable {
  const write = new ChartWriter(chart, lang);
  const hasPoints = chart.type === 'scatter' || chart.type === 'bubble';
  return hasPoints ? pointTable(chart, write) : categoryTable(chart, write);
}

/** The heading of a column, by the author or in our words. */
interface Heading {
  readonly text: string;
  readonly isOurs?: true;
}

/** A table of texts; the first cell of each row is its heading. */
interface TextTable {
  readonly head: readonly Heading[];
  readonly rows: readonly (readonly string[])[];
}

function renderRow([first = '', ...cells]: readonly string[]): Html {
  return html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`;
}

function categoryTable({ x, labels, series }: Chart, write: ChartWriter): TextTable {
  const columns = series.map((one) => {
    const exact = write.exactValues(one);
    return one.values.map((value) => (value === null ? '' : exact(value)));
  });
  return {
    head: [x, ...series.map(({ name }) => name)].map((text) => ({ text })),
    rows: labels.map((_, i) => [write.label(i), ...columns.map((column) => column[i] ?? '')]),
  };
}

/** A row begins with the label of its point, its series, or its x position, whichever comes first. */
function pointTable({ x, y, size, series }: Chart, write: ChartWriter): TextTable {
  const hasLabels = series.some(({ points = [] }) => points.some(({ label }) => label));
  const hasSeries = series.length > 1;
  const { chart: words } = write.words;
  const [writePosition, writeSize] = [write.positions(), write.exactSizes()];
  const rowsOf = (one: ChartSeries): readonly (readonly string[])[] => {
    const writeValue = write.exactValues(one);
    return (one.points ?? []).map((point) => [
      ...(hasLabels ? [point.label ?? ''] : []),
      ...(hasSeries ? [one.name] : []),
      writePosition(point.x),
      writeValue(point.y),
      ...(point.size === undefined ? [] : [writeSize(point.size)]),
    ]);
  };
  return {
    head: [
      ...(hasLabels ? [ours(words.point)] : []),
      ...(hasSeries ? [ours(words.series)] : []),
      { text: x },
      y === undefined ? ours(words.value) : { text: y },
      ...(size ? [{ text: size.name }] : []),
    ],
    rows: series.flatMap(rowsOf),
  };
}

function ours(text: string): Heading {
  return { text, isOurs: true };
}
