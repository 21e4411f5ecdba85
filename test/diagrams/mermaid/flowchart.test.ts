import { expect, test } from 'vitest';
import { shapeNames } from '../../../src/3-resolve/diagram/mermaid/graph/shapes.ts';
import { edgesOf, nodesOf } from './graphs.ts';
import { readSpec, readWithWarnings } from './read.ts';

test('shapes in brackets', async () => {
  const spec = await readSpec(
    'graph',
    `graph TD
  a[One] --> b(Two) --> c([Three]) --> d[[Four]] --> e[(Five)]
  f((Six)) --> g(((Seven))) --> h{Eight} --> i{{Nine}}
  j[/Ten/] --> k[\\Eleven\\] --> l[/Twelve\\] --> m[\\Thirteen/] --> n>Fourteen] --> o(-Fifteen-)`,
  );
  expect(nodesOf(spec)).toEqual([
    'a rectangle "One"',
    'b rounded "Two"',
    'c stadium "Three"',
    'd subroutine "Four"',
    'e cylinder "Five"',
    'f circle "Six"',
    'g double-circle "Seven"',
    'h diamond "Eight"',
    'i hexagon "Nine"',
    'j parallelogram "Ten"',
    'k parallelogram-left "Eleven"',
    'l trapezium "Twelve"',
    'm inverted-trapezium "Thirteen"',
    'n flag "Fourteen"',
    'o ellipse "Fifteen"',
  ]);
});

test('each name of a shape', async () => {
  for (const name of shapeNames.filter(
    (each) => !/^(?:state|choice|ellipse|note|end)$/.test(each),
  )) {
    const { nodes } = await readSpec('graph', `flowchart LR\n  a@{ shape: ${name} }`);
    expect([name, nodes.length]).toEqual([name, 1]);
  }
});

test('metadata of a shape over several lines, in quotes, with braces in it', async () => {
  const spec = await readSpec(
    'graph',
    `flowchart LR
  a@{
    shape: cyl
    label: "Orders: {all}"
  }
  b@{ shape: 'doc', label: Plain }
  a --> b`,
  );
  expect(nodesOf(spec)).toEqual(['a cylinder "Orders: {all}"', 'b document "Plain"']);
});

test('lines: their ends, their strokes, their lengths and labels', async () => {
  const spec = await readSpec(
    'graph',
    `flowchart LR
  a --> b --- c
  a -.-> b -.- c
  a ==> b === c
  a --x b --o c
  a <--> b x--x c
  a ~~~ b
  a -- one --> b -->|two| c
  a == three ==> b -. four .-> c
  a ----> b -..-> c
  a & b --> c & d`,
  );
  expect(edgesOf(spec)).toEqual([
    'a none solid arrow b',
    'b none solid none c',
    'a none dotted arrow b',
    'b none dotted none c',
    'a none thick arrow b',
    'b none thick none c',
    'a none solid cross b',
    'b none solid circle c',
    'a arrow solid arrow b',
    'b cross solid cross c',
    'a none invisible none b',
    'a none solid arrow b "one"',
    'b none solid arrow c "two"',
    'a none thick arrow b "three"',
    'b none dotted arrow c "four"',
    'a none solid arrow b',
    'b none dotted arrow c',
    'a none solid arrow c',
    'a none solid arrow d',
    'b none solid arrow c',
    'b none solid arrow d',
  ]);
  expect(spec.edges.slice(15, 17).map(({ length }) => length)).toEqual([3, 2]);
});

test('a line with a name is no box, nor are its attributes', async () => {
  const spec = await readSpec(
    'graph',
    `flowchart LR
  a e1@--> b
  e1@{ animate: true }
  b e2@==>|x| c
  e2@{ curve: linear }`,
  );
  expect(nodesOf(spec)).toEqual(['a rectangle "a"', 'b rectangle "b"', 'c rectangle "c"']);
  expect(spec.edges.map(({ curve }) => curve)).toEqual([undefined, 'straight']);
});

test('groups, their directions, and lines to them', async () => {
  const spec = await readSpec(
    'graph',
    `flowchart LR
  subgraph one ["The #quot;first#quot; one"]
    direction TB
    a --> b
    subgraph two
      c
    end
  end
  subgraph Three words here
    d
  end
  one --> d
  two --> two
  a --> two`,
  );
  expect(spec.groups).toEqual([
    { id: 'one', label: 'The "first" one', direction: 'TB' },
    { id: 'two', label: 'two', parent: 'one' },
    { id: expect.any(String), label: 'Three words here' },
  ]);
  expect(nodesOf(spec)).toEqual([
    'a rectangle "a" in one',
    'b rectangle "b" in one',
    'c rectangle "c" in two',
    `d rectangle "d" in ${spec.groups[2]?.id}`,
  ]);
  expect(edgesOf(spec).slice(1)).toEqual([
    'one none solid arrow d',
    'two none solid arrow two',
    'a none solid arrow two',
  ]);
});

test('a collapsed group is a box', async () => {
  const spec = await readSpec(
    'graph',
    `flowchart LR
  subgraph g [Group]
    a --> b
  end
  start --> a
  g --> end1
  g@{ view: collapsed }`,
  );
  expect(spec.groups).toEqual([]);
  expect(spec.nodes.find(({ id }) => id === 'g')).toMatchObject({
    shape: 'rounded',
    content: { kind: 'column', cells: [{ text: 'Group' }, { text: '•••' }] },
  });
  expect(edgesOf(spec)).toHaveLength(2);
});

test('texts: Markdown, tags, breaks, entities, several lines', async () => {
  const { nodes, edges } = await readSpec(
    'graph',
    `flowchart LR
  a["\`**Bold** and *italic*
  on two lines\`"]
  b["x #quot;y#quot; &amp; #9829; <b>z</b><br/>snake_case_name"]
  c["List<String> & 2 * 3 * 4"]
  a -->|"\`_so_ much\`"| b`,
  );
  expect(nodes.map(({ content }) => content)).toMatchObject([
    {
      text: 'Bold and italic\non two lines',
      spans: [
        { start: 0, end: 4, style: 'strong' },
        { start: 9, end: 15, style: 'emphasis' },
      ],
    },
    { text: 'x "y" & ♥ z\nsnake_case_name', spans: [{ start: 10, end: 11, style: 'strong' }] },
    { text: 'List<String> & 2 * 3 * 4' },
  ]);
  expect(edges[0]).toMatchObject({
    label: 'so much',
    labelSpans: [{ start: 0, end: 2, style: 'emphasis' }],
  });
});

test('titles, names and settings', async () => {
  const { reading, warnings } = await readWithWarnings(`---
title: Its title
config:
  flowchart:
    curve: stepAfter
---
%%{init: {'theme': 'dark'}}%%
  %% a comment --> with a line
  flowchart TB
    accTitle: Its name
    accDescr {
      Two lines
      of description
    }
    a --> b`);
  expect(warnings).toEqual([]);
  expect(reading).toMatchObject({
    title: 'Its title',
    name: 'Its name',
    alt: 'Two lines\nof description',
    spec: { direction: 'TB', edges: [{ curve: 'stepped' }] },
  });
});

test('blank lines in a label stay', async () => {
  const spec = await readSpec('graph', 'flowchart LR\n  A["x<br/><br/>y"] --> B["one\n\n\ntwo"]\n');
  expect(spec.nodes).toMatchObject([
    { content: { text: 'x\n\ny' } },
    { content: { text: 'one\n\n\ntwo' } },
  ]);
});

test('a formula whose backslashes are doubled', async () => {
  const { reading } = await readWithWarnings('flowchart LR\n  A["$$\\\\frac{1}{2}$$"]\n');
  expect(reading.figures).toMatchObject([{ kind: 'formula', tex: '\\frac{1}{2}' }]);
});
