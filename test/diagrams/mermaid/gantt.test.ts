import { describe, expect, test } from 'vitest';
import type { GanttSpec } from '../../../src/model/diagram/gantt.ts';
import { placedProblemsOf, problemsOf, readSpec, readWithWarnings } from './read.ts';

const read = (text: string) => readSpec('gantt', `gantt\n${text}\n`);

/** The tasks of a chart with their times: `a 01-01 01-04`. */
async function timesIn(text: string): Promise<readonly string[]> {
  return (await read(text)).tasks.map(({ label, start, end }) =>
    [label, ...[start, end].map((time) => written(time))].join(' '),
  );
}

function written(time: number): string {
  const text = new Date(time).toISOString();
  return time % 86_400_000 === 0 ? text.slice(5, 10) : text.slice(5, 16);
}

const marksOf = ({ tasks }: GanttSpec) =>
  tasks.map(({ label, mark, isActive, isDone, isCritical }) =>
    [label, mark, isActive && 'active', isDone && 'done', isCritical && 'critical']
      .filter(Boolean)
      .join(' '),
  );

test('tasks are in sections, with ids, marks and links', async () => {
  const { reading, warnings } = await readWithWarnings(`---
displayMode: compact
---
gantt
  title A plan
  accTitle: The plan
  accDescr: What is done when
  axisFormat %d.%m.
  tickInterval 1week
  weekday monday
  topAxis
  todayMarker off
  %% a comment
  Alone :2024-01-01, 1d
  section Build #quot;it#quot;
    Design :done, crit, d, 2024-01-01, 2d
    Ship :milestone, crit, 2024-01-03, 0d
    Deadline :vert, 2024-01-04, 0d
    Test :active, t, after d, 1d
  click t href "https://example.org/"
`);
  expect(warnings).toEqual([]);
  const { spec, ...words } = reading;
  expect(words).toEqual({ title: 'A plan', name: 'The plan', alt: 'What is done when' });
  if (spec.kind !== 'gantt') throw new Error(spec.kind);
  expect(spec.sections).toEqual(['', 'Build "it"']);
  expect(spec.tasks.map(({ section }) => section)).toEqual([0, 1, 1, 1, 1]);
  expect(spec.tasks.map(({ id }) => id)).toEqual([undefined, 'd', undefined, undefined, 't']);
  expect(marksOf(spec)).toEqual([
    'Alone bar',
    'Design bar done critical',
    'Ship milestone critical',
    'Deadline line',
    'Test bar active',
  ]);
  expect(spec.tasks.at(-1)?.link).toBe('https://example.org/');
  expect(spec.axis).toEqual({
    format: '%d.%m.',
    interval: { count: 1, unit: 'week' },
    weekday: 1,
    isAlsoAbove: true,
  });
  expect(spec.isCompact).toBe(true);
});

describe('times', () => {
  test('a task starts at its date, after others, or after the task before', async () => {
    expect(
      await timesIn(
        'a :a, 2024-01-01, 3d\nb :b, 2024-01-02, 2024-01-08\nc :after a b, 1w\nd :2d\ne :after f, 1d\nf :f, 2024-02-01, 1d',
      ),
    ).toEqual([
      'a 01-01 01-04',
      'b 01-02 01-08',
      'c 01-08 01-15',
      'd 01-15 01-17',
      'e 02-02 02-03',
      'f 02-01 02-02',
    ]);
  });

  test('a task ends before others start', async () => {
    expect(
      await timesIn('a :2024-01-01, until b c\nb :b, 2024-01-09, 1d\nc :c, 2024-01-05, 1d'),
    ).toEqual(['a 01-01 01-05', 'b 01-09 01-10', 'c 01-05 01-06']);
  });

  test.each([
    ['90m', '01-31T01:30'],
    ['30s', '01-31T00:00'],
    ['1.5h', '01-31T01:30'],
    ['1M', '02-29'],
    ['1y', '01-31'],
    ['1.5d', '02-02'],
    ['2w', '02-14'],
  ])('the duration %s', async (duration, end) => {
    expect((await timesIn(`a :2024-01-31, ${duration}`))[0]).toBe(`a 01-31 ${end}`);
  });

  test.each([
    ['DD.MM.YYYY', '05.03.2024'],
    ['D MMM YYYY', '5 Mar 2024'],
    ['MMMM Do YYYY', 'March 5th 2024'],
    ['YYYYMMDD', '20240305'],
    ['YYYY-DDDD', '2024-65'],
    ['X', '1709596800'],
    ['x', '1709596800000'],
    ['YYYY-MM-DD[T]HH:mm', '2024-03-05T00:00'],
    ['YYYY-MM-DD hh:mm A', '2024-03-05 12:00 AM'],
    ['YYYY-MM-DD HH:mmZ', '2024-03-05 02:00+02:00'],
    ['YYYY-MM-DD', '2024/3/5'],
  ])('the date format %s', async (format, date) => {
    expect((await timesIn(`dateFormat ${format}\na :${date}, 1d`))[0]).toBe('a 03-05 03-06');
  });

  test('times of a day have no date', async () => {
    const spec = await read('dateFormat HH:mm\na :09:00, 30m');
    expect(spec.hasDates).toBe(false);
    expect(new Date(spec.tasks[0]?.end ?? 0).toISOString()).toContain('T09:30');
  });

  test('days that are excluded extend tasks, but not to a date', async () => {
    const text = `excludes weekends 2024-01-08
  includes 2024-01-13
  a :a, 2024-01-04, 3d
  b :after a, 1d
  c :2024-01-05, 2024-01-07
  d :2024-01-12, 2d`;
    expect(await timesIn(text)).toEqual([
      'a 01-04 01-10',
      'b 01-10 01-11',
      'c 01-05 01-07',
      'd 01-12 01-15',
    ]);
    const { tasks, excluded } = await read(text);
    expect(written(tasks[0]?.shownEnd ?? 0)).toBe('01-10');
    expect(excluded.map(({ start, end }) => [written(start), written(end)])).toEqual([
      ['01-06', '01-09'],
      ['01-14', '01-15'],
    ]);
  });

  test('a weekend may begin with Friday, and a day be excluded', async () => {
    expect(await timesIn('excludes weekends\nweekend friday\na :2024-01-04, 3d')).toEqual([
      'a 01-04 01-09',
    ]);
    expect(await timesIn('excludes monday\na :2024-01-07, 2d')).toEqual(['a 01-07 01-10']);
  });

  test('a task of many years is extended, too', async () => {
    const { tasks } = await read('excludes weekends\na :2000-01-03, 50000d');
    const days = (tasks[0]?.end ?? 0) / 86_400_000 - 10_959;
    expect(days).toBe((50_000 / 5) * 7);
  });

  test('the last day may be a part of the task', async () => {
    expect(await timesIn('inclusiveEndDates\na :2024-01-01, 2024-01-03\nb :2d')).toEqual([
      'a 01-01 01-04',
      'b 01-04 01-06',
    ]);
  });

  test('are the same in all time zones', async () => {
    const zone = process.env.TZ;
    try {
      const all: unknown[] = [];
      for (const each of ['America/New_York', 'Asia/Tokyo', 'UTC']) {
        process.env.TZ = each;
        all.push(await timesIn('excludes weekends\na :2024-03-08, 5d\nb :36h'));
      }
      expect(all[0]).toEqual(['a 03-08 03-15', 'b 03-15 03-18T12:00']);
      expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(1);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});

describe('mistakes', () => {
  test('are named at their places, all at once', async () => {
    const text = `gantt
  dateFormat YYYY-MM-DD
  a :3d
  b :b, 2024-13-01, 1d
  c :after d, 1d
  e :2024-01-01, 2024-01-32
  f :until e
`;
    expect(await placedProblemsOf(text)).toEqual([
      '3:3 a | the first task has no start | write a start before it: a :2024-01-31, 3d',
      '4:9 2024-13-01 | "2024-13-01" is not a date | dateFormat is YYYY-MM-DD',
      '5:12 d | there is no task with the id "d" | did you mean "b"?',
      '6:18 2024-01-32 | "2024-01-32" is not a date | dateFormat is YYYY-MM-DD',
      '7:12 e | there is no task with the id "e" | did you mean "b"?',
    ]);
  });

  test.each([
    ['a :x, y, 2024-01-01, 1d', ': this task has more than an id, a start and an end'],
    ['a :done', ': this task has no dates'],
    ['a :m1, 2024-01-01', '"m1": "m1" is not a date'],
    ['a :a, after b, 1d\nb :b, after a, 1d', '"a" depends on a task that depends on it'],
    [
      'excludes monday tuesday wednesday thursday friday saturday sunday\na :2024-01-01, 2d',
      'all days are excluded',
    ],
    ['a :2024-01-01, 9999999999999y\nb :1d', 'this task is after the year 9999'],
    ['a :2024-01-01, 9000y', 'this task is after the year 9999'],
    ['excludes weekends\na :2024-01-01, 7000y', 'this task is after the year 9999'],
    ['section x', 'there is nothing in this diagram'],
    ['a\nb :2024-01-01, 1d', '"a" is neither a setting nor a task'],
  ])('%j stops the chart', async (text, message) => {
    const problems = await problemsOf(`gantt\n${text}\n`);
    expect(problems.join('\n')).toContain(message);
    await expect(readWithWarnings(`gantt\n${text}\n`)).rejects.toThrow();
  });

  test.each([
    ['a :2024-01-01, 3dX', '"3dX": "3dX" is not a duration, so the task ends where it starts'],
    ['a :2024-01-05, 2024-01-01', '"2024-01-01": this task ends before it starts'],
    [
      'todayMarker stroke:red\na :2024-01-01, 1d',
      '"stroke:red": today is not marked, as a deck is the same on each day',
    ],
    ['tickInterval 1moth\na :2024-01-01, 1d', '"1moth": "1moth" is not an interval of ticks'],
    [
      'tickInterval 1second\na :2024-01-01, 1d',
      '"1second": more than 200 ticks, so the chart chooses the interval',
    ],
    ['excludes weekdays\na :2024-01-01, 1d', '"weekdays": "weekdays" is not a date'],
    [
      'dateFormat DD.MM.\na :05.03., 1d',
      '"DD.MM.": dates without a year are read as dates of 2001',
    ],
    [
      'a :2024-01-01, 1d\nsection Empty',
      '"section Empty": the section "Empty" has no tasks and is not drawn',
    ],
    ['a :a, 2024-01-01, 1d\nb :after a c, 1d', '"c": there is no task with the id "c"'],
    [
      'a :a, 2024-01-01, 1d\nclick a call run()',
      '"click a call run()": what happens on a click is left out',
    ],
    [
      'a :a, 2024-01-01, 1d\nclick a href "javascript:run()"',
      '"click a href "javascript:run()"": this link is left out',
    ],
    [
      'a :a, 2024-01-01, 1d\nclick b href "https://example.org"',
      '"click b href "https://example.org"": there is no task with the id "b"',
    ],
  ])('%j is drawn with a warning', async (text, warning) => {
    expect((await readWithWarnings(`gantt\n${text}\n`)).warnings).toEqual([warning]);
  });

  test('more tasks than a slide shows are an error', async () => {
    const tasks = Array.from({ length: 101 }, (_, i) => `t${i} :2024-01-01, 1d`).join('\n');
    expect(await problemsOf(`gantt\n${tasks}\n`)).toEqual([
      '"gantt": more than 100 tasks in a diagram',
    ]);
  });
});
