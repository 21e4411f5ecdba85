import type { Chart } from '../../../model/blocks.ts';
import type { ChartType } from '../../../model/chart.ts';
import type { ChartReport } from '../chart-report.ts';
import type { ChartSettings } from '../keys.ts';
import type { Scales } from '../scales.ts';
import { chooseColumns } from '../sheet/columns.ts';
import { type Row, readRows } from '../sheet/rows.ts';
import { findColumn, type Sheet } from '../sheet/sheet.ts';
import { orderRows } from './order.ts';
import { checkSpacing } from './spacing.ts';
import { thinRows } from './thin.ts';

/** The data of a chart, as it is drawn. */
export type ChartContent = Pick<
  Chart,
  'x' | 'y' | 'labels' | 'positions' | 'timeUnit' | 'series' | 'size'
>;

/** A line with more than `maxPoints` is reduced to `keptPoints`: a slide is about 1,100 pixels wide. */
const [maxPoints, keptPoints] = [2000, 1000];
const maxCategories = 1000;

/** Reads the data of all types except scatter and bubble: a column of categories, and numeric columns. */
export function readCategories(
  type: ChartType,
  settings: ChartSettings,
  sheet: Sheet,
  scales: Scales,
  report: ChartReport,
): ChartContent | undefined {
  const xIndex = settings.x ? findColumn(settings.x, sheet, report) : 0;
  const columns = chooseColumns(type, settings, sheet, xIndex ?? 0, report);
  if (xIndex === undefined || !columns) return undefined;
  const { rows: all, timeUnit } = readRows(type, sheet, xIndex, columns, scales, report);
  if (scales.xScale === 'category' && !settings.sort && settings.scale?.x === undefined) {
    checkSpacing(type, xIndex, sheet, report);
  }
  const rows = fitRows(orderRows(all, type, settings), type, settings, sheet, report);
  if (!rows) return undefined;
  const hasPositions = rows.every(({ position }) => position !== undefined);
  return {
    x: sheet.header[xIndex]?.text ?? '',
    ...(columns.length === 1 && { y: columns[0]?.name ?? '' }),
    labels: rows.map(({ label }) => label),
    ...(hasPositions && { positions: rows.map(({ position = 0 }) => position) }),
    ...(timeUnit && { timeUnit }),
    series: columns.map(({ index: _, ...column }, i) => ({
      ...column,
      values: rows.map(({ values }) => values[i] ?? null),
      highlight: false,
    })),
  };
}

/** Reduces or rejects too many rows, and rejects slices that are all 0. */
function fitRows(
  rows: readonly Row[],
  type: ChartType,
  settings: ChartSettings,
  sheet: Sheet,
  report: ChartReport,
): readonly Row[] | undefined {
  const span = sheet.locate(0, 1);
  const isCircular = type === 'pie' || type === 'doughnut' || type === 'polarArea';
  if (isCircular && rows.every(({ values }) => !values[0])) {
    // Values that are not read count as 0 here; they were reported.
    if (!report.hasAny('chart-negative', 'chart-number')) {
      report.add('chart-data', span, 'all slices are 0');
    }
    return undefined;
  }
  const isLine = type === 'line' || type === 'area';
  if (isLine && rows.length > maxPoints) {
    const message = `${rows.length} rows are reduced to ${keptPoints}, as many as a slide can show`;
    report.add('chart-thinned', span, message, 'aggregate the data, for example by month');
    return thinRows(rows, keptPoints, isNamedIn(settings));
  }
  if (rows.length <= (isLine ? maxPoints : maxCategories)) return rows;
  const message = `too many categories: ${rows.length}`;
  report.add('chart-data', span, message, 'show the largest with "sort: desc" and "limit: 20"');
  return undefined;
}

/** Whether a row is named by a setting of the chart. */
function isNamedIn({
  highlight = [],
  steps = [],
  mark = [],
}: ChartSettings): (row: Row) => boolean {
  const names = new Set([...highlight, ...steps].map(({ value }) => value));
  const texts = mark.map(({ value }) => value);
  return ({ label }) => names.has(label) || texts.some((text) => text.includes(label));
}
