/** Tasks on an axis of time. All times are in milliseconds since 1970, as clocks at the place show them. Plain JSON. */
export interface GanttSpec {
  readonly kind: 'gantt';
  /** The titles of sections; empty for none. */
  readonly sections: readonly string[];
  /** At least one, in the order of the source. */
  readonly tasks: readonly GanttTask[];
  readonly axis: GanttAxis;
  /** What is no working time, in order, without overlaps. */
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
  /** With which day weeks begin; 0 for Sunday. */
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

/** Distances of ticks. */
export interface TickInterval {
  readonly count: number;
  readonly unit: (typeof tickUnits)[number];
}
