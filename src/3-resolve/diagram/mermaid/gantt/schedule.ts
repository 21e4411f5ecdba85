import { didYouMean } from '../../../../base/diagnostics/suggest.ts';
import { unitLengths } from '../../../../model/diagram/gantt.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { addDuration, type Calendar, extend, lastTime } from './calendar.ts';
import { type DateFormat, readUsualDate } from './date-format.ts';
import { failAt, ignoreAt } from './places.ts';
import type { PlannedTask } from './plan-task.ts';
import type { Words } from './statements.ts';

export interface TaskTimes {
  readonly start: number;
  readonly end: number;
  /** Where its bar ends, before days that are excluded. */
  readonly shownEnd: number;
}

/** How the times of tasks are computed. */
export interface Rules {
  readonly format: DateFormat;
  readonly calendar: Calendar;
  /** The words after `excludes`, of which the first one is marked. */
  readonly excludes: readonly Words[];
  /** A date that is the end of a task is its last day. */
  readonly hasInclusiveEnds: boolean;
}

/** A time, a duration, or the tasks that it depends on. */
type Moment =
  | { readonly kind: 'time'; readonly time: number; readonly isDate: boolean }
  | { readonly kind: 'duration'; readonly words: string }
  | { readonly kind: 'after' | 'until'; readonly tasks: readonly number[] };

interface Plan {
  readonly task: PlannedTask;
  readonly start: Moment;
  readonly end: Moment;
}

/**
 * Computes the times of all tasks as Mermaid does, but in UTC.
 *
 * @returns `undefined` if one cannot be computed, which is reported
 */
export function schedule(
  tasks: readonly PlannedTask[],
  rules: Rules,
  source: MermaidSource,
): readonly TaskTimes[] | undefined {
  const ids = new Map(tasks.flatMap(({ id }, i) => (id ? [[id.text, i] as const] : [])));
  const plans = tasks.flatMap((task, i): readonly Plan[] => {
    const start = readStart(task, i, ids, rules, source);
    const end = readEnd(task, ids, rules, source);
    return start && end ? [{ task, start, end }] : [];
  });
  if (plans.length < tasks.length) return undefined;
  const times = resolve(plans, rules, source);
  return times && checkRange(tasks, times, source) ? times : undefined;
}

function readStart(
  { start, end, label }: PlannedTask,
  index: number,
  ids: ReadonlyMap<string, number>,
  { format }: Rules,
  source: MermaidSource,
): Moment | undefined {
  if (!start) {
    if (index > 0) return { kind: 'after', tasks: [index - 1] };
    const hint = `write a start before it: ${label.text} :${exampleOf(format)}, ${end.text}`;
    failAt(label, 'the first task has no start', hint, source);
    return undefined;
  }
  const after = readReference('after', start, ids, source);
  if (after !== 'none') return after;
  const time = format.read(start.text) ?? readUsualDate(start.text);
  if (time !== undefined) return { kind: 'time', time, isDate: true };
  failAt(start, `"${start.text}" is not a date`, hintFor(start.text, format), source);
  return undefined;
}

function hintFor(text: string, format: DateFormat): string {
  return /\d/.test(text) && /[-/.:]/.test(text)
    ? `dateFormat is ${format.pattern}`
    : `an id needs a start and an end after it: ${text || 'id'}, ${exampleOf(format)}, 5d`;
}

const example = { YYYY: '2024', MM: '01', DD: '31', HH: '09', mm: '30', ss: '00' } as const;

/** The last day of January, as the chart writes dates. */
function exampleOf({ pattern }: DateFormat): string {
  const parts = new Map<string, string>(Object.entries(example));
  return pattern.replace(/YYYY|MM|DD|HH|mm|ss/g, (part) => parts.get(part) ?? part);
}

function readEnd(
  { end, label }: PlannedTask,
  ids: ReadonlyMap<string, number>,
  { format, hasInclusiveEnds }: Rules,
  source: MermaidSource,
): Moment | undefined {
  const until = readReference('until', end, ids, source);
  if (until !== 'none') return until;
  const { text } = end;
  const own = format.read(text);
  if (text === '0') return { kind: 'duration', words: '0d' };
  if (own === undefined && addDuration(0, text) !== undefined)
    return { kind: 'duration', words: text };
  const time = own ?? readUsualDate(text);
  if (time !== undefined) {
    // As in Mermaid, dates in other formats are moved by days that are excluded.
    const isDate = /^\d{4}-\d\d-\d\d$/.test(text);
    return { kind: 'time', time: hasInclusiveEnds ? time + unitLengths.day : time, isDate };
  }
  const hint = `write a date in the format ${format.pattern}, a duration such as 5d or 2w, or until id`;
  if (/^\d+[-/.:]\d/.test(text)) {
    failAt(end, `"${text}" is not a date`, `dateFormat is ${format.pattern}`, source);
    return undefined;
  }
  const what = text === '' ? 'there is no duration' : `"${text}" is not a duration`;
  ignoreAt(text === '' ? label : end, `${what}, so the task ends where it starts`, hint, source);
  return { kind: 'duration', words: '0d' };
}

/** The tasks after `after` or `until`. */
function readReference(
  kind: 'after' | 'until',
  words: Words,
  ids: ReadonlyMap<string, number>,
  source: MermaidSource,
): Moment | undefined | 'none' {
  const list = new RegExp(`^${kind}\\s+(.+)$`).exec(words.text)?.[1];
  if (list === undefined) return 'none';
  const named = [...list.matchAll(/\S+/g)].map(({ 0: id, index }) => ({
    text: id,
    index: words.index + words.text.length - list.length + index,
  }));
  const tasks = named.flatMap(({ text }) => ids.get(text) ?? []);
  for (const each of named) {
    if (ids.has(each.text)) continue;
    const near = didYouMean(each.text, ids.keys());
    const hint =
      near === undefined ? `give it one: Name :${each.text}, …` : `did you mean "${near}"?`;
    const report = tasks.length > 0 ? ignoreAt : failAt;
    report(each, `there is no task with the id "${each.text}"`, hint, source);
  }
  return tasks.length > 0 ? { kind, tasks } : undefined;
}

/** Computes times as far as the tasks that they depend on have theirs, until all have. */
function resolve(
  plans: readonly Plan[],
  rules: Rules,
  source: MermaidSource,
): readonly TaskTimes[] | undefined {
  const starts: (number | undefined)[] = plans.map(() => undefined);
  const times: (TaskTimes | undefined)[] = plans.map(() => undefined);
  let hasChanged = true;
  while (hasChanged) {
    hasChanged = false;
    for (const [i, { task, start, end }] of plans.entries()) {
      if (times[i]) continue;
      if (starts[i] === undefined) {
        starts[i] = start.kind === 'time' ? start.time : latestEnd(start, times);
        hasChanged ||= starts[i] !== undefined;
      }
      const own = starts[i];
      const last = own === undefined ? undefined : endOf(end, own, starts);
      if (own === undefined || last === undefined) continue;
      const extended = extendTask(own, last, end, rules);
      if (!extended) {
        const [place = task.label] = rules.excludes;
        failAt(place, 'all days are excluded', 'leave days for the tasks', source);
        return undefined;
      }
      times[i] = { start: own, ...extended };
      hasChanged = true;
    }
  }
  const waiting = plans.find((_, i) => !times[i]);
  if (waiting) {
    const { label, start, end } = waiting.task;
    const message = `"${label.text}" depends on a task that depends on it`;
    failAt(start ?? end, message, 'write a date instead', source);
    return undefined;
  }
  return times.flatMap((each) => each ?? []);
}

function latestEnd(moment: Moment, times: readonly (TaskTimes | undefined)[]): number | undefined {
  if (moment.kind !== 'after') return undefined;
  const ends = moment.tasks.flatMap((task) => times[task]?.end ?? []);
  return ends.length < moment.tasks.length ? undefined : Math.max(...ends);
}

function endOf(
  end: Moment,
  start: number,
  starts: readonly (number | undefined)[],
): number | undefined {
  if (end.kind === 'time') return end.time;
  if (end.kind === 'duration') return addDuration(start, end.words);
  const own = end.tasks.flatMap((task) => starts[task] ?? []);
  return own.length < end.tasks.length ? undefined : Math.min(...own);
}

function extendTask(start: number, end: number, moment: Moment, { calendar }: Rules) {
  const isFixed = moment.kind === 'time' && moment.isDate;
  const isInRange = end - start < lastTime && Number.isFinite(end);
  if (isFixed || !calendar.hasExclusions || !isInRange) return { end, shownEnd: end };
  return extend(start, end, calendar);
}

/** Reports times that no chart can show. */
function checkRange(
  tasks: readonly PlannedTask[],
  times: readonly TaskTimes[],
  source: MermaidSource,
): boolean {
  return times.every(({ start, end }, i) => {
    const task = tasks[i];
    if (!task) return false;
    if (!(Math.abs(start) < lastTime && Math.abs(end) < lastTime)) {
      failAt(task.end, 'this task is after the year 9999', 'write a shorter duration', source);
      return false;
    }
    if (end >= start) return true;
    const hint = 'write a later date, or a duration such as 5d';
    ignoreAt(task.end, 'this task ends before it starts', hint, source);
    return true;
  });
}
