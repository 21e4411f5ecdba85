import { expect, test } from 'vitest';
import { readDiagram } from '../../src/3-resolve/diagram/read-diagram.ts';
import { describeDiagram } from '../../src/4-render/diagram/describe.ts';
import { planSteps } from '../../src/4-render/diagram/plan-steps.ts';
import { drawGantt } from '../../src/5-bundle/diagram/gantt/gantt.ts';
import { formatTime } from '../../src/5-bundle/diagram/gantt/time-format.ts';
import { Typesetter } from '../../src/5-bundle/diagram/typesetter.ts';
import type { GanttSpec } from '../../src/model/diagram/gantt.ts';
import type { ImageSteps } from '../../src/model/rendered.ts';

const room = { width: 1100, height: 500 };
const measures = { width: (text: string) => text.length * 0.5, ascent: () => 0.8 };
const charWidth = 20 * 0.86 * 0.5;

async function specOf(text: string): Promise<GanttSpec> {
  const { reading } = await readDiagram('mermaid', `gantt\n${text}\n`);
  if (reading?.spec.kind !== 'gantt') throw new Error('no chart');
  return reading.spec;
}

async function draw(text: string, config = '', steps?: ImageSteps) {
  const { reading, problems } = await readDiagram('mermaid', `${config}gantt\n${text}\n`);
  if (reading?.spec.kind !== 'gantt') throw new Error(JSON.stringify(problems));
  return drawGantt(reading.spec, new Typesetter(measures, 20), 1, room, steps);
}

interface Text {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** The lines of text in a drawing. */
function textsIn(content: string): readonly Text[] {
  const found = content.matchAll(
    /<text(?: class="([^"]*)")? x="([-\d.]+)" y="([-\d.]+)"[^>]*>([^<]*)</g,
  );
  return [...found].map(([, names = '', x, y, text = '']) => {
    const width = text.length * charWidth;
    const at = Number(x);
    const left = /\bstart\b/.test(names) ? at : /\bend\b/.test(names) ? at - width : at - width / 2;
    return { text, left, right: left + width, y: Number(y) };
  });
}

const crowded = `title Release
dateFormat YYYY-MM-DD
section A section with a long title
  A long label next to its short bar :a, 2024-01-01, 1d
  Short :b, 2024-01-01, 60d
  Another long label, at the end of the chart, that has no room on its right :c, 2024-02-28, 1d
  ${'A label that is longer than any chart is wide '.repeat(4)}:2024-01-20, 3d
section Second
  Release :milestone, crit, 2024-02-29, 0d
  Deadline of all :vert, 2024-02-20, 0d
  Deadline of some :vert, 2024-02-21, 0d`;

test.each([
  ['rows', ''],
  ['a compact chart', '---\ndisplayMode: compact\n---\n'],
])('labels in %s are in the drawing, and never over each other', async (_, config) => {
  const drawing = await draw(crowded, config);
  const texts = textsIn(drawing.content);
  expect(texts.map(({ text }) => text)).toContain('A long label next to its short bar');
  for (const { text, left, right, y } of texts) {
    expect(left, text).toBeGreaterThanOrEqual(-6);
    expect(right, text).toBeLessThanOrEqual(drawing.width);
    expect(y, text).toBeLessThan(drawing.height);
    const others = texts.filter((each) => Math.abs(each.y - y) < 12 && each.text !== text);
    for (const other of others) {
      const isApart = other.left >= right || left >= other.right;
      expect(isApart, `${text} / ${other.text}`).toBe(true);
    }
  }
});

test('a chart has the proportions of its room, and at most as many ticks as can be read', async () => {
  const drawing = await draw(crowded);
  expect(drawing.width / drawing.height).toBeCloseTo(room.width / room.height, 0);
  const ticks = textsIn(drawing.content).filter(({ text }) => /^\d{4}-\d\d-\d\d$/.test(text));
  expect(ticks.map(({ text }) => text)).toContain('2024-01-07');
  expect(ticks.length).toBeGreaterThan(3);
});

test('ticks have the interval and format of the author, and labels as far as there is room', async () => {
  const labels = async (text: string) => {
    const drawing = await draw(text);
    return textsIn(drawing.content)
      .map((each) => each.text)
      .filter((each) => /^\d/.test(each));
  };
  const weeks = 'axisFormat %d.%m.\ntickInterval 1week\nweekday monday\na :2024-01-01, 21d';
  expect(await labels(weeks)).toEqual(['01.01.', '08.01.', '15.01.', '22.01.']);
  const days = await labels('axisFormat %Y-%m-%d\ntickInterval 1day\na :2024-01-01, 100d');
  expect(days[0]).toBe('2024-01-01');
  expect(days.length).toBeLessThan(15);
  const months = await draw('tickInterval 1month\na :2000-01-01, 5950d');
  const [, lines = ''] = /class="life tick" d="([^"]*)/.exec(months.content) ?? [];
  expect(lines.match(/M/g)).toHaveLength(196);
  expect(await labels('axisFormat %Y\na :2024-01-01, 300d')).toEqual(['2024']);
  const hours = await labels('dateFormat HH:mm\na :09:00, 2h');
  expect(hours).toContain('10:00');
  expect(await labels('a :2024-01-01, 3650y')).toContain('3000');
});

test('critical tasks differ in form as well, and those that are linked are links', async () => {
  const { content } = await draw(
    'a :a, 2024-01-01, 9d\nb :crit, 2024-01-01, 9d\nc :crit, milestone, 2024-01-05, 0d\nclick a href "https://example.org"',
  );
  expect(content.match(/class="cap"/g)).toHaveLength(2);
  expect(content).toContain('<a href="https://example.org" target="_blank"');
});

test('tasks appear one by one', async () => {
  const spec = await specOf('a :a, 2024-01-01, 1d\nb :1d\nc :vert, 2024-01-02, 0d');
  const { nodes } = planSteps(spec, 'nodes');
  expect(nodes).toEqual([0, 1, 2]);
  const steps = { nodes: [null, 0, 1], groups: [], edges: [] };
  const text = 'a :a, 2024-01-01, 1d\nb :1d\nc :vert, 2024-01-02, 0d';
  const { content } = await draw(text, '', steps);
  expect(content.match(/data-fragment-index="\d"/g)?.sort()).toEqual([
    'data-fragment-index="0"',
    'data-fragment-index="1"',
  ]);
});

test('a description lists the tasks with their dates', async () => {
  const dates = await specOf(
    'section Build\na :done, 2024-01-01, 3d\nb :crit, active, 12h\nc :milestone, 2024-01-05, 0d',
  );
  expect(describeDiagram(dates, 'Plan', 'en')).toBe(
    'Gantt chart “Plan”: a (Build, 2024-01-01 to 2024-01-03, done); ' +
      'b (Build, 2024-01-04 00:00 to 2024-01-04 12:00, active, critical); ' +
      'c (Build, 2024-01-05, milestone).',
  );
  const times = await specOf('dateFormat HH:mm\na :09:00, 90m\nb :vert, 10:00, 0m');
  expect(describeDiagram(times, undefined, 'en')).toBe(
    'Gantt chart: a (09:00 to 10:30); b (10:00).',
  );
});

test.each([
  ['%Y-%m-%d %H:%M:%S.%L', '2024-03-05 14:07:09.012'],
  ['%a %A %b %B', 'Tue Tuesday Mar March'],
  ['%-d.%-m.%y', '5.3.24'],
  ['%e|%_d|%j|%U|%W|%V|%w|%u', ' 5| 5|065|09|10|10|2|2'],
  ['%I:%M %p', '02:07 PM'],
  ['Q%q %% %!', 'Q1 % %!'],
  ['%x, %X', '3/5/2024, 2:07:09 PM'],
])('the axis format %s', (format, text) => {
  expect(formatTime(format, Date.UTC(2024, 2, 5, 14, 7, 9, 12))).toBe(text);
});

test('labels of lines that are close to each other are on both sides, and cross none', async () => {
  const { content } = await draw(
    'a :2024-01-01, 60d\nbefore the end :vert, 2024-02-20, 0d\nafter the end :vert, 2024-02-21, 0d',
  );
  const [before, after] = ['before the end', 'after the end'].map((name) =>
    textsIn(content).find(({ text }) => text === name),
  );
  expect(before?.y).toBe(after?.y);
  expect(before?.right).toBeLessThan(after?.left ?? 0);
});
