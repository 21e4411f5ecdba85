import type { ChartReport } from '../chart-report.ts';
import { readDateColumn } from '../notation/date-column.ts';
import type { DateOrder, ParsedDate, TimeUnit } from '../notation/date-notation.ts';
import type { Cell } from './csv.ts';
import { type Sheet, spanOfCell } from './sheet.ts';

/** From the coarsest to the finest. */
const units: readonly TimeUnit[] = [
  ...(['year', 'half', 'quarter', 'month', 'week', 'day', 'minute'] as const),
  'clock',
];

/** The dates of a column; null for gaps and, which are reported, other texts. */
export function readDates(
  cells: readonly Cell[],
  sheet: Sheet,
  report: ChartReport,
): readonly (ParsedDate | null)[] {
  const { dates, ambiguous } = readDateColumn(cells.map(dateText), sheet.dates);
  const doubtful = ambiguous && cells[ambiguous.index];
  if (doubtful) reportAmbiguous(doubtful, ambiguous.orders, sheet, report);
  return dates.map((date, i) => {
    const cell = cells[i];
    if (date === undefined && cell) {
      const hint = /^\p{L}+\W*\d{1,2}$/u.test(cell.text)
        ? 'write the year, too, in four digits: 2019-04-30, 30 Apr 2019 or Apr 2019'
        : 'write 2019, 2019-04 or 2019-04-30, or 30.4.2019, Apr 2019 or Q2 2019';
      const message = `"${cell.text}" is not a date`;
      report.add('chart-date', spanOfCell(cell, sheet), message, hint);
    }
    return date ?? null;
  });
}

/** The text of a cell from which its date is read. */
export function dateText({ text, plain }: Cell): string {
  return plain ?? text;
}

const patterns: Readonly<Record<DateOrder, string>> = { dmy: 'd/m/y', mdy: 'm/d/y', ymd: 'y/m/d' };

function reportAmbiguous(
  cell: Cell,
  orders: readonly DateOrder[],
  sheet: Sheet,
  report: ChartReport,
): void {
  const readings = orders.flatMap((order) => {
    const date = readDateColumn([cell.text], order).dates[0];
    return date ? [{ order, iso: new Date(date.time).toISOString().slice(0, 10) }] : [];
  });
  const message = `"${cell.text}" can be ${readings.map(({ iso }) => iso).join(' or ')}`;
  const keys = readings.map(({ order, iso }) => `"dates: ${patterns[order]}" for ${iso}`);
  report.add('data-ambiguous', spanOfCell(cell, sheet), message, `add ${keys.join(', or ')}`);
}

/** The finest unit of some dates. */
export function finestUnit(dates: readonly ParsedDate[]): TimeUnit {
  const finest = Math.max(0, ...dates.map(({ unit }) => units.indexOf(unit)));
  return units[finest] ?? 'day';
}
