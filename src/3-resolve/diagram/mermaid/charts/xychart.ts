import type { ChartSeries, ChartSpec } from '../../../../model/chart.ts';
import type { ChartDiagram } from '../../../../model/diagram/diagram.ts';
import { readLabel } from '../../label.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { type MermaidDatabase, readerOf } from '../reader.ts';
import { setting } from '../settings.ts';
import type { Explain } from '../syntax-error.ts';
import {
  type AxisRange,
  chartDiagram,
  chartOf,
  clampTo,
  drawableRange,
  seriesOf,
  valuePattern,
} from './spec.ts';

interface XyDatabase extends MermaidDatabase {
  getXYChartData(): XyData;
  getChartConfig(): { readonly chartOrientation: string };
}

interface XyData {
  readonly xAxis: XyAxis;
  readonly yAxis: XyAxis;
  readonly plots: readonly XyPlot[];
}

interface XyAxis {
  readonly title: string;
  readonly type: 'band' | 'linear';
  readonly min?: number;
  readonly max?: number;
  readonly categories?: readonly string[];
}

interface XyPlot {
  readonly type: 'bar' | 'line';
  readonly title?: string;
  /** The category, or the position on a linear axis, and the value. */
  readonly data: readonly (readonly [string, number | undefined])[];
  readonly pointLabels?: readonly string[];
}

const form = 'write x-axis [jan, feb], y-axis "Revenue" 0 --> 10, bar [1, 2] or line [1, 2]';

const explain: Explain = ({ found }) => ({
  message: found.trim() === '' ? 'this line ends too early' : `unexpected "${found.trim()}"`,
  hint: form,
});

export const readXychart = readerOf<XyDatabase>('xychart', convertXychart, explain);

function convertXychart(database: XyDatabase, source: MermaidSource): ChartDiagram | undefined {
  const { xAxis, yAxis, plots } = database.getXYChartData();
  const first = plots[0];
  if (!first) {
    source.fail('', 'this chart has no data', form);
    return undefined;
  }
  for (const label of plots.flatMap(({ pointLabels = [] }) => pointLabels)) {
    if (label !== '') source.ignore(label, `the label "${label}" of a point is not drawn`);
  }
  const labels = labelsOf(xAxis, plots);
  const isBars = plots.some(({ type }) => type === 'bar');
  const unit = readLabel(yAxis.title);
  const series = plots.map((plot, i) => readPlot(plot, i, plots, labels.length, unit, isBars));
  const horizontal =
    database.getChartConfig().chartOrientation === 'horizontal' ||
    setting(source.config, 'xyChart.chartOrientation') === 'horizontal';
  const isTurned = horizontal && isBars;
  const range = rangeOf(source, yAxis);
  warnOfOutside(series, range, source);
  const chart = chartOf({
    type: isBars ? 'bar' : 'line',
    x: readLabel(xAxis.title) || 'Category',
    ...(unit !== '' && { unit }),
    labels,
    series,
    horizontal: isTurned,
    options: scalesOf(isTurned, readLabel(xAxis.title), range),
  });
  return chartDiagram(chart, source);
}

function labelsOf({ categories = [] }: XyAxis, plots: readonly XyPlot[]): readonly string[] {
  if (categories.length > 0) return categories.map(readLabel);
  const longest = plots.reduce((best, plot) => (plot.data.length > best.data.length ? plot : best));
  return longest.data.map(([position]) => String(Number(Number(position).toFixed(4))));
}

function readPlot(
  { type, title = '', data }: XyPlot,
  index: number,
  plots: readonly XyPlot[],
  count: number,
  unit: string,
  isBars: boolean,
): ChartSeries {
  const values = Array.from({ length: count }, (_, i) => data[i]?.[1] ?? null);
  const alike = plots.filter((plot) => plot.type === type && !plot.title);
  const number =
    alike.length > 1
      ? ` ${plots.slice(0, index + 1).filter((plot) => plot.type === type && !plot.title).length}`
      : '';
  const kind =
    plots.length === 1 && unit !== '' ? unit : `${type === 'bar' ? 'Bar' : 'Line'}${number}`;
  return seriesOf(
    readLabel(title) || kind,
    values,
    isBars && type === 'line' ? { as: 'line' } : {},
  );
}

/** The range of the values, if the author gave one. */
function rangeOf(source: MermaidSource, { min, max }: XyAxis): AxisRange {
  const isGiven = /^\s*y-axis\b[^\n]*-->/m.test(source.text.text);
  if (!isGiven || min === undefined || max === undefined) return {};
  return drawableRange({ min, max }, source);
}

function warnOfOutside(
  series: readonly ChartSeries[],
  range: AxisRange,
  source: MermaidSource,
): void {
  for (const value of series.flatMap(({ values }) => values)) {
    if (value === null || clampTo(range, value) === value) continue;
    const hint = 'choose a range in the line of the y-axis that includes all values';
    source.ignore(valuePattern(value), `${value} is outside of the range of the y-axis`, hint);
  }
}

/** The scales, with the title of the categories if there is one. */
function scalesOf(isTurned: boolean, title: string, range: AxisRange): ChartSpec['options'] {
  const [categories, values] = isTurned ? (['y', 'x'] as const) : (['x', 'y'] as const);
  const scales = {
    ...(title !== '' && { [categories]: { title: { display: true, text: title } } }),
    ...(range.min !== undefined && { [values]: { ...range } }),
  };
  return Object.keys(scales).length === 0 ? {} : { scales };
}
