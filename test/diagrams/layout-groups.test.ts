import { expect, test } from 'vitest';
import type { Box } from '../../src/5-bundle/diagram/svg.ts';
import { graph, head, overlap, place } from './place.ts';

test('a group contains its own boxes with space for its label, and touches no others', async () => {
  const names = ['one/a', 'one/b', 'two/c', 'two/d', 'e', 'f'];
  const spec = graph(
    names,
    [
      ['a', 'b'],
      ['a', 'e'],
      ['e', 'b'],
      ['c', 'd'],
      ['a', 'd'],
      ['f', 'c'],
      ['e', 'f'],
      ['one', 'two'],
    ],
    [{ id: 'one' }, { id: 'two' }],
  );
  for (const direction of ['TB', 'BT', 'LR', 'RL'] as const) {
    const { nodes, group } = await place(spec, direction);
    expect(overlap(group('one'), group('two'))).toBe(false);
    for (const name of names) {
      const [id = '', own] = name.split('/').reverse();
      const box = nodes.get(id) as Box;
      for (const each of ['one', 'two']) {
        const frame = group(each);
        expect([id, each, overlap(box, frame)]).toEqual([id, each, each === own]);
        if (each === own) expect(box.y - frame.y).toBeGreaterThanOrEqual(head.height);
      }
    }
  }
});

test('a group has its own direction, unless edges cross its frame', async () => {
  const groups = [{ id: 'g', direction: 'LR' }] as const;
  const nodes = ['before', 'g/a', 'g/b', 'after'];
  const apart = graph(
    nodes,
    [
      ['before', 'g'],
      ['a', 'b'],
      ['g', 'after'],
    ],
    groups,
  );
  const { node, group } = await place(apart);
  expect(node('a').y).toBe(node('b').y);
  expect(node('a').x).toBeLessThan(node('b').x);
  expect(node('before').y).toBeLessThan(group('g').y);
  expect(node('after').y).toBeGreaterThan(group('g').y + group('g').height);

  const crossed = await place(
    graph(
      nodes,
      [
        ['before', 'a'],
        ['a', 'b'],
        ['g', 'after'],
      ],
      groups,
    ),
  );
  expect(crossed.node('a').y).toBeLessThan(crossed.node('b').y);
});

test('edges from a box or a group to itself have space beside it', async () => {
  const spec = graph(
    ['a', 'g/b', 'c'],
    [
      ['a', 'a', 'again'],
      ['g', 'g', 'all again'],
    ],
    [{ id: 'g' }],
  );
  const { edges, nodes, group } = await place(spec);
  const [ofBox, ofGroup] = edges.map(({ label }) => label);
  for (const point of [ofBox, ofGroup]) {
    const label = { x: (point?.x ?? 0) - 30, y: (point?.y ?? 0) - 10, ...head };
    for (const box of nodes.values()) expect(overlap(box, label)).toBe(false);
  }
  expect(ofGroup?.x).toBeGreaterThan(group('g').x + group('g').width);
});

test.each(['TB', 'LR', 'BT', 'RL'] as const)(
  'an edge back to a group comes from the side that it leaves to: %s',
  async (direction) => {
    const { edges, group } = await place(
      graph(
        ['before', 'g/first', 'g/second', 'after'],
        [
          ['before', 'g'],
          ['first', 'second'],
          ['g', 'after'],
          ['after', 'g', 'again'],
          ['g', 'before', 'stop'],
        ],
        [{ id: 'g' }],
      ),
      direction,
    );
    const box = group('g');
    const [low, high] =
      direction === 'TB' || direction === 'BT'
        ? [box.y, box.y + box.height]
        : [box.x, box.x + box.width];
    const beside = [3, 4].flatMap((index) => {
      const { points = [], label } = edges[index] ?? {};
      const along = [...points, ...(label ? [label] : [])].map(({ x, y }) =>
        direction === 'TB' || direction === 'BT' ? y : x,
      );
      return along.filter((at) => at > low && at < high);
    });
    expect(beside).toEqual([]);
  },
);

test('what follows a group stays after it, with edges back to it', async () => {
  const { node, group } = await place(
    graph(
      ['gate', 'g/one', 'g/two', 'g/three', 'g/four', 'queue', 'worker'],
      [
        ['gate', 'one'],
        ['gate', 'three'],
        ['one', 'two'],
        ['three', 'four'],
        ['g', 'queue'],
        ['queue', 'g'],
        ['queue', 'worker'],
        ['worker', 'g'],
      ],
      [{ id: 'g' }],
    ),
  );
  const box = group('g');
  expect(node('gate').y).toBeLessThan(box.y);
  expect(node('queue').y).toBeGreaterThan(box.y + box.height);
  expect(node('worker').y).toBeGreaterThan(node('queue').y);
});

test('what follows a group stays after its longest path', async () => {
  const { node, group } = await place(
    graph(
      ['g/one', 'g/two', 'g/three', 'g/short', 'after'],
      [
        ['one', 'two'],
        ['two', 'three'],
        ['one', 'short'],
        ['g', 'after', 'then'],
        ['after', 'g'],
      ],
      [{ id: 'g' }],
    ),
  );
  const box = group('g');
  expect(node('after').y).toBeGreaterThan(box.y + box.height);
});

test.each(['TB', 'LR', 'BT', 'RL'] as const)(
  'a path that leaves groups and comes back runs on in its direction: %s',
  async (direction) => {
    const path = ['users', 'balancer', 'api', 'queue', 'worker', 'gateway', 'partner'];
    const nodes = path.map((id) => {
      if (id === 'balancer' || id === 'gateway') return `public/${id}`;
      return id === 'api' || id === 'worker' ? `cluster/${id}` : id;
    });
    const edges = path.slice(1).map((id, i) => [path[i] ?? '', id] as const);
    const spec = graph(nodes, edges, [{ id: 'public' }, { id: 'cluster' }]);
    const { node } = await place(spec, direction);
    const isVertical = direction === 'TB' || direction === 'BT';
    const places = path.map((id) => (isVertical ? node(id).y : node(id).x));
    const isRising = direction === 'TB' || direction === 'LR';
    expect(places).toEqual(places.toSorted((a, b) => (isRising ? a - b : b - a)));
  },
);
