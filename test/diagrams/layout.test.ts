import { expect, test } from 'vitest';
import { layOut } from '../../src/5-bundle/diagram/layout/layout.ts';
import { Ranks } from '../../src/5-bundle/diagram/layout/waypoints.ts';
import type { Box, Point } from '../../src/5-bundle/diagram/svg.ts';
import type {
  Direction,
  GraphEdge,
  GraphGroup,
  GraphSpec,
} from '../../src/model/diagram/diagram.ts';

const size = { width: 100, height: 40 };
const head = { width: 60, height: 20 };

/** @param nodes names, after the name of their group if they have one: `group/name` */
function graph(
  nodes: readonly string[],
  edges: readonly (readonly [from: string, to: string, label?: string])[],
  groups: readonly Partial<GraphGroup>[] = [],
): GraphSpec {
  return {
    kind: 'graph',
    type: 'flowchart',
    direction: 'TB',
    nodes: nodes.map((name) => {
      const [id = '', group] = name.split('/').reverse();
      const content = { kind: 'text', text: id, align: 'middle', tone: 'plain' } as const;
      return { id, shape: 'rectangle', content, ...(group !== undefined && { group }) };
    }),
    edges: edges.map(([from, to, label]): GraphEdge => {
      const own = { line: 'solid', start: 'none', end: 'arrow', length: 1 } as const;
      return { from, to, ...own, ...(label !== undefined && { label }) };
    }),
    groups: groups.map((group) => ({ id: '', label: 'A group', ...group })),
  };
}

async function place(spec: GraphSpec, direction: Direction = 'TB') {
  const layout = await layOut(
    spec,
    {
      nodes: new Map(spec.nodes.map(({ id }) => [id, size])),
      heads: new Map(spec.groups.map(({ id }) => [id, head])),
      labels: spec.edges.map(({ label }) => (label === undefined ? undefined : head)),
    },
    direction,
    { nodes: 40, ranks: 56 },
  );
  const node = (id: string): Point => centerOf(layout.nodes.get(id));
  const group = (id: string): Box => layout.groups.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { ...layout, node, group };
}

function centerOf(box: Box | undefined): Point {
  if (!box) throw new Error('there is no such box');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function overlap(one: Box, other: Box): boolean {
  const isApart = (a: number, b: number, c: number, d: number) => a + b <= c || c + d <= a;
  return !(
    isApart(one.x, one.width, other.x, other.width) ||
    isApart(one.y, one.height, other.y, other.height)
  );
}

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
