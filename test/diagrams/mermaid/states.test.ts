import { expect, test } from 'vitest';
import { edgesOf, nodesOf } from './graphs.ts';
import { readSpec } from './read.ts';

test('states, their texts, and transitions', async () => {
  const spec = await readSpec(
    'graph',
    `stateDiagram-v2
  direction LR
  state "A long name" as s1
  s2 : first line
  s2 : second line
  [*] --> s1
  s1 --> s2 : what #quot;happens#quot;
  s2 --> [*]
  s2 --> s2`,
  );
  expect(spec.direction).toBe('LR');
  expect(nodesOf(spec)).toEqual([
    's1 rounded "A long name"',
    's2 rounded "first line\\nsecond line"',
    'root_start dot ""',
    'root_end end ""',
  ]);
  expect(edgesOf(spec)).toEqual([
    'root_start none solid arrow s1',
    's1 none solid arrow s2 "what \\"happens\\""',
    's2 none solid arrow root_end',
    's2 none solid arrow s2',
  ]);
});

test('composite states, their directions, and lines to them', async () => {
  const spec = await readSpec(
    'graph',
    `stateDiagram-v2
  [*] --> Outer
  state Outer {
    direction LR
    [*] --> Inner
    state "The inner one" as Inner {
      a --> b
    }
  }
  Outer --> Outer : again
  Inner --> c`,
  );
  expect(spec.groups).toEqual([
    { id: 'Outer', label: 'Outer', direction: 'LR' },
    { id: 'Inner', label: 'The inner one', parent: 'Outer' },
  ]);
  expect(edgesOf(spec)).toEqual([
    'root_start none solid arrow Outer',
    'Outer_start none solid arrow Inner',
    'a none solid arrow b',
    'Outer none solid arrow Outer "again"',
    'Inner none solid arrow c',
  ]);
});

test('concurrent regions have the same ids each time', async () => {
  const text = `stateDiagram-v2
  state Active {
    [*] --> a
    a --> [*]
    --
    [*] --> b
  }`;
  const spec = await readSpec('graph', text);
  expect(spec.groups.map(({ id, parent, paint }) => [id, parent, paint?.isDashed])).toEqual([
    ['Active', undefined, undefined],
    ['region 1', 'Active', true],
    ['region 2', 'Active', true],
  ]);
  expect(nodesOf(spec)).toEqual([
    'region 1_start dot "" in region 1',
    'a rounded "a" in region 1',
    'region 1_end end "" in region 1',
    'region 2_start dot "" in region 2',
    'b rounded "b" in region 2',
  ]);
  expect(await readSpec('graph', text)).toEqual(spec);
});

test('forks, choices, notes and styles', async () => {
  const spec = await readSpec(
    'graph',
    `stateDiagram-v2
  state f <<fork>>
  state j <<join>>
  state c <<choice>>
  f --> a
  a --> j
  j --> c
  state Group {
    d
    note right of d : one line
  }
  note left of a
    two
    lines
  end note
  classDef bad fill:#f00,color:white
  class a bad
  c --> e:::bad
  style d fill:#0f0
  click a "https://example.org/" "A tip"`,
  );
  expect(spec.nodes).toMatchObject([
    { id: 'f', shape: 'bar' },
    { id: 'j', shape: 'bar' },
    { id: 'c', shape: 'diamond' },
    { id: 'a', paint: { fill: '#f00', text: 'white' }, link: 'https://example.org/' },
    { id: 'd', group: 'Group', paint: { fill: '#0f0' } },
    { shape: 'note', content: { text: 'one line' }, group: 'Group' },
    { shape: 'note', content: { text: 'two\nlines' } },
    { id: 'e', paint: { fill: '#f00', text: 'white' } },
  ]);
  expect(spec.groups).toEqual([{ id: 'Group', label: 'Group' }]);
});

test('notes with a name, and on one line with colons and semicolons', async () => {
  const spec = await readSpec(
    'graph',
    `stateDiagram-v2
  a --> b : go
  note right of a : at 10:30; or "later"
  note "A **free** note" as N1
  note "Of a" as N2
  a --> N2`,
  );
  const notes = spec.nodes.filter(({ shape }) => shape === 'note');
  expect(notes).toMatchObject([
    { content: { text: 'at 10:30; or "later"' } },
    { id: 'N2', content: { text: 'Of a' } },
    { id: 'N1', content: { text: 'A free note', spans: [{ start: 2, end: 6 }] } },
  ]);
  expect(spec.nodes.map(({ id }) => id)).toHaveLength(5);
});
