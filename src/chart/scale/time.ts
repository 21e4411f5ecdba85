import type { ChartSpec } from '../../model/chart.ts';
import type { ChartStyle } from '../style.ts';
import type { Extent } from './extent.ts';

type Unit = NonNullable<ChartSpec['timeUnit']> | 'hour';

/** The distance between dates: every `every` units. */
interface TickInterval {
  readonly unit: Unit;
  readonly every: number;
}

const length: Readonly<Record<Unit, number>> = {
  clock: 60_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30.44 * 86_400_000,
  quarter: 91.31 * 86_400_000,
  half: 182.62 * 86_400_000,
  year: 365.25 * 86_400_000,
};

const tickIntervals: readonly TickInterval[] = [
  ...[1, 5, 15, 30].map((every) => ({ unit: 'minute', every }) as const),
  ...[1, 3, 6, 12].map((every) => ({ unit: 'hour', every }) as const),
  ...[1, 2, 7, 14].map((every) => ({ unit: 'day', every }) as const),
  ...[1, 2, 4].map((every) => ({ unit: 'week', every }) as const),
  ...[1, 2, 3, 6].map((every) => ({ unit: 'month', every }) as const),
  ...[1, 2].map((every) => ({ unit: 'quarter', every }) as const),
  ...[1].map((every) => ({ unit: 'half', every }) as const),
  ...[1, 2, 5, 10, 20, 25, 50, 100, 200, 500].map((every) => ({ unit: 'year', every }) as const),
];

/** A position on a time axis, in milliseconds, and the lines of its label. */
interface TimeTick {
  readonly value: number;
  readonly lines: readonly string[];
}

/**
 * Ticks at whole years, months, days or hours (in UTC), as many as fit.
 *
 * @param finest the precision of the author's dates
 * @param width the width of the axis
 */
export function timeTicks(
  extent: Extent,
  finest: ChartSpec['timeUnit'],
  lang: string,
  width: number,
  style: Pick<ChartStyle, 'measure' | 'size'>,
): readonly TimeTick[] {
  const coarsest = tickIntervals.at(-1) as TickInterval;
  const fitting = tickIntervals.find((interval) => {
    if (isPart(interval.unit) && interval.unit !== finest) return false;
    if (finest !== undefined && length[interval.unit] < length[finest]) return false;
    const count = (extent.high - extent.low) / (length[interval.unit] * interval.every) + 1;
    if (count * style.size > width) return false;
    const ticks = ticksOf(interval, extent, lang, finest);
    const tickWidth = Math.max(...ticks.flatMap(({ lines }) => lines.map(measureLine)));
    return ticks.length * (tickWidth + style.size) <= width;
  });
  function measureLine(line: string): number {
    return style.measure(line, 'normal');
  }
  return ticksOf(fitting ?? coarsest, extent, lang, finest);
}

/** Whether it is a part of a year that only dates in these parts have. */
function isPart(unit: Unit | undefined): unit is 'week' | 'quarter' | 'half' {
  return unit === 'week' || unit === 'quarter' || unit === 'half';
}

function ticksOf(
  { unit, every }: TickInterval,
  { low, high }: Extent,
  lang: string,
  finest: ChartSpec['timeUnit'],
): TimeTick[] {
  const ticks: TimeTick[] = [];
  const [fine, coarse] = tickFormatters(finest === 'clock' ? finest : unit, lang);
  let lastCoarse = '';
  for (const value of dates(unit, every, low, high)) {
    const second = coarse?.format(value) ?? '';
    const lines = [fine.format(value), ...(second !== lastCoarse ? [second] : [])];
    ticks.push({ value, lines });
    lastCoarse = second;
  }
  return ticks;
}

/** Formats of a tick's first line, and of the second line, which is shown when it changes. */
function tickFormatters(unit: Unit, lang: string): readonly [DateFormat, DateFormat?] {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC' });
  const year = format({ year: 'numeric' });
  if (unit === 'year') return [year];
  if (unit === 'week')
    return [{ format: weekOf }, { format: (date) => year.format(thursdayOf(date)) }];
  if (isPart(unit)) return [{ format: partOf(unit) }, year];
  if (unit === 'month') return [format({ month: 'short' }), year];
  const day = { month: 'short', day: 'numeric' } as const;
  if (unit === 'day') return [format(day), year];
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return unit === 'clock' ? [time] : [time, format(day)];
}

/** The part of `Intl.DateTimeFormat` that is used; it has no quarters. */
type DateFormat = Pick<Intl.DateTimeFormat, 'format'>;

/** `Q1`, `H1` */
function partOf(unit: 'quarter' | 'half'): DateFormat['format'] {
  const [letter, months] = unit === 'quarter' ? ['Q', 3] : ['H', 6];
  return (date) => `${letter}${Math.floor(new Date(date ?? 0).getUTCMonth() / months) + 1}`;
}

/** `W1`: a week belongs to the year of its Thursday. */
function weekOf(date: Date | number | undefined): string {
  const thursday = thursdayOf(date);
  const start = utc(thursday.getUTCFullYear(), 0);
  return `W${Math.floor((thursday.getTime() - start) / length.week) + 1}`;
}

function thursdayOf(date: Date | number | undefined): Date {
  const time = new Date(date ?? 0).getTime();
  return new Date(time + (3 - ((new Date(time).getUTCDay() + 6) % 7)) * length.day);
}

/** The format of a full date, with the precision of the author's dates. */
export function dateFormat(lang: string, finest: ChartSpec['timeUnit']): DateFormat {
  if (isPart(finest)) {
    const year = new Intl.DateTimeFormat(lang, { year: 'numeric', timeZone: 'UTC' });
    const part = finest === 'week' ? weekOf : partOf(finest);
    const ownYear = finest === 'week' ? thursdayOf : (date: Date | number | undefined) => date;
    return { format: (date) => `${part(date)} ${year.format(ownYear(date))}` };
  }
  const isClock = finest === 'clock';
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC' };
  if (!isClock) options.year = 'numeric';
  if (!isClock && finest !== 'year') options.month = 'long';
  if (finest === 'day' || finest === 'minute') options.day = 'numeric';
  if (isClock || finest === 'minute')
    Object.assign(options, { hour: '2-digit', minute: '2-digit' });
  return new Intl.DateTimeFormat(lang, options);
}

function* dates(unit: Unit, every: number, low: number, high: number): Generator<number> {
  const first = new Date(low);
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth()];
  for (let i = 0; ; i++) {
    const date = dateAt(unit, every, i, low, year, month);
    if (date > high) return;
    if (date >= low) yield date;
  }
}

function dateAt(
  unit: Unit,
  every: number,
  i: number,
  low: number,
  year: number,
  month: number,
): number {
  if (unit === 'year') return utc(Math.floor(year / every) * every + i * every, 0);
  if (unit === 'quarter' || unit === 'half') {
    const months = (unit === 'half' ? 6 : 3) * every;
    return utc(year, Math.floor(month / months) * months + i * months);
  }
  if (unit === 'month') return utc(year, Math.floor(month / every) * every + i * every);
  const step = length[unit] * every;
  // Weeks begin on a Monday; 1970 began on a Thursday.
  const isWeek = unit === 'week' || (unit === 'day' && every % 7 === 0);
  const start = isWeek ? -3 * length.day : 0;
  return Math.floor((low - start) / step) * step + start + i * step;
}

/** As `Date.UTC`, which maps the years 0 to 99 to 1900 to 1999. */
function utc(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}
