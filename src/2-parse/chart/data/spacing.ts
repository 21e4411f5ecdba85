import type { ChartType } from '../../../model/chart.ts';
import type { Faults } from '../errors.ts';
import type { Cell } from '../sheet/csv.ts';
import { parseDate } from '../sheet/dates.ts';
import { isNumber } from '../sheet/numbers.ts';
import { type Sheet, spanOfCell } from '../sheet/sheet.ts';

const hour = 3_600_000;

/** Warns where a line would pretend that its numbers or dates are evenly apart. */
export function checkSpacing(
  type: ChartType,
  cells: readonly Cell[],
  sheet: Sheet,
  report: Faults,
): void {
  if (type !== 'line' && type !== 'area') return;
  const places = placesOf(cells.map(({ text }) => text));
  if (!places) return;
  const gaps = places.slice(1).map((place, i) => place - (places[i] ?? 0));
  const odd = gaps.findIndex((gap) => Math.abs(gap - (gaps[0] ?? 0)) > 1e-9 * Math.abs(gap));
  const cell = cells[odd + 1];
  if (odd < 0 || !cell || gaps.some((gap) => gap <= 0)) return;
  const isDates = cells.some(({ text }) => !isNumber(text));
  const way = isDates ? '"time: true"' : '"scale: {x: linear}"';
  const message = `the gap before ${cell.text} is not as wide as the others, and is drawn as if it were`;
  const hint = `${way} draws gaps as they are; "scale: {x: category}" says that this is meant`;
  report.add('chart-uneven', spanOfCell(cell, sheet), message, hint);
}

/** Numbers as they are, dates as months where no days are said; `undefined` for other texts. */
function placesOf(texts: readonly string[]): readonly number[] | undefined {
  if (texts.every(isNumber)) return texts.map(Number);
  const moments = texts.flatMap((text) => parseDate(text) ?? []);
  if (moments.length < texts.length) return undefined;
  const isMonths = moments.every(({ unit }) => unit === 'year' || unit === 'month');
  return moments.map(({ time }) => {
    const date = new Date(time);
    return isMonths ? date.getUTCFullYear() * 12 + date.getUTCMonth() : time / hour;
  });
}
