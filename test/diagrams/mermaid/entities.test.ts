import { expect, test } from 'vitest';
import { edgesOf } from './graphs.ts';
import { readSpec } from './read.ts';

test('relations: how many, identifying or not, in signs and in words', async () => {
  const spec = await readSpec(
    'graph',
    `erDiagram
  direction LR
  A ||--o{ B : has
  C }|..|{ D : "is in"
  E |o--o| F : ""
  G one or more to zero or one H : uses
  I 1 to 0+ J : uses`,
  );
  expect(spec.direction).toBe('LR');
  const names = new Map(spec.nodes.map(({ id }) => [id, id.replace(/^entity-(\w)-\d+$/, '$1')]));
  const edges = spec.edges.map((edge) => ({
    ...edge,
    from: names.get(edge.from) ?? '',
    to: names.get(edge.to) ?? '',
  }));
  expect(edgesOf({ ...spec, edges })).toEqual([
    'A one solid zero-many B "has"',
    'C many dashed many D "is in"',
    'E zero-one solid zero-one F',
    'G many solid zero-one H "uses"',
    'I one solid zero-many J "uses"',
  ]);
});

test('attributes, keys, comments, aliases, bold names and styles', async () => {
  const { nodes } = await readSpec(
    'graph',
    `erDiagram
  p[Person] {
    string firstName PK, FK "the #quot;first#quot; one"
    int[] ages UK
  }
  "**Line** item" {
    string sku
  }
  CAR:::hot ||--|| p : of
  classDef hot fill:#f00
  style p fill:#0f0`,
  );
  expect(nodes).toMatchObject([
    {
      content: {
        cells: [
          { text: 'Person', tone: 'strong' },
          {
            cells: [
              { text: 'firstName\nages' },
              { text: 'string\nint[]' },
              { text: 'PK, FK\nUK' },
              { text: 'the "first" one\n' },
            ],
          },
        ],
      },
      paint: { fill: '#0f0' },
    },
    {
      content: {
        cells: [{ text: 'Line item', spans: [{ start: 0, end: 4, style: 'strong' }] }, {}],
      },
    },
    { content: { text: 'CAR' }, paint: { fill: '#f00' } },
  ]);
});

test('bold, italic and generic types in attributes', async () => {
  const { nodes } = await readSpec(
    'graph',
    `erDiagram
  LICENSE {
    List~List~int~~ **number** PK "The *only* __one__"
    string(99)~T~ last_name_
    *Map~K,V~* __valid_from__
  }`,
  );
  const cell = (text: string, ...spans: readonly unknown[]) => ({
    text,
    ...(spans.length > 0 && { spans }),
  });
  const strong = (start: number, end: number) => ({ start, end, style: 'strong' });
  const emphasis = (start: number, end: number) => ({ start, end, style: 'emphasis' });
  expect(nodes[0]?.content).toMatchObject({
    cells: [
      { text: 'LICENSE' },
      {
        cells: [
          cell('number\nlast_name_\nvalid_from', strong(0, 6), strong(18, 28)),
          cell('List<List<int>>\nstring(99)<T>\nMap<K,V>', emphasis(30, 38)),
          cell('PK\n\n'),
          cell('The only one\n\n', emphasis(4, 8), strong(9, 12)),
        ],
      },
    ],
  });
});
