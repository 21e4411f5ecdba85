import { unitLengths } from '../../../model/diagram/gantt.ts';

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const { day } = unitLengths;

/** Writes a time in the notation of `strftime`, as d3-time-format has it. The names are English. */
export function formatTime(format: string, time: number): string {
  const date = new Date(time);
  return format.replace(/%([-_0]?)([a-zA-Z%])/g, (whole, padding: string, directive: string) => {
    const value = fieldOf(directive, date);
    if (value === undefined) return whole;
    if (typeof value === 'string') return value;
    const [number, width, fill = '0'] = value;
    if (padding === '-') return String(number);
    return String(number).padStart(width, padding === '_' ? ' ' : padding || fill);
  });
}

type Value = string | readonly [number: number, width: number, fill?: string] | undefined;

function fieldOf(directive: string, date: Date): Value {
  return valueOfDate(directive, date) ?? valueOfTime(directive, date) ?? joined(directive, date);
}

function valueOfDate(directive: string, date: Date): Value {
  const [year, month, weekday] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDay()];
  switch (directive) {
    case 'a':
      return days[weekday]?.slice(0, 3);
    case 'A':
      return days[weekday];
    case 'b':
      return months[month]?.slice(0, 3);
    case 'B':
      return months[month];
    case 'd':
      return [date.getUTCDate(), 2];
    case 'e':
      return [date.getUTCDate(), 2, ' '];
    case 'j':
      return [dayOfYear(date) + 1, 3];
    case 'm':
      return [month + 1, 2];
    case 'q':
      return [Math.floor(month / 3) + 1, 1];
    case 'u':
      return [weekday || 7, 1];
    case 'w':
      return [weekday, 1];
    case 'U':
      return [Math.floor((dayOfYear(date) + 7 - weekday) / 7), 2];
    case 'W':
      return [Math.floor((dayOfYear(date) + 7 - ((weekday + 6) % 7)) / 7), 2];
    case 'V':
      return [isoWeek(date), 2];
    case 'y':
      return [year % 100, 2];
    case 'Y':
      return [year, 4];
    default:
      return undefined;
  }
}

function valueOfTime(directive: string, date: Date): Value {
  const hour = date.getUTCHours();
  switch (directive) {
    case 'H':
      return [hour, 2];
    case 'I':
      return [hour % 12 || 12, 2];
    case 'M':
      return [date.getUTCMinutes(), 2];
    case 'S':
      return [date.getUTCSeconds(), 2];
    case 'L':
      return [date.getUTCMilliseconds(), 3];
    case 'f':
      return [date.getUTCMilliseconds() * 1000, 6];
    case 'p':
      return hour < 12 ? 'AM' : 'PM';
    case 'Q':
      return String(date.getTime());
    case 's':
      return String(Math.floor(date.getTime() / 1000));
    case 'Z':
      return '+0000';
    case '%':
      return '%';
    default:
      return undefined;
  }
}

function joined(directive: string, date: Date): string | undefined {
  const format = { c: '%-m/%-d/%Y, %-I:%M:%S %p', x: '%-m/%-d/%Y', X: '%-I:%M:%S %p' };
  const own = new Map(Object.entries(format)).get(directive);
  return own === undefined ? undefined : formatTime(own, date.getTime());
}

/** From 0. */
function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - new Date(date).setUTCMonth(0, 1)) / day);
}

/** The first week of a year is that with its first Thursday. */
function isoWeek(date: Date): number {
  const weekday = (date.getUTCDay() + 6) % 7;
  const thursday = new Date(date.getTime() + (3 - weekday) * day);
  return Math.floor(dayOfYear(thursday) / 7) + 1;
}
