import type { ChartSpec } from '../../../model/chart.ts';
import { monthOf } from './month-names.ts';

export type TimeUnit = NonNullable<ChartSpec['timeUnit']>;

export interface ParsedDate {
  /** Milliseconds since 1970, in UTC. */
  readonly time: number;
  /** The precision in which the date is written. */
  readonly unit: TimeUnit;
}

/** The order of day, month and year in dates of three numbers. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

const clock =
  '(?:[T ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?(?: ?([ap])\\.?m\\.?)?(Z|[+-]\\d{2}:?\\d{2})?)?';
const numeric = new RegExp(`^(\\d{1,4})([./-])(\\d{1,2})\\2(\\d{1,4})\\.?${clock}$`, 'i');

/** Reads `04/05/2019` and the like in a given order. */
export function parseNumericDate(text: string, order: DateOrder): ParsedDate | undefined {
  const match = numeric.exec(text);
  if (!match) return undefined;
  const [, a = '', , b = '', c = ''] = match;
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  const isShort = year.length === 2;
  if (!(year.length === 4 || isShort) || month.length > 2 || day.length > 2) return undefined;
  return dateOf(fullYear(year), +month, +day, match.slice(5));
}

export function isNumericDate(text: string): boolean {
  return numeric.test(text);
}

/** As Excel has it: 00 to 29 are in this century. */
function fullYear(year: string): number {
  return year.length === 2 ? +year + (+year < 30 ? 2000 : 1900) : +year;
}

type Form = readonly [pattern: RegExp, read: (parts: readonly string[]) => ParsedDate | undefined];

const year = "(?:FY|CY|GJ)? ?(\\d{4}|['’]?\\d{2})";
const quarter = '(?:Q|T|K|кв|Kv|Quartal|Quarter|trimestre|trim)';
const half = '(?:HY|HJ|H|S|Halbjahr|Half|semestre|semester)';
const week = '(?:W|KW|CW|WK|Week|Woche)';
/** What stands between a year and a part of it. */
const gap = '[ ./-]*';

/** Notations with a single reading. */
const forms: readonly Form[] = [
  [/^(\d{4})$/, ([y = '']) => dateOf(+y)],
  [/^(\d{4})(\d{2})(\d{2})$/, ([y = '', m = '', d = '']) => dateOf(+y, +m, +d)],
  [/^(\d{1,2})[:h](\d{2})(?::(\d{2}))?(?: ?([aApP])\.?[mM]\.?| ?Uhr| ?h)?$/, clockOf],
  [/^(\d{1,2})()()(?: ?([aApP])\.?[mM]\.?| ?Uhr| ?h)$/, clockOf],
  [/^(\d{4})[-/.](\d{1,2})$/, ([y = '', m = '']) => dateOf(+y, +m)],
  [/^(\d{1,2})[-/.](\d{4})$/, ([m = '', y = '']) => dateOf(+y, +m)],
  [
    new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${clock}$`, 'i'),
    ([y, m, d, ...time]) => dateOf(+(y ?? 0), +(m ?? 0), +(d ?? 0), time),
  ],
  [
    /^(\d{4})(?:年|년)\s*(\d{1,2})(?:月|월)(?:\s*(\d{1,2})(?:日|일))?$/,
    ([y = '', m = '', d]) => dateOf(+y, +m, d ? +d : undefined),
  ],
  [/^(\d{4})年$/, ([y = '']) => dateOf(+y)],
  // Parts of a year, before and after it: quarters, halves, weeks and, as of statistical offices, months.
  ...partForms(quarter, '[1-4]', quarterOf),
  [/^([1-4])(?:Q|T)(\d{2}|\d{4})$/i, ([q = '', y = '']) => quarterOf(y, q)],
  ...partForms(half, '[12]', halfOf),
  [/^([12])H[ -]?(\d{2}|\d{4})$/i, ([h = '', y = '']) => halfOf(y, h)],
  ...partForms(week, '\\d{1,2}', weekOf),
  [/^(\d{4})-?W(\d{2})-?([1-7])$/i, ([y = '', w = '', d = '']) => weekOf(y, w, d)],
  [/^(\d{4})[ -]?M(\d{1,2})$/i, ([y = '', m = '']) => dateOf(+y, +m)],
  // Years of accounts, and estimates.
  [/^(?:FY|CY|GJ) ?(\d{4}|['’]?\d{2})$/i, ([y = '']) => dateOf(yearOf(y))],
  [/^(?:FY|GJ) ?(\d{4}|\d{2})[-/](\d{2}|\d{4})$/i, ([y = '', next = '']) => seasonOf(y, next)],
  [/^(\d{4})[-/](\d{2}|\d{4})$/, ([y = '', next = '']) => seasonOf(y, next)],
  [/^(\d{4})[AEFP]$/, ([y = '']) => dateOf(+y)],
  [/^([^\d\s.,/'’-]+)\.?[ /-]?(\d{4}|['’]?\d{2})$/u, ([name = '', y = '']) => namedDate(y, name)],
  [/^(\d{4})[ -]([^\d\s.,]+)\.?$/u, ([y = '', name = '']) => namedDate(y, name)],
  [
    new RegExp(
      `^(\\d{1,2})(?:\\.|er|º|st|nd|rd|th)?[ -](?:de )?([^\\d\\s.,-]+)\\.?,?[ -](?:de )?(\\d{4}|\\d{2})${clock}$`,
      'iu',
    ),
    ([d = '', name = '', y = '', ...time]) => namedDate(y, name, +d, time),
  ],
  [
    new RegExp(`^([^\\d\\s.,]+)\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${clock}$`, 'iu'),
    ([name = '', d = '', y = '', ...time]) => namedDate(y, name, +d, time),
  ],
];

/** Parses a date with a single reading: `2019`, `2019-04-01T12:30`, `April 2019`, `Q1 2025`, `31. Jan 2025`. */
export function parseDate(text: string): ParsedDate | undefined {
  for (const [pattern, read] of forms) {
    const match = pattern.exec(text);
    const date = match && read(match.slice(1));
    if (date) return date;
  }
  return undefined;
}

function namedDate(
  yearText: string,
  name: string,
  day?: number,
  time: readonly (string | undefined)[] = [],
): ParsedDate | undefined {
  const month = monthOf(name);
  return month === undefined ? undefined : dateOf(yearOf(yearText), month, day, time);
}

function yearOf(text: string): number {
  return fullYear(text.replace(/\D/g, ''));
}

type ReadPart = (yearText: string, number: string) => ParsedDate | undefined;

/** `Q1 2025`, `1. Quartal 2025` and `2025-Q1`. */
function partForms(name: string, number: string, read: ReadPart): readonly Form[] {
  const ordinal = '\\.? ?(?:º|er|e|ème|st|nd|rd|th)? ?';
  return [
    [new RegExp(`^${name}\\.? ?(${number})${gap}${year}$`, 'iu'), ([n = '', y = '']) => read(y, n)],
    [
      new RegExp(`^(${number})${ordinal}${name}\\.?${gap}${year}$`, 'iu'),
      ([n = '', y = '']) => read(y, n),
    ],
    [new RegExp(`^${year}${gap}${name}\\.? ?(${number})$`, 'iu'), ([y = '', n = '']) => read(y, n)],
  ];
}

function quarterOf(yearText: string, number: string): ParsedDate | undefined {
  const date = dateOf(yearOf(yearText), 3 * +number - 2);
  return date && { ...date, unit: 'quarter' };
}

function halfOf(yearText: string, number: string): ParsedDate | undefined {
  const date = dateOf(yearOf(yearText), 6 * +number - 5);
  return date && { ...date, unit: 'half' };
}

/** The Monday of a week, or a day of it, as ISO 8601 counts them: the first week contains January 4. */
function weekOf(yearText: string, number: string, dayOfWeek?: string): ParsedDate | undefined {
  const day = 86_400_000;
  const first = dateOf(yearOf(yearText), 1, 4);
  if (!first || +number < 1 || +number > 53) return undefined;
  const monday = first.time - ((new Date(first.time).getUTCDay() + 6) % 7) * day;
  const time = monday + (7 * (+number - 1) + +(dayOfWeek ?? 1) - 1) * day;
  return { time, unit: dayOfWeek === undefined ? 'week' : 'day' };
}

/** Two years in a row, such as those of schools and sports: `2024/25`. */
function seasonOf(first: string, second: string): ParsedDate | undefined {
  const start = yearOf(first);
  const end = second.length === 2 ? yearOf(second) : +second;
  return end === start + 1 ? dateOf(start) : undefined;
}

/** Reads `2011/12` as two years, and not as a month. */
export function parseSeason(text: string): ParsedDate | undefined {
  const [, first = '', second = ''] = /^(\d{4})[-/](\d{2})$/.exec(text) ?? [];
  return seasonOf(first, second);
}

/** Whether a text is like `Jan 25`, in which the number can be a year or a day. */
export function isMonthAndNumber(text: string): boolean {
  const name = /^([^\d\s.,/'’-]+)\.?[ /-]?\d{2}$/u.exec(text)?.[1];
  return name !== undefined && monthOf(name) !== undefined;
}

/** The time of a day, which has no date: `08:00`, `8:30 pm`, `8h30`, `8 Uhr`. */
function clockOf([hour, minute, second, half]: readonly (string | undefined)[]):
  | ParsedDate
  | undefined {
  const date = dateOf(1970, 1, 1, [hour, minute || '0', second || '0', half]);
  return date && { time: date.time, unit: 'clock' };
}

/** @param clockParts hour, minute, second, `a` or `p`, and the zone */
function dateOf(
  yearNumber: number,
  month?: number,
  day?: number,
  [hour, minute = '0', second = '0', half, zone]: readonly (string | undefined)[] = [],
): ParsedDate | undefined {
  const hours =
    half === undefined ? +(hour ?? 0) : (+(hour ?? 0) % 12) + (/p/i.test(half) ? 12 : 0);
  if (hours > 24 || +minute > 59 || +second > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(yearNumber, (month ?? 1) - 1, day ?? 1);
  // February 30 would be a day in March.
  const isDay = date.getUTCMonth() + 1 === (month ?? 1) && date.getUTCDate() === (day ?? 1);
  if (!isDay) return undefined;
  const time = date.getTime() + ((hours * 60 + +minute) * 60 + +second) * 1000 - offsetOf(zone);
  const unit = hour !== undefined ? 'minute' : day ? 'day' : month ? 'month' : 'year';
  return { time, unit };
}

function offsetOf(zone: string | undefined): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (+hours * 60 + +minutes) * 60_000;
}
