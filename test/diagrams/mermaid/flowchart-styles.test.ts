import { expect, test } from 'vitest';
import { readDiagram } from '../../../src/3-resolve/diagram/read-diagram.ts';
import { readSpec, readWithWarnings } from './read.ts';

test('styles of classes, boxes, groups and lines', async () => {
  const { nodes, edges, groups } = await readSpec(
    'graph',
    `flowchart LR
  subgraph s
    a:::hot --> b
  end
  b --> c
  classDef default stroke:#333
  classDef hot,warm fill:#f96,color:rgb(1, 2, 3)
  class b,s warm
  style c fill:var(--chart-2),stroke-width:4px
  linkStyle 0 stroke:#ff3,stroke-dasharray: 5 5
  linkStyle default stroke:red`,
  );
  expect(nodes.map(({ paint }) => paint)).toEqual([
    { stroke: '#333', fill: '#f96', text: 'rgb(1, 2, 3)' },
    { stroke: '#333', fill: '#f96', text: 'rgb(1, 2, 3)' },
    { stroke: '#333', fill: 'var(--chart-2)', isThick: true },
  ]);
  expect(edges.map(({ paint }) => paint)).toEqual([
    { stroke: '#ff3', isDashed: true },
    { stroke: 'red' },
  ]);
  expect(groups[0]?.paint).toEqual({ fill: '#f96', text: 'rgb(1, 2, 3)' });
});

test('links and tooltips', async () => {
  const { nodes } = await readSpec(
    'graph',
    `flowchart LR
  a --> b
  click a "https://example.org/x" "A tip" _blank
  click b href "mailto:a@example.org"`,
  );
  expect(nodes.map(({ link, tooltip }) => [link, tooltip])).toEqual([
    ['https://example.org/x', 'A tip'],
    ['mailto:a@example.org', undefined],
  ]);
});

test('theme variables color what has no color of its own', async () => {
  const { nodes, edges, groups } = await readSpec(
    'graph',
    `%%{init: {
  'theme': 'base',
  'themeVariables': { 'primaryColor': '#BB2528', 'primaryTextColor': '#fff', 'lineColor': '#F8B229', 'clusterBkg': 'no color' }
}}%%
flowchart LR
  subgraph s
    a --> b
  end
  style b fill:#0f0`,
  );
  expect(nodes.map(({ paint }) => paint)).toEqual([
    { fill: '#BB2528', text: '#fff' },
    { fill: '#0f0', text: '#fff' },
  ]);
  expect(edges[0]?.paint).toEqual({ stroke: '#F8B229' });
  expect(groups[0]?.paint).toBeUndefined();
});

test('two clicks on a node that have no effect: each has its own line', async () => {
  const { warnings } = await readWithWarnings(
    'flowchart LR\n  A\n  click A call go()\n  click A "/page"\n',
  );
  expect(warnings).toEqual([
    '"click A call go()": what happens on a click is left out',
    '"click A "/page"": this link is left out',
  ]);
});

test('a color of a part of a label', async () => {
  const { warnings } = await readWithWarnings(
    `flowchart LR\n  A["a <span style='color:red'>red</span> word"]\n`,
  );
  expect(warnings).toEqual([`"<span style='color:red'>": the color of this text is left out`]);
});

test('an opacity is not drawn, and a hint says how to have one', async () => {
  const { problems } = await readDiagram(
    'mermaid',
    'flowchart LR\n  A --> B\n  style A fill:#f9f,fill-opacity:0.5\n  style B fill:#f9f,opacity:1\n',
  );
  expect(problems).toMatchObject([
    {
      code: 'diagram-ignored',
      length: 'fill-opacity:0.5'.length,
      message: 'the style "fill-opacity:0.5" is not drawn',
      hint: 'give the color itself an opacity, such as fill:#ff99ff80',
    },
  ]);
});

test.each([
  [
    'flowchart LR\n  A["<font color=red>x</font>"]',
    'color the text of the whole shape: style A color:#c00',
  ],
  ['sequenceDiagram\n  A->>B: <font color=red>x</font>', 'remove the tag'],
])('the hint for a colored text fits the type of %j', async (text, hint) => {
  const { problems } = await readDiagram('mermaid', text);
  expect(problems.map((problem) => problem.hint)).toEqual([hint]);
});
