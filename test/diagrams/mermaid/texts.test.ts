import { expect, test } from 'vitest';
import { edgesOf, nodesOf } from './graphs.ts';
import { readSpec } from './read.ts';

test('quotes around a message, a name or an event are part of it', async () => {
  const { participants, events } = await readSpec(
    'sequence',
    `sequenceDiagram
  participant A as "Ada"
  A->>A: "Hello"
  Note over A: "a note"`,
  );
  expect(participants.map(({ label }) => label)).toEqual(['"Ada"']);
  expect(events.map((event) => 'text' in event && event.text)).toEqual(['"Hello"', '"a note"']);
  const states = await readSpec('graph', 'stateDiagram-v2\n  a --> b : "go"');
  expect(edgesOf(states)).toEqual(['a none solid arrow b "\\"go\\""']);
  const timeline = await readSpec('board', 'timeline\n  1999 : "The end"');
  expect(JSON.stringify(timeline)).toContain('\\"The end\\"');
});

test('a wrong break is a break as well', async () => {
  const { nodes } = await readSpec('graph', 'flowchart LR\n  a[Start</br>over]');
  expect(nodes.map(({ content }) => 'text' in content && content.text)).toEqual(['Start\nover']);
});

test('underscores in names are no marks', async () => {
  const spec = await readSpec('graph', 'erDiagram\n  _customer_order\n  _order_');
  expect(nodesOf(spec)).toEqual([
    'entity-_customer_order-0 rectangle "_customer_order"',
    'entity-_order_-1 rectangle "order"',
  ]);
});

test('styles make texts bold and italic', async () => {
  const spansOf = async (text: string) => {
    const { nodes } = await readSpec('graph', text);
    return nodes.map(({ content }) => ('spans' in content ? content.spans : undefined));
  };
  const bold = { start: 0, end: 4, style: 'strong' };
  const italic = { start: 0, end: 4, style: 'emphasis' };
  expect(
    await spansOf('flowchart LR\n  a[Milk]:::b\n  classDef b font-weight:bold,font-style:italic'),
  ).toEqual([[bold, italic]]);
  expect(
    await spansOf('stateDiagram-v2\n  classDef b font-weight:700\n  Milk:::b --> Milk'),
  ).toEqual([[bold]]);
  expect(await spansOf('flowchart LR\n  a[Milk]\n  style a font-weight:400')).toEqual([undefined]);
});
