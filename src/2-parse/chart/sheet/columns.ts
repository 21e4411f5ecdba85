import type { ChartSeries, ChartType } from '../../../model/chart.ts';
import type { Located } from '../../../model/source.ts';
import type { Faults } from '../errors.ts';
import type { ChartHead } from '../keys.ts';
import { isNumber, looksLikeNumber } from './numbers.ts';
import { columnOf, findColumn, type Sheet, spanOfCell } from './sheet.ts';

/** A column of numbers, and how the chart draws it. */
export type SeriesColumn = Pick<ChartSeries, 'name' | 'as' | 'axis' | 'stepped'> & {
  readonly index: number;
};

/** Types that show one column: parts of one whole. */
const single: readonly ChartType[] = ['pie', 'doughnut', 'polarArea'];

/**
 * The columns that a chart of categories draws: those that `y`, `line` and `right` name, or by
 * default all that hold numbers.
 *
 * @param xIndex the column of categories
 * @returns `undefined` where there is none; the report says why
 */
export function chooseColumns(
  type: ChartType,
  head: ChartHead,
  sheet: Sheet,
  xIndex: number,
  report: Faults,
): readonly SeriesColumn[] | undefined {
  const find = (names: readonly Located<string>[]) =>
    names.map((name) => findNumbers(name, sheet, report));
  const [line, right] = [find(head.line ?? []), find(head.right ?? [])];
  const stepped = Array.isArray(head.stepped) ? find(head.stepped) : [];
  const chosen = head.y
    ? [...find(head.y), ...line, ...right]
    : numericColumns(sheet).filter((index) => index !== xIndex);
  if ([...chosen, ...line, ...right, ...stepped].includes(undefined)) return undefined;
  const columns = [...new Set(chosen)].flatMap((index) => index ?? []);
  if (columns.length === 0) {
    report.add('chart-data', sheet.place(0, 1), 'no column holds numbers');
    return undefined;
  }
  if (single.includes(type) && columns.length > 1) {
    reportSeveral(type, columns, head, sheet, report);
    return undefined;
  }
  reportNameless(columns, sheet, report);
  return columns.map((index) => ({
    index,
    name: sheet.header[index]?.text ?? '',
    axis: right.includes(index) ? 'right' : 'left',
    stepped: head.stepped === true || stepped.includes(index),
    ...(isGrown(type) && { as: line.includes(index) ? 'line' : type }),
  }));
}

function isGrown(type: ChartType): type is 'bar' | 'line' | 'area' {
  return type === 'bar' || type === 'line' || type === 'area';
}

/** The columns in which some cell holds a number, or what somebody took for one. */
export function numericColumns(sheet: Sheet): readonly number[] {
  return [...sheet.header.keys()].filter((index) =>
    sheet.rows.some((row) => looksLikeNumber(row[index]?.text ?? '')),
  );
}

/** The index of a column that the author names and that holds numbers. */
export function findNumbers(
  name: Located<string>,
  sheet: Sheet,
  report: Faults,
): number | undefined {
  const index = findColumn(name, sheet, report);
  if (index === undefined) return undefined;
  if (columnOf(sheet, index).some(({ text }) => looksLikeNumber(text))) return index;
  report.add('chart-column', name.span, `the column "${name.value}" holds no numbers`);
  return undefined;
}

function reportSeveral(
  type: ChartType,
  columns: readonly number[],
  head: ChartHead,
  sheet: Sheet,
  report: Faults,
): void {
  const second = sheet.header[columns[1] ?? 0] ?? { text: '', start: 0, length: 1 };
  const span = head.y?.[1]?.span ?? spanOfCell(second, sheet);
  const message = `a ${type} chart shows one column of numbers, and here are ${columns.length}`;
  const names = columns.map((index) => sheet.header[index]?.text ?? '');
  report.add('chart-column', span, message, `name one with "y:", such as "y: ${names[0]}"`);
}

function reportNameless(columns: readonly number[], sheet: Sheet, report: Faults): void {
  for (const index of columns) {
    const cell = sheet.header[index];
    if (cell && cell.text === '') {
      report.add('chart-data', spanOfCell(cell, sheet), 'this column of numbers has no heading');
    } else if (cell && isNumber(cell.text) && sheet.header.every(({ text }) => isNumber(text))) {
      const hint = 'the first line holds the headings';
      report.add('chart-data', spanOfCell(cell, sheet), 'a number where a heading belongs', hint);
    }
  }
}
