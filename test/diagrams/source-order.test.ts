import { describe, expect, test } from 'vitest';
import { graph, place } from './place.ts';

describe.each(['TB', 'LR'] as const)('in source order, with the direction %s:', (direction) => {
  const across = direction === 'TB' ? ('x' as const) : ('y' as const);

  test('the branches of trees, also with labels and deeper ones between them', async () => {
    const { node } = await place(
      graph(
        ['root', 'a', 'b', 'c', 'b1', 'b2'],
        [
          ['root', 'a', 'first'],
          ['root', 'b', 'second'],
          ['root', 'c'],
          ['b', 'b1'],
          ['b', 'b2', 'last'],
        ],
      ),
      direction,
    );
    const places = ['a', 'b', 'c'].map((id) => node(id)[across]);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(node('b1')[across]).toBeLessThan(node('b2')[across]);
  });

  test('what is not connected, next to groups and in them', async () => {
    const { node } = await place(
      graph(
        ['g/a', 'g/b', 'c', 'd', 'h/e', 'h/f', 'h/f2'],
        [
          ['a', 'b'],
          ['f', 'f2'],
        ],
        [{ id: 'g' }, { id: 'h' }],
      ),
      direction,
    );
    const places = ['a', 'c', 'd', 'e', 'f'].map((id) => node(id)[across]);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  test('groups with directions of their own', async () => {
    const directions = ['LR', 'RL', 'TB', 'BT'] as const;
    const ids = directions.map((_, i) => `g${i}`);
    const { group } = await place(
      graph(
        ids.flatMap((id) => [`${id}/${id}a`, `${id}/${id}b`]),
        ids.map((id) => [`${id}a`, `${id}b`] as const),
        ids.map((id, i) => ({ id, direction: directions[i] ?? 'TB' })),
      ),
      direction,
    );
    const places = ids.map((id) => group(id)[across]);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  test('the parts of a group that a line leads to', async () => {
    const { node, group, edges } = await place(
      graph(
        ['start', 'r1/a', 'r1/b', 'r2/c', 'r2/d'],
        [
          ['start', 'all'],
          ['a', 'b', 'forth'],
          ['b', 'a', 'back'],
          ['c', 'd'],
        ],
        [{ id: 'all' }, { id: 'r1', parent: 'all' }, { id: 'r2', parent: 'all' }],
      ),
      direction,
    );
    expect(node('a')[across]).toBeLessThan(node('c')[across]);
    const [first, second] = [group('r1'), group('r2')];
    const size = across === 'x' ? 'width' : 'height';
    expect(first[across] + first[size]).toBeLessThanOrEqual(second[across]);
    for (const { label } of edges.slice(1, 3)) {
      expect(label?.[across]).toBeGreaterThan(first[across]);
      expect(label?.[across]).toBeLessThan(first[across] + first[size]);
    }
  });
});
