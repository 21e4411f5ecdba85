import { ownValue } from '../../../../base/own-value.ts';
import { escapePattern } from '../../../../base/text/escape-pattern.ts';
import { unitLengths } from '../../../../model/diagram/gantt.ts';

/** How a chart writes its dates, after `dateFormat`. */
export interface DateFormat {
  /** As the author wrote it. */
  readonly pattern: string;
  /** @returns milliseconds since 1970; `undefined` if the text is not a date in this format */
  read(text: string): number | undefined;
  /** Whether it has days, months or years, and not only the time of a day. */
  readonly hasDates: boolean;
  readonly hasYears: boolean;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNames =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** The year of dates without one; it begins with a Monday. */
export const defaultYear = 2001;

type Field =
  | 'year'
  | 'quarter'
  | 'month'
  | 'day'
  | 'dayOfYear'
  | 'hour'
  | 'minute'
  | 'second'
  | 'millisecond'
  | 'zone'
  | 'half'
  | 'epoch'
  | 'none';

interface Token {
  readonly field: Field;
  readonly pattern: string;
  readonly read: (text: string) => number;
}

const digits = (field: Field, pattern: string, scale = 1): Token => ({
  field,
  pattern,
  read: (text) => Number.parseFloat(text) * scale,
});
const month: Token = {
  field: 'month',
  pattern: monthNames,
  read: (text) => months.indexOf(text.slice(0, 3).toLowerCase()) + 1,
};
const half: Token = {
  field: 'half',
  pattern: '[ap]m',
  read: (text) => (/^p/i.test(text) ? 12 : 0),
};
const zone: Token = { field: 'zone', pattern: 'z|[+-]\\d\\d:?\\d\\d', read: readZone };
const two = '\\d\\d?';

/** https://day.js.org/docs/en/parse/string-format/ */
const tokens: Readonly<Record<string, Token>> = {
  YYYY: digits('year', '\\d{4}'),
  YY: {
    field: 'year',
    pattern: '\\d\\d',
    read: (text) => Number(text) + (Number(text) > 68 ? 1900 : 2000),
  },
  Y: digits('year', '\\d{1,4}'),
  Q: digits('quarter', '[1-4]'),
  MMMM: month,
  MMM: month,
  MM: digits('month', two),
  M: digits('month', two),
  DDDD: digits('dayOfYear', '\\d{1,3}'),
  DDD: digits('dayOfYear', '\\d{1,3}'),
  Do: digits('day', '\\d\\d?(?:st|nd|rd|th)'),
  DD: digits('day', two),
  D: digits('day', two),
  ww: digits('none', two),
  w: digits('none', two),
  HH: digits('hour', two),
  H: digits('hour', two),
  hh: digits('hour', two),
  h: digits('hour', two),
  mm: digits('minute', two),
  m: digits('minute', two),
  ss: digits('second', two),
  s: digits('second', two),
  SSS: digits('millisecond', '\\d{3}'),
  SS: digits('millisecond', '\\d\\d', 10),
  S: digits('millisecond', '\\d', 100),
  A: half,
  a: half,
  ZZ: zone,
  Z: zone,
  X: digits('epoch', '\\d+(?:\\.\\d+)?', 1000),
  x: digits('epoch', '\\d+'),
};

const parts =
  /\[[^\]]*\]|YYYY|YY?|Q|M{1,4}|DDDD?|Do|DD?|ww?|HH?|hh?|mm?|ss?|S{1,3}|A|a|ZZ?|X|x|\s+|./g;

/** Reads the pattern of a `dateFormat`. */
export function readDateFormat(pattern: string): DateFormat {
  const fields: Token[] = [];
  const source = (pattern.match(parts) ?? []).map((part) => {
    const token = ownValue(tokens, part);
    if (token) {
      fields.push(token);
      return `(${token.pattern})`;
    }
    if (part.trim() === '') return '\\s+';
    const literal = /^\[(.*)\]$/.exec(part)?.[1] ?? part;
    return escapePattern(literal);
  });
  const whole = new RegExp(`^${source.join('')}$`, 'i');
  const has = (...names: readonly Field[]) => fields.some(({ field }) => names.includes(field));
  return {
    pattern,
    read: (text) => {
      const match = whole.exec(text.trim());
      if (!match) return undefined;
      const values = fields.map(({ field, read }, i) => [field, read(match[i + 1] ?? '')] as const);
      return timeOf(Object.fromEntries(values));
    },
    hasDates: has('year', 'quarter', 'month', 'day', 'dayOfYear', 'epoch'),
    hasYears: has('year', 'epoch'),
  };
}

type Fields = Partial<Readonly<Record<Field, number>>>;

/** @returns `undefined` for a date that does not exist, such as February 30 */
function timeOf(fields: Fields): number | undefined {
  if (fields.epoch !== undefined) return fields.epoch;
  const { year = defaultYear, quarter = 1, dayOfYear, day = 1, zone: offset = 0 } = fields;
  const monthOfYear = fields.month ?? (quarter - 1) * 3 + 1;
  const { minute = 0, second = 0, millisecond = 0 } = fields;
  const hour = hourOf(fields);
  if (hour > 24 || minute > 59 || second > 59 || (dayOfYear ?? 1) > 366) return undefined;
  const clock = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond - offset * 60_000;
  if (dayOfYear !== undefined)
    return dateOf(year, 1, 1) + (dayOfYear - 1) * unitLengths.day + clock;
  const date = dateOf(year, monthOfYear, day);
  const read = new Date(date);
  const exists = read.getUTCMonth() + 1 === monthOfYear && read.getUTCDate() === day;
  return exists ? date + clock : undefined;
}

function hourOf({ hour = 0, half: own }: Fields): number {
  return own === undefined ? hour : (hour % 12) + own;
}

/** Unlike `Date.UTC`, with years before 100. */
function dateOf(year: number, monthOfYear: number, day: number): number {
  return new Date(0).setUTCFullYear(year, monthOfYear - 1, day);
}

/** In minutes. */
function readZone(text: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(text) ?? [];
  if (sign === undefined) return 0;
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

/** Dates that Mermaid reads whatever the format is. */
const usual = [
  'YYYY-M-D',
  'YYYY/M/D',
  'YYYY-M',
  'YYYY',
  'M/D/YYYY',
  'M-D-YYYY',
  'M/D/YY',
  'M-D-YY',
  'MMM D YYYY',
  'MMM D, YYYY',
  'D MMM YYYY',
].flatMap((date) =>
  ['', ' H:m', ' H:m:s', '[T]H:m', '[T]H:m:s', '[T]H:m:s.SSS'].map((time) => date + time),
);

let usualFormats: readonly DateFormat[] | undefined;

/** Reads a date that is not in the format of its chart, such as `2024/01/31`. */
export function readUsualDate(text: string): number | undefined {
  usualFormats ??= usual.flatMap((each) => [each, `${each}Z`]).map(readDateFormat);
  for (const { read } of usualFormats) {
    const time = read(text);
    if (time !== undefined) return time;
  }
  return undefined;
}
