import { expect, test } from 'vitest';
import { loopAt } from '../../src/5-bundle/diagram/edges/straight-routes.ts';
import { Ranks } from '../../src/5-bundle/diagram/layout/waypoints.ts';
import type { Point } from '../../src/5-bundle/diagram/svg.ts';
import { graph, head, overlap, place, size } from './place.ts';

test.each([
  ['TB', ({ y }: Point) => y],
  ['BT', ({ y }: Point) => -y],
  ['LR', ({ x }: Point) => x],
  ['RL', ({ x }: Point) => -x],
] as const)('edges run in the direction %s', async (direction, along) => {
  const { node } = await place(
    graph(
      ['a', 'b', 'c'],
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
    ),
    direction,
  );
  expect(along(node('a'))).toBeLessThan(along(node('b')));
  expect(along(node('b'))).toBeLessThan(along(node('c')));
});

test.each(['TB', 'LR'] as const)('neighbors stand in the order of the source: %s', async (way) => {
  const across = ({ x, y }: Point) => (way === 'TB' ? x : y);
  const spec = graph(
    ['root', 'a', 'b', 'c'],
    [
      ['root', 'a'],
      ['root', 'b'],
      ['root', 'c'],
    ],
  );
  const { node } = await place(spec, way);
  expect(across(node('a'))).toBeLessThan(across(node('b')));
  expect(across(node('b'))).toBeLessThan(across(node('c')));
});

test('the labels of edges forth and back are beside each other, between the boxes', async () => {
  const spec = graph(
    ['on', 'off'],
    [
      ['on', 'off', 'turn off'],
      ['off', 'on', 'turn on'],
    ],
  );
  const { edges, node } = await place(spec);
  const [forth, back] = edges.map(({ label }) => label);
  expect(forth?.y).toBeCloseTo(back?.y ?? 0, 0);
  expect(Math.abs((forth?.x ?? 0) - (back?.x ?? 0))).toBeGreaterThanOrEqual(head.width);
  for (const label of [forth, back]) {
    expect(label?.y).toBeGreaterThan(node('on').y);
    expect(label?.y).toBeLessThan(node('off').y);
  }
});

test('a line passes between the boxes of the ranks that it crosses', async () => {
  const spec = graph(
    ['a', 'b', 'c', 'd'],
    [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
      ['a', 'd'],
    ],
  );
  const { edges, nodes } = await place(spec);
  const points = edges[3]?.points ?? [];
  expect(points.length).toBeGreaterThanOrEqual(4);
  for (const point of points) {
    for (const box of nodes.values()) {
      const isInside = overlap(box, { ...point, width: 0.1, height: 0.1 });
      expect(isInside).toBe(false);
    }
  }
});

test('a name of the author means nothing to the library', async () => {
  const names = ['__proto__', 'constructor', 'a"b', '];}', 'node'];
  const spec = graph(
    names,
    names.slice(1).map((name, i) => [names[i] ?? '', name] as const),
  );
  const { node } = await place(spec);
  expect(names.map((name) => node(name).y)).toEqual(
    names.map((name) => node(name).y).toSorted((a, b) => a - b),
  );
});

test('a line turns before a rank if a longer box of it is in between', () => {
  const start = { x: 0, y: 100, width: 100, height: 40 };
  const longer = { x: 200, y: 0, width: 200, height: 160 };
  const end = { x: 260, y: 180, width: 80, height: 40 };
  const samples = [
    [
      { x: 100, y: 120 },
      { x: 150, y: 195 },
      { x: 260, y: 200 },
    ],
  ];
  const ranks = new Ranks([start, longer, end], [], false);
  const [turn, ...others] = ranks.waypoints({ samples, label: undefined, start, end });
  expect(others).toEqual([]);
  expect(turn?.x).toBe(longer.x);
  expect(turn?.y).toBeGreaterThan(longer.y + longer.height);
});

test('a line passes beside the label of another between the same boxes', async () => {
  const spec = graph(
    ['shape', 'circle', 'polygon', 'group'],
    [
      ['shape', 'circle'],
      ['shape', 'polygon'],
      ['shape', 'group'],
      ['group', 'shape', 'children'],
    ],
  );
  const { edges } = await place(spec);
  const [line, labelled] = edges.slice(2);
  const center = labelled?.label?.x ?? 0;
  expect(line?.points.length).toBeGreaterThan(0);
  for (const { x } of line?.points ?? []) {
    expect(Math.abs(x - center)).toBeGreaterThan(head.width / 2);
  }
});

test.each(['TB', 'LR'] as const)('lines from a box to itself are apart: %s', async (way) => {
  const along = ({ x, y }: Point) => (way === 'TB' ? y : x);
  const spec = graph(
    ['a', 'b'],
    [
      ['a', 'b'],
      ['b', 'b', 'first'],
      ['b', 'b', 'second'],
      ['b', 'b'],
    ],
  );
  const { edges, node } = await place(spec, way);
  const loops = edges.slice(1);
  const labels = loops.map(({ label }) => along(label ?? { x: 0, y: 0 }));
  expect(labels).toEqual(labels.toSorted((a, b) => a - b));
  expect(new Set(labels).size).toBe(3);
  const routes = loops.map((loop) => loopAt({ ...node('b'), ...size }, loop).points.map(along));
  const spans = routes.map((points) => [Math.min(...points), Math.max(...points)] as const);
  for (const [i, [start]] of spans.slice(1).entries()) {
    expect(start).toBeGreaterThan(spans[i]?.[0] ?? Number.POSITIVE_INFINITY);
  }
});
