import { type Html, html } from '../../base/html.ts';
import type { Chart } from '../../model/blocks.ts';
import type { ChartSeries } from '../../model/chart.ts';
import { ChartWriter } from './writers.ts';

/**
 * The data of a chart as a table, for those who do not see it, and for whoever wants the numbers. It
 * stands open: as long as the slides are shown, there is nothing to open it with.
 */
export function renderDataTable(chart: Chart, lang: string): Html {
  const write = new ChartWriter(chart, lang);
  const hasPoints = chart.type === 'scatter' || chart.type === 'bubble';
  const { head, rows } = hasPoints ? pointTable(chart, write) : categoryTable(chart, write);
  const [first = '', ...others] = head;
  const about = [chart.title, chart.unit].filter(Boolean).join(', ');
  return html`<details class="chart-details" open><summary lang="en">Data</summary>
<table class="chart-data">
<caption>${about || 'Data of the chart'}</caption>
<thead><tr><th scope="col">${first}</th>${others.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${rows.map(renderRow)}</tbody>
</table>
</details>`;
}

/** Texts, of which the first of each row says what the row is about. */
interface TextTable {
  readonly head: readonly string[];
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
    head: [x, ...series.map(({ name }) => name)],
    rows: labels.map((_, i) => [write.label(i), ...columns.map((column) => column[i] ?? '')]),
  };
}

/** A row begins with the name of its point, or its series, or else with its place. */
function pointTable({ x, y, size, series }: Chart, write: ChartWriter): TextTable {
  const hasLabels = series.some(({ points = [] }) => points.some(({ label }) => label));
  const hasSeries = series.length > 1;
  const [writePlace, writeSize] = [write.places(), write.exactSizes()];
  const rowsOf = (one: ChartSeries): readonly (readonly string[])[] => {
    const writeValue = write.exactValues(one);
    return (one.points ?? []).map((point) => [
      ...(hasLabels ? [point.label ?? ''] : []),
      ...(hasSeries ? [one.name] : []),
      writePlace(point.x),
      writeValue(point.y),
      ...(point.size === undefined ? [] : [writeSize(point.size)]),
    ]);
  };
  return {
    head: [
      ...(hasLabels ? ['Point'] : []),
      ...(hasSeries ? ['Series'] : []),
      x,
      y ?? 'Value',
      ...(size ? [size.name] : []),
    ],
    rows: series.flatMap(rowsOf),
  };
}
