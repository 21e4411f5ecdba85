import {
  type GanttAxis,
  type GanttSpec,
  hasTooManyTicks,
  type TickInterval,
  type TimeRange,
  tickUnits,
  unitLengths,
} from '../../../model/diagram/gantt.ts';
import { formatTime } from './time-format.ts';

export interface Tick {
  readonly x: number;
  /** Empty if there is no room for it. */
  readonly label: string;
  /** The middle of the label, which is in the drawing. */
  readonly labelX: number;
}

/** Where and how wide ticks can be. */
export interface TickRoom {
  readonly range: TimeRange;
  toX(time: number): number;
  widthOf(label: string): number;
  /** Of the drawing. */
  readonly width: number;
}

const { day } = unitLengths;
const labelGap = 16;

const counts: Readonly<Record<TickInterval['unit'], readonly number[]>> = {
  millisecond: [1, 5, 10, 50, 100, 500],
  second: [1, 5, 15, 30],
  minute: [1, 5, 15, 30],
  hour: [1, 3, 6, 12],
  day: [1, 2],
  week: [1, 2],
  month: [1, 3, 6],
  year: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
};
const intervals = tickUnits.flatMap((unit) =>
  counts[unit].map((count): TickInterval => ({ count, unit })),
);

/** The ticks of the author's interval, or of the shortest one whose labels have room. */
export function placeTicks(
  { axis, hasDates }: Pick<GanttSpec, 'axis' | 'hasDates'>,
  room: TickRoom,
): readonly Tick[] {
  const { interval } = axis;
  const own = interval && ticksOf(interval, axis, room.range);
  if (interval && own && own.length > 0) {
    const label = labelsOf(interval, axis, hasDates, room.range);
    for (let stride = 1; stride <= own.length; stride++) {
      const ticks = own.map((time, i) => tickAt(time, i % stride === 0 ? label(time) : '', room));
      if (haveRoom(ticks, room)) return ticks;
    }
  }
  let last: readonly Tick[] = [];
  for (const each of intervals) {
    const times = ticksOf(each, axis, room.range);
    if (!times || times.length === 0) continue;
    const label = labelsOf(each, axis, hasDates, room.range);
    last = times.map((time) => tickAt(time, label(time), room));
    if (haveRoom(last, room) && haveOwnLabels(last)) return last;
  }
  return last.slice(0, 1);
}

/** @returns `undefined` if there are too many */
function ticksOf(
  interval: TickInterval,
  { weekday }: GanttAxis,
  range: TimeRange,
): readonly number[] | undefined {
  if (hasTooManyTicks(interval, range)) return undefined;
  const { count, unit } = interval;
  const { start, end } = range;
  if (unit === 'month' || unit === 'year') {
    return monthsIn(count * (unit === 'year' ? 12 : 1), start, end);
  }
  const step = count * unitLengths[unit];
  const first = firstTick(unit, step, weekday, start);
  const times: number[] = [];
  for (let time = first; time <= end; time += step) times.push(time);
  return times;
}

function firstTick(
  unit: Exclude<TickInterval['unit'], 'month' | 'year'>,
  step: number,
  weekday: number,
  start: number,
): number {
  if (unit !== 'day' && unit !== 'week') return Math.ceil(start / step) * step;
  const midnight = Math.ceil(start / day) * day;
  if (unit === 'day') return midnight;
  return midnight + ((weekday - new Date(midnight).getUTCDay() + 7) % 7) * day;
}

function monthsIn(step: number, start: number, end: number): readonly number[] {
  const date = new Date(start);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
  const times: number[] = [];
  for (let month = Math.floor(months / step) * step; ; month += step) {
    const time = new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1);
    if (time > end) return times;
    if (time >= start) times.push(time);
  }
}

/** How ticks are labeled: as the author says, or in a form that all languages read. */
function labelsOf(
  { unit }: TickInterval,
  { format }: GanttAxis,
  hasDates: boolean,
  { start, end }: TimeRange,
): (time: number) => string {
  const own = format ?? formatFor(unit, hasDates && end - start > day);
  return (time) => formatTime(own, time).trim();
}

function formatFor(unit: TickInterval['unit'], hasDays: boolean): string {
  switch (unit) {
    case 'year':
      return '%Y';
    case 'month':
      return '%Y-%m';
    case 'week':
    case 'day':
      return '%Y-%m-%d';
    case 'second':
      return '%H:%M:%S';
    case 'millisecond':
      return '%H:%M:%S.%L';
    default:
      return hasDays ? '%m-%d %H:%M' : '%H:%M';
  }
}

function tickAt(time: number, label: string, { toX, widthOf, width }: TickRoom): Tick {
  const x = toX(time);
  const half = widthOf(label) / 2;
  return { x, label, labelX: Math.max(half, Math.min(width - half, x)) };
}

function haveRoom(ticks: readonly Tick[], { widthOf }: TickRoom): boolean {
  let free = Number.NEGATIVE_INFINITY;
  return ticks.every(({ label, labelX }) => {
    if (label === '') return true;
    const half = widthOf(label) / 2;
    const isFree = labelX - half >= free;
    free = labelX + half + labelGap;
    return isFree;
  });
}

/** Ticks with the same label, such as a month, would be wrong. */
function haveOwnLabels(ticks: readonly Tick[]): boolean {
  return ticks.every(({ label }, i) => i === 0 || label !== ticks[i - 1]?.label);
}
