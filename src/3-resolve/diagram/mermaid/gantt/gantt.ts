import { escapePattern } from '../../../../base/text/escape-pattern.ts';
import type { GanttSpec, GanttTask } from '../../../../model/diagram/gantt.ts';
import { readText } from '../../label.ts';
import { readLink, warnOfCallbacks } from '../graph/links.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { readerOf } from '../reader.ts';
import { setting } from '../settings.ts';
import type { Explain } from '../syntax-error.ts';
import { type Calendar, excludedIn, readCalendar } from './calendar.ts';
import { type DateFormat, defaultYear, readDateFormat } from './date-format.ts';
import { ignoreAt } from './places.ts';
import { form, type PlannedTask, planTask } from './plan-task.ts';
import { schedule, type TaskTimes } from './schedule.ts';
import { readInterval, readWeekday, settingOf } from './settings.ts';
import { type GanttDatabase, keepStatements, type Statements } from './statements.ts';

/** More would be unreadable on a slide. */
const maxTasks = 100;

const explain: Explain = ({ found, before }) => {
  const line = before.slice(before.lastIndexOf('\n', before.trimEnd().length) + 1).trim();
  if (found.trim() !== '')
    return { message: `unexpected "${found.trim().slice(0, 40)}"`, hint: form };
  if (line === '') return undefined;
  const length = line.length;
  const index = before.lastIndexOf(line);
  return {
    message: `"${line.slice(0, 40)}" is neither a setting nor a task`,
    hint: form,
    index,
    length,
  };
};

export const readGantt = readerOf<GanttDatabase>('gantt', convert, explain, keepStatements);

function convert({ statements }: GanttDatabase, source: MermaidSource): GanttSpec | undefined {
  const { tasks } = statements;
  if (tasks.length === 0) {
    source.fail('', 'there is nothing in this diagram', form);
    return undefined;
  }
  if (tasks.length > maxTasks) {
    const hint = 'nobody reads so many from a slide: show a part, or divide it over several slides';
    source.refuse('', `more than ${maxTasks} tasks in a diagram`, hint);
    return undefined;
  }
  const planned = tasks.flatMap((task) => planTask(task, source) ?? []);
  return planned.length < tasks.length ? undefined : convertTasks(planned, statements, source);
}

function convertTasks(
  planned: readonly PlannedTask[],
  statements: Statements,
  source: MermaidSource,
): GanttSpec | undefined {
  const { settings, flags, excludes } = statements;
  const format = readDateFormat(settings.get('dateFormat')?.text || 'YYYY-MM-DD');
  const calendar = calendarOf(statements, format, source);
  const hasInclusiveEnds = flags.has('inclusiveEndDates');
  const times = schedule(planned, { format, calendar, excludes, hasInclusiveEnds }, source);
  if (!times) return undefined;
  warnOf(statements, planned, format, source);
  const range = {
    start: Math.min(...times.map(({ start }) => start)),
    end: Math.max(...times.map(({ start, end }) => Math.max(start, end))),
  };
  const axisFormat = settingOf('axisFormat', statements, source)?.text;
  const interval = readInterval(settingOf('tickInterval', statements, source), range, source);
  return {
    kind: 'gantt',
    sections: statements.sections.map(readText),
    tasks: planned.map((task, i) => readTask(task, times[i], statements, source)),
    axis: {
      ...(axisFormat !== undefined && { format: axisFormat }),
      ...(interval && { interval }),
      weekday: readWeekday(settingOf('weekday', statements, source)),
      isAlsoAbove: flags.has('topAxis') || setting(source.config, 'gantt.topAxis') === true,
    },
    excluded: excludedIn(range, calendar),
    isCompact: setting(source.config, 'gantt.displayMode') === 'compact',
    hasDates: format.hasDates,
  };
}

function calendarOf(
  { excludes, includes, settings }: Statements,
  format: DateFormat,
  source: MermaidSource,
): Calendar {
  const weekend = settings.get('weekend')?.text ?? 'saturday';
  return readCalendar({ excludes, includes, weekend }, format, (word) => {
    const hint = 'write weekends, a day such as friday, or a date such as 2024-01-31';
    ignoreAt(word, `"${word.text}" is not a date`, hint, source);
  });
}

function readTask(
  { label, section, tags, id }: PlannedTask,
  times: TaskTimes = { start: 0, end: 0, shownEnd: 0 },
  { links }: Statements,
  source: MermaidSource,
): GanttTask {
  const address = id && links.get(id.text);
  const link =
    address === undefined ? undefined : readLink({ id: id?.text ?? '', link: address }, source);
  return {
    ...(id && { id: id.text }),
    label: readText(label.text),
    section,
    start: times.start,
    end: Math.max(times.start, times.end),
    shownEnd: Math.max(times.start, times.shownEnd),
    mark: tags.has('vert') ? 'line' : tags.has('milestone') ? 'milestone' : 'bar',
    isActive: tags.has('active'),
    isDone: tags.has('done'),
    isCritical: tags.has('crit'),
    ...(link !== undefined && { link }),
  };
}

/** Warns of what has no effect or is assumed. */
function warnOf(
  { settings, sections, links }: Statements,
  tasks: readonly PlannedTask[],
  { hasDates, hasYears }: DateFormat,
  source: MermaidSource,
): void {
  const today = settings.get('todayMarker');
  if (today && today.text !== 'off') {
    const message = 'today is not marked, as a deck is the same on each day';
    ignoreAt(today, message, 'mark a day: Today :vert, 2024-01-31, 0d', source);
  }
  const format = settings.get('dateFormat');
  if (format && hasDates && !hasYears) {
    const message = `dates without a year are read as dates of ${defaultYear}`;
    ignoreAt(format, message, `write the year, too: ${format.text}-YYYY`, source);
  }
  warnOfCallbacks(source);
  for (const [section, title] of sections.entries()) {
    if (section === 0 || tasks.some((task) => task.section === section)) continue;
    const name = title.trim();
    source.ignore(
      `section ${name}`,
      `the section "${readText(name)}" has no tasks and is not drawn`,
    );
  }
  const ids = new Set(tasks.map(({ id }) => id?.text));
  for (const id of links.keys()) {
    if (ids.has(id)) continue;
    source.ignore(
      new RegExp(`click[ \\t]+\\S*${escapePattern(id)}.*`),
      `there is no task with the id "${id}"`,
    );
  }
}
