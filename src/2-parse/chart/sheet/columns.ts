import type { ChartSeries, ChartType } from '../../../model/chart.ts';
import type { Located } from '../../../model/source.ts';
import type { ChartReport } from '../chart-report.ts';
import type { ChartSettings } from '../keys.ts';
import { splitNumber } from '../notation/number-notation.ts';
import { isNumber, numericColumns } from './numbers.ts';
import { findColumn, type Sheet, spanOfCell } from './sheet.ts';

/** A numeric column, and how it is drawn. */
export type SeriesColumn = Pick<ChartSeries, 'name' | 'as' | 'axis' | 'stepped'> & {
  readonly index: number;
};

/** Types that show a single column. */
const singleColumnTypes: readonly ChartType[] = ['pie', 'doughnut', 'polarArea'];

/**
 * Chooses the columns of a chart with categories: those named by `y`, `line` and `right`, or by default
 * all numeric columns.
 *
 * @param xIndex the column of categories
 * @returns `undefined` if there is none, which is reported
 */
export function chooseColumns(
  type: ChartType,
  settings: ChartSettings,
  sheet: Sheet,
  xIndex: number,
  report: ChartReport,
): readonly SeriesColumn[] | undefined {
  const find = (names: readonly Located<string>[]) =>
    names.map((name) => findNumbers(name, sheet, report));
  const [line, right] = [find(settings.line ?? []), find(settings.right ?? [])];
  const stepped = Array.isArray(settings.stepped) ? find(settings.stepped) : [];
  const chosen = settings.y
    ? [...find(settings.y), ...line, ...right]
    : numericColumns(sheet).filter((index) => index !== xIndex);
  if ([...chosen, ...line, ...right, ...stepped].includes(undefined)) return undefined;
  const columns = [...new Set(chosen)].flatMap((index) => index ?? []);
  if (columns.length === 0) {
    reportNoNumbers(sheet, xIndex, report);
    return undefined;
  }
  if (singleColumnTypes.includes(type) && columns.length > 1) {
    reportSeveral(type, columns, settings, sheet, report);
    return undefined;
  }
  reportNameless(columns, sheet, report);
  if (!settings.y) warnOfHeadings(columns, sheet, report);
  return columns.map((index) => ({
    index,
    name: sheet.header[index]?.text ?? '',
    axis: right.includes(index) ? 'right' : 'left',
    stepped: settings.stepped === true || stepped.includes(index),
    ...(isBarLineOrArea(type) && { as: line.includes(index) ? 'line' : type }),
  }));
}

function isBarLineOrArea(type: ChartType): type is 'bar' | 'line' | 'area' {
  return type === 'bar' || type === 'line' || type === 'area';
}

/** The index of the numeric column with this name; otherwise reports it and returns `undefined`. */
export function findNumbers(
  name: Located<string>,
  sheet: Sheet,
  report: ChartReport,
): number | undefined {
  const index = findColumn(name, sheet, report);
  if (index === undefined) return undefined;
  if (numericColumns(sheet).includes(index)) return index;
  report.add('chart-column', name.span, `the column "${name.value}" contains no numbers`);
  return undefined;
}

function reportNoNumbers(sheet: Sheet, xIndex: number, report: ChartReport): void {
  const hasUnits = sheet.rows.some((row) =>
    row.some(({ text }) => /^\d[\d.,]* ?\p{L}/u.test(text)),
  );
  const values = sheet.rows.flatMap((row) => row.filter((_, index) => index !== xIndex));
  const marked = values.find(({ text }) => /^[^\p{L}\d]*\d[\d.,]*[^\p{L}\d]*$/u.test(text));
  const number = marked && (/\d[\d.,]*/.exec(marked.text)?.[0] ?? '');
  const example = hasUnits ? '"5", not "5 kg"; "unit:" names their unit' : undefined;
  const own = marked && `"${number}", not "${marked.text}"`;
  const shown = example ?? own;
  const hint = shown === undefined ? undefined : `write numbers alone: ${shown}`;
  const span = example || !marked ? sheet.locate(0, 1) : spanOfCell(marked, sheet);
  report.add('chart-data', span, 'no column contains numbers', hint);
}

/** Warns of a first row that looks like data: `apples,3` above `pears,2`. */
function warnOfHeadings(columns: readonly number[], sheet: Sheet, report: ChartReport): void {
  const { header } = sheet;
  const [first] = header;
  const headings = columns.map((index) => header[index]?.text ?? '');
  const areNumbers = headings.every((text) => splitNumber(text) !== undefined);
  if (!first || !areNumbers || isSequence(headings)) return;
  // All of them are an error.
  if (header.every(({ text }) => isNumber(text))) return;
  const row = header.map(({ text }) => text).join(', ');
  const message = `the first row, "${row}", is read as the headings of the columns`;
  const hint = 'if it is data, write headings above it, such as "name,value"';
  report.add('data-rows', spanOfCell(first, sheet), message, hint);
}

/** Whether numbers may name columns, as years do, and numbers at equal distances. */
function isSequence(texts: readonly string[]): boolean {
  if (texts.every((text) => /^(?:1[5-9]|2[01])\d\d$/.test(text))) return true;
  const numbers = texts.map(Number);
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0);
  return (
    numbers.length > 1 &&
    step > 0 &&
    numbers.every((number, i) => i === 0 || number - (numbers[i - 1] ?? 0) === step)
  );
}

function reportSeveral(
  type: ChartType,
  columns: readonly number[],
  settings: ChartSettings,
  sheet: Sheet,
  report: ChartReport,
): void {
  const second = sheet.header[columns[1] ?? 0] ?? { text: '', start: 0, length: 1 };
  const span = settings.y?.[1]?.span ?? spanOfCell(second, sheet);
  const message = `a ${type} chart shows one column of numbers, but there are ${columns.length}`;
  const names = columns.map((index) => sheet.header[index]?.text ?? '');
  report.add('chart-column', span, message, `choose one with "y:", for example "y: ${names[0]}"`);
}

/** Whether the column can be what is after a decimal comma: whole numbers without a sign below each other. */
function mayBeDecimals(index: number, { rows }: Sheet): boolean {
  const texts = rows.map((row) => [row[index - 1]?.text ?? '', row[index]?.text ?? ''] as const);
  return texts.every(
    ([whole, part]) => part === '' || (/^[-+]?\d+$/.test(whole) && /^\d+$/.test(part)),
  );
}

function reportNameless(columns: readonly number[], sheet: Sheet, report: ChartReport): void {
  for (const index of columns) {
    const cell = sheet.header[index];
    if (cell && cell.text === '') {
      const hint = 'put a number with a decimal comma in quotes, or divide the cells by semicolons';
      const message = 'this column of numbers has no heading';
      report.add(
        'chart-data',
        spanOfCell(cell, sheet),
        message,
        mayBeDecimals(index, sheet) ? hint : undefined,
      );
    } else if (cell && isNumber(cell.text) && sheet.header.every(({ text }) => isNumber(text))) {
      const hint = 'the first line must contain the headings';
      report.add('chart-data', spanOfCell(cell, sheet), 'expected a heading, found a number', hint);
    }
  }
}
