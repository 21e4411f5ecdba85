import { type TimeRange, unitLengths } from '../../../../model/diagram/gantt.ts';
import type { DateFormat } from './date-format.ts';
import type { Words } from './statements.ts';

const { day } = unitLengths;
export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

const millisecondsIn = {
  h: unitLengths.hour,
  m: unitLengths.minute,
  s: unitLengths.second,
  ms: unitLengths.millisecond,
} as const;

/** The days on which no work is done. */
export interface Calendar {
  isExcluded(time: number): boolean;
  readonly hasExclusions: boolean;
}

/** The words after `excludes` and `includes`, in lower case. */
interface CalendarWords {
  readonly excludes: readonly Words[];
  readonly includes: readonly Words[];
  /** The first day of a weekend: `friday` or `saturday`. */
  readonly weekend: string;
}

/** @param refuse takes words that are neither dates nor days of the week */
export function readCalendar(
  { excludes, includes, weekend }: CalendarWords,
  format: DateFormat,
  refuse: (word: Words) => void,
): Calendar {
  const days = new Set<number>();
  const dates = new Set<number>();
  const included = new Set<number>();
  const addDate = (word: Words, to: Set<number>) => {
    const time = format.read(word.text) ?? isoDate(word.text);
    if (time === undefined) refuse(word);
    else to.add(dayOf(time));
  };
  for (const word of excludes) {
    const weekday = weekdays.findIndex((each) => each === word.text);
    if (word.text === 'weekends') for (const each of weekendFrom(weekend)) days.add(each);
    else if (weekday >= 0) days.add(weekday);
    else addDate(word, dates);
  }
  for (const word of includes) addDate(word, included);
  return {
    hasExclusions: days.size > 0 || dates.size > 0,
    isExcluded: (time) => {
      const own = dayOf(time);
      return !included.has(own) && (days.has(weekdayOf(own)) || dates.has(own));
    },
  };
}

function weekendFrom(name: string): readonly number[] {
  return name === 'friday' ? [5, 6] : [6, 0];
}

function dayOf(time: number): number {
  return Math.floor(time / day);
}

/** 1970 began with a Thursday. */
function weekdayOf(own: number): number {
  return (((own + 4) % 7) + 7) % 7;
}

function isoDate(word: string): number | undefined {
  const time = /^\d{4}-\d\d-\d\d$/.test(word) ? Date.parse(word) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** Adds a duration such as `3d`; `undefined` for another text. As in Mermaid, days and weeks are whole days. */
export function addDuration(time: number, duration: string): number | undefined {
  const [, digits = '', unit] = /^(\d+(?:\.\d+)?)([Mdhmswy]|ms)$/.exec(duration) ?? [];
  const count = Number(digits);
  switch (unit) {
    case 'M':
      return addMonths(time, Math.trunc(count));
    case 'y':
      return addMonths(time, Math.trunc(count) * 12);
    case 'w':
      return time + Math.round(count * 7) * day;
    case 'd':
      return time + Math.round(count) * day;
    case 'h':
    case 'm':
    case 's':
    case 'ms':
      return time + count * millisecondsIn[unit];
    default:
      return undefined;
  }
}

/** A month after January 31 is the last day of February. */
function addMonths(time: number, count: number): number {
  const date = new Date(time);
  const target = new Date(time);
  target.setUTCDate(1);
  target.setUTCMonth(target.getUTCMonth() + count);
  const end = new Date(target);
  end.setUTCMonth(end.getUTCMonth() + 1, 0);
  return target.setUTCDate(Math.min(date.getUTCDate(), end.getUTCDate()));
}

/** Years have four digits. */
export const lastTime = Date.UTC(10_000, 0, 1);

/** After this many excluded days in a row, there is no other day. */
const maxExcluded = 10_000;

/**
 * Extends a task by the days in it that are excluded.
 *
 * @returns its end, and where its bar ends; `undefined` if all days are excluded
 */
export function extend(
  start: number,
  end: number,
  { isExcluded }: Calendar,
): { readonly end: number; readonly shownEnd: number } | undefined {
  let last = end;
  let shownEnd = end;
  let excluded = 0;
  for (let time = start + day; time <= last && last < lastTime; time += day) {
    if (excluded === 0) shownEnd = last;
    excluded = isExcluded(time) ? excluded + 1 : 0;
    if (excluded === 0) continue;
    last += day;
    if (excluded > maxExcluded) return undefined;
  }
  return { end: last, shownEnd };
}

/** Nobody sees single days in a chart of more days. */
const maxShownDays = 1500;

/** The days of a range that are excluded. */
export function excludedIn(
  { start, end }: TimeRange,
  { hasExclusions, isExcluded }: Calendar,
): readonly TimeRange[] {
  if (!hasExclusions || end - start > maxShownDays * day) return [];
  const ranges: TimeRange[] = [];
  for (let time = dayOf(start) * day; time < end; time += day) {
    if (!isExcluded(time)) continue;
    const own = { start: Math.max(start, time), end: Math.min(end, time + day) };
    const last = ranges.at(-1);
    if (last?.end === own.start) ranges[ranges.length - 1] = { start: last.start, end: own.end };
    else ranges.push(own);
  }
  return ranges;
}
