import type { ChartSpec } from '../../../model/chart.ts';
import type { ChartReport } from '../chart-report.ts';
import type { Cell } from './csv.ts';
import { type Sheet, spanOfCell } from './sheet.ts';

export type TimeUnit = NonNullable<ChartSpec['timeUnit']>;

export interface ParsedDate {
  /** Milliseconds since 1970, in UTC. */
  readonly time: number;
  /** The precision in which the date is written. */
  readonly unit: TimeUnit;
}

const units: readonly TimeUnit[] = ['year', 'month', 'day', 'minute'];

const isoDate =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:Z|([+-])(\d{2}):?(\d{2}))?)?)?)?$/;

/** Parses an ISO 8601 date: `2019`, `2019-04`, `2019-04-01`, `2019-04-01T12:30`; by default in UTC. */
export function parseDate(text: string): ParsedDate | undefined {
  const match = isoDate.exec(text);
  if (!match) return undefined;
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0'] = match;
  const time = Date.UTC(+(year ?? 0), +month - 1, +day, +hour, +minute, +second);
  const date = new Date(time);
  // Date.UTC turns February 30 into a day in March.
  const isDay = date.toISOString().startsWith([year, pad(month), pad(day)].join('-'));
  if (!isDay || +minute > 59 || +second > 59) return undefined;
  const [sign, zoneHours = '0', zoneMinutes = '0'] = match.slice(7);
  const zone = (sign === '-' ? -1 : 1) * (+zoneHours * 60 + +zoneMinutes) * 60_000;
  const written = [match[1], match[2], match[3], match[4]].filter((part) => part !== undefined);
  return { time: time - zone, unit: units[written.length - 1] ?? 'day' };
}

/** The date of a cell; reports other texts. */
export function readDate(cell: Cell, sheet: Sheet, report: ChartReport): ParsedDate | undefined {
  const date = parseDate(cell.text);
  if (date) return date;
  const meant = guessDate(cell.text);
  const hint = meant ? `did you mean ${meant}?` : 'write 2019, 2019-04 or 2019-04-30';
  report.add('chart-date', spanOfCell(cell, sheet), `"${cell.text}" is not a date`, hint);
  return undefined;
}

/** The finest unit of some dates. */
export function finestUnit(dates: readonly ParsedDate[]): TimeUnit {
  const finest = Math.max(0, ...dates.map(({ unit }) => units.indexOf(unit)));
  return units[finest] ?? 'day';
}

/** The ISO form of a date, unless it is ambiguous: `30.4.2019` and `4/30/2019`, but not `4/5/2019`. */
function guessDate(text: string): string | undefined {
  const [, a = '', mark, b = '', year] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (mark === undefined) return undefined;
  const isDayFirst = mark === '.' || +a > 12;
  if (!isDayFirst && +b <= 12) return undefined;
  const [day, month] = isDayFirst ? [a, b] : [b, a];
  const iso = [year, pad(month), pad(day)].join('-');
  return parseDate(iso) && iso;
}

function pad(number: string): string {
  return number.padStart(2, '0');
}
