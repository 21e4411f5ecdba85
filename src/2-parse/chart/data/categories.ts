import type { Chart } from '../../../model/blocks.ts';
import type { ChartType } from '../../../model/chart.ts';
import type { Faults } from '../errors.ts';
import type { ChartHead } from '../keys.ts';
import type { Scales } from '../scales.ts';
import { chooseColumns } from '../sheet/columns.ts';
import { type Row, readRows } from '../sheet/rows.ts';
import { columnOf, findColumn, type Sheet } from '../sheet/sheet.ts';
import { orderRows } from './order.ts';
import { checkSpacing } from './spacing.ts';
import { thinRows } from './thin.ts';

/** What a chart shows of its data. */
export type ChartContent = Pick<
  Chart,
  'x' | 'y' | 'labels' | 'positions' | 'timeUnit' | 'series' | 'size'
>;

/** A line with more points than this is thinned to fewer: a slide is some 1,100 pixels wide. */
const [maxPoints, keptPoints] = [2000, 1000];
const maxCategories = 1000;

/** Reads the data of all types but those of points: a column of categories, and columns of numbers. */
export function readCategories(
  type: ChartType,
  head: ChartHead,
  sheet: Sheet,
  scales: Scales,
  report: Faults,
): ChartContent | undefined {
  const xIndex = head.x ? findColumn(head.x, sheet, report) : 0;
  const columns = chooseColumns(type, head, sheet, xIndex ?? 0, report);
  if (xIndex === undefined || !columns) return undefined;
  const { rows: all, timeUnit } = readRows(type, sheet, xIndex, columns, scales, report);
  if (scales.xScale === 'category' && !head.sort && head.scale?.x === undefined) {
    checkSpacing(type, columnOf(sheet, xIndex), sheet, report);
  }
  const rows = fitRows(orderRows(all, type, head), type, head, sheet, report);
  if (!rows) return undefined;
  const isPlaced = rows.every(({ position }) => position !== undefined);
  return {
    x: sheet.header[xIndex]?.text ?? '',
    ...(columns.length === 1 && { y: columns[0]?.name ?? '' }),
    labels: rows.map(({ label }) => label),
    ...(isPlaced && { positions: rows.map(({ position = 0 }) => position) }),
    ...(timeUnit && { timeUnit }),
    series: columns.map(({ index: _, ...column }, i) => ({
      ...column,
      values: rows.map(({ values }) => values[i] ?? null),
      highlight: false,
    })),
  };
}

/** Refuses or thins rows that are too many, and refuses a whole that is nothing. */
function fitRows(
  rows: readonly Row[],
  type: ChartType,
  head: ChartHead,
  sheet: Sheet,
  report: Faults,
): readonly Row[] | undefined {
  const span = sheet.place(0, 1);
  const isWhole = type === 'pie' || type === 'doughnut' || type === 'polarArea';
  if (isWhole && rows.every(({ values }) => !values[0])) {
    report.add('chart-data', span, 'all parts of this whole are 0');
    return undefined;
  }
  const isLine = type === 'line' || type === 'area';
  if (isLine && rows.length > maxPoints) {
    const message = `${rows.length} rows are thinned to ${keptPoints}: a slide shows no more`;
    report.add('chart-thinned', span, message, 'sum them up before, by month for instance');
    return thinRows(rows, keptPoints, namedIn(head));
  }
  if (rows.length <= (isLine ? maxPoints : maxCategories)) return rows;
  const message = `nobody can tell ${rows.length} categories apart`;
  report.add('chart-data', span, message, '"sort: desc" and "limit: 20" show the largest');
  return undefined;
}

/** The rows that the author speaks of. */
function namedIn({ highlight = [], steps = [], mark = [] }: ChartHead): (row: Row) => boolean {
  const names = new Set([...highlight, ...steps].map(({ value }) => value));
  const texts = mark.map(({ value }) => value);
  return ({ label }) => names.has(label) || texts.some((text) => text.includes(label));
}
