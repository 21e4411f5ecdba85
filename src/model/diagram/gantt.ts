/** Tasks on a time axis. Times are local times without a time zone, as if in UTC: milliseconds since 1970. Plain JSON. */
export interface GanttSpec {
  readonly kind: 'gantt';
  /** The titles of sections; empty for none. */
  readonly sections: readonly string[];
  /** At least one, in the order of the source. */
  readonly tasks: readonly GanttTask[];
  readonly axis: GanttAxis;
  /** The ranges in which no work is done, in order, without overlaps. */
  readonly excluded: readonly TimeRange[];
  /** Several tasks may share a row. */
  readonly isCompact: boolean;
  /** Whether times are dates, and not only times of a day. */
  readonly hasDates: boolean;
}

export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

export interface GanttTask extends TimeRange {
  /** The author's own, for steps. */
  readonly id?: string;
  readonly label: string;
  /** The index of its section. */
  readonly section: number;
  /** A line runs through all rows. */
  readonly mark: 'bar' | 'milestone' | 'line';
  /** Where its bar ends, before time that is excluded. */
  readonly shownEnd: number;
  readonly isActive: boolean;
  readonly isDone: boolean;
  readonly isCritical: boolean;
  /** An address with `http:`, `https:` or `mailto:`. */
  readonly link?: string;
}

export interface GanttAxis {
  /** How times are written, in the notation of `strftime`. */
  readonly format?: string;
  readonly interval?: TickInterval;
  /** The first day of a week; 0 for Sunday. */
  readonly weekday: number;
  readonly isAlsoAbove: boolean;
}

export const tickUnits = [
  'millisecond',
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
] as const;

/** The distance between ticks. */
export interface TickInterval {
  readonly count: number;
  readonly unit: (typeof tickUnits)[number];
}

/** In milliseconds; months and years have as many days as most of them. */
export const unitLengths: Readonly<Record<TickInterval['unit'], number>> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30 * 86_400_000,
  year: 365 * 86_400_000,
};

/** More lines would be a gray area. */
export const maxTicks = 200;

export function hasTooManyTicks({ count, unit }: TickInterval, { start, end }: TimeRange): boolean {
  return (end - start) / (unitLengths[unit] * count) > maxTicks;
}
