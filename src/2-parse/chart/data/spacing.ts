import type { ChartType } from '../../../model/chart.ts';
import type { ChartReport } from '../chart-report.ts';
import { readDateColumn } from '../notation/date-column.ts';
import type { Cell } from '../sheet/csv.ts';
import { dateText } from '../sheet/dates.ts';
import { isNumber } from '../sheet/numbers.ts';
import { columnOf, type Sheet, spanOfCell } from '../sheet/sheet.ts';

const hour = 3_600_000;

/** Warns if a line chart draws unevenly spaced numbers or dates at equal distances. */
export function checkSpacing(
  type: ChartType,
  index: number,
  sheet: Sheet,
  report: ChartReport,
): void {
  if (type !== 'line' && type !== 'area') return;
  const cells = columnOf(sheet, index);
  const positions = positionsOf(cells, index, sheet);
  if (!positions) return;
  const gaps = positions.slice(1).map((position, i) => position - (positions[i] ?? 0));
  const odd = gaps.findIndex((gap) => Math.abs(gap - (gaps[0] ?? 0)) > 1e-9 * Math.abs(gap));
  const cell = cells[odd + 1];
  if (odd < 0 || !cell || gaps.some((gap) => gap <= 0)) return;
  const isDates = !sheet.numbers[index]?.plain.every((plain) => plain && isNumber(plain));
  const setting = isDates ? '"time: true"' : '"scale: {x: linear}"';
  const message = `the gap before ${cell.text} differs from the others, but is drawn as wide as they are`;
  const hint = `use ${setting} to draw it to scale, or "scale: {x: category}" if equal gaps are intended`;
  report.add('chart-uneven', spanOfCell(cell, sheet), message, hint);
}

/**
 * Numbers, or dates in hours, or in months if all are on the same day of a month or at its end; `undefined` for
 * other texts.
 */
function positionsOf(
  cells: readonly Cell[],
  index: number,
  sheet: Sheet,
): readonly number[] | undefined {
  const { plain, ambiguous } = sheet.numbers[index] ?? { plain: [] };
  const numbers = plain.flatMap((text) => (text && isNumber(text) ? [Number(text)] : []));
  if (numbers.length === cells.length) return ambiguous ? undefined : numbers;
  const read = readDateColumn(cells.map(dateText), sheet.dates);
  const dates = read.dates.flatMap((date) => date ?? []);
  if (dates.length < cells.length || read.ambiguous) return undefined;
  const isMonths = areMonthly(dates.map(({ time }) => time));
  return dates.map(({ time }) => {
    const date = new Date(time);
    return isMonths ? date.getUTCFullYear() * 12 + date.getUTCMonth() : time / hour;
  });
}

function areMonthly(times: readonly number[]): boolean {
  const day = 24 * hour;
  const dayOf = (time: number): number => new Date(time).getUTCDate();
  const [first = 0] = times;
  const areSameTime = times.every((time) => (time - first) % day === 0);
  const areSameDay = times.every((time) => dayOf(time) === dayOf(first));
  return areSameTime && (areSameDay || times.every((time) => dayOf(time + day) === 1));
}
