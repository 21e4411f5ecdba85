import path from 'node:path';
import { describe, expect } from 'vitest';
import { readDiagram } from '../../src/3-resolve/diagram/read-diagram.ts';
import { planSteps, type SteppedSpec } from '../../src/4-render/diagram/plan-steps.ts';
import type { DiagramSteps, GraphSpec } from '../../src/model/diagram/diagram.ts';
import { eventsIn, type SequenceSpec } from '../../src/model/diagram/sequence.ts';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

async function plan(text: string, steps: DiagramSteps) {
  const { reading } = await readDiagram(text.startsWith('digraph') ? 'dot' : 'mermaid', text);
  const spec = reading?.spec as SteppedSpec;
  return { spec, ...planSteps(spec, steps) };
}

async function graph(text: string, steps: DiagramSteps) {
  const { spec, nodes, groups, edges } = await plan(text, steps);
  const { nodes: all, groups: frames } = spec as GraphSpec;
  const byId = (items: readonly { readonly id: string }[], at: readonly number[]) =>
    Object.fromEntries(items.map(({ id }, i) => [id, at[i]]));
  return { nodes: byId(all, nodes), groups: byId(frames, groups), edges };
}

const flow = 'flowchart LR\n  a --> b --> c\n  c --> a';

describe('what appears at each step', () => {
  test('nodes one after the other, each with its edges to those that are there', async () => {
    expect(await graph(flow, 'nodes')).toEqual({
      nodes: { a: 0, b: 1, c: 2 },
      groups: {},
      edges: [1, 2, 2],
    });
  });

  test('edges one after the other, each with the nodes at its ends', async () => {
    expect(await graph(`${flow}\n  d`, 'edges')).toEqual({
      nodes: { a: 0, b: 1, c: 2, d: 0 },
      groups: {},
      edges: [1, 2, 3],
    });
  });

  test('invisible edges take no step', async () => {
    const { nodes, edges } = await graph('flowchart LR\n  a ~~~ b\n  a --> c', 'edges');
    expect([nodes, edges]).toEqual([{ a: 0, b: 0, c: 1 }, [0, 1]]);
  });

  test('all nodes up to the next one of a list', async () => {
    const { nodes, edges } = await graph('flowchart LR\n  a --> b --> c --> d', [2, 4]);
    expect([nodes, edges]).toEqual([{ a: 0, b: 0, c: 1, d: 1 }, [0, 1, 1]]);
  });

  test('a group with the first node in it', async () => {
    const text = 'flowchart LR\n  a --> b\n  subgraph g\n    b --> c\n  end';
    const { groups, nodes } = await graph(text, 'nodes');
    expect(groups.g).toBe(Math.min(nodes.b ?? 9, nodes.c ?? 9));
  });

  const conversation = `sequenceDiagram
  box one
    participant A
    participant B
  end
  Note over A: start
  A->>+B: first
  Note right of B: of the first
  loop again
    Note over A: of the second
    B-->>-A: second
    create participant C
    A->>C: third
  end
  alt yes
    A->>B: fourth
  else no
    A->>B: fifth
  end`;
  const eventNames =
    'note message activate note frame note message deactivate message frame message message';

  test('messages one after the other, with their notes, frames and created participants', async () => {
    const { spec, nodes, groups, edges } = await plan(conversation, 'edges');
    expect([nodes, groups]).toEqual([[0, 0, 3], [0]]);
    expect(eventsIn((spec as SequenceSpec).events).map(({ kind }) => kind)).toEqual(
      eventNames.split(' '),
    );
    expect(edges).toEqual([0, 1, 1, 1, 2, 2, 2, 2, 3, 4, 4, 5]);
  });

  test('participants one after the other, with the messages between those that are there', async () => {
    const { nodes, groups, edges } = await plan(conversation, 'nodes');
    expect([nodes, groups]).toEqual([[0, 1, 2], [0]]);
    expect(edges).toEqual([0, 1, 1, 1, 0, 0, 1, 1, 2, 1, 1, 1]);
    expect((await plan(conversation, [2, 3])).nodes).toEqual([0, 0, 1]);
  });

  const dot = 'digraph { a -> b; h [style=invis]; a -> h; subgraph cluster_c { c -> d }; b -> c }';

  test('the nodes and edges of a graph in DOT, without those that are invisible', async () => {
    const nodes = await plan(dot, 'nodes');
    expect(nodes).toMatchObject({ nodes: [0, 1, 1, 2, 3], groups: [2], edges: [1, 1, 2, 3] });
    const edges = await plan('digraph { a -> b [style=invis]; a -> c; c -> b }', 'edges');
    expect(edges).toMatchObject({ nodes: [0, 2, 1], edges: [0, 1, 2] });
    const mixed = await plan('digraph { a -> b; c -> d; a -> d }', 'edges');
    expect(mixed).toMatchObject({ nodes: [0, 1, 2, 2], edges: [1, 3, 2] });
  });

  test('several graphs in DOT one after the other', async () => {
    const { nodes, edges } = await plan('digraph { a -> b } digraph { c -> d }', 'nodes');
    expect([nodes, edges]).toEqual([
      [0, 1, 2, 3],
      [1, 3],
    ]);
  });
});

const decks = {
  flowchart:
    '```mermaid steps=nodes\nflowchart LR\n  a[First] -->|then| b[Second] --> c[Third]\n```\n',
  sequence:
    '```mermaid steps=edges\nsequenceDiagram\n  A->>+B: Hello\n  loop\n    B-->>-A: Hi\n  end\n```\n',
  dot: '```dot steps="b, c"\ndigraph { a -> b; b -> c [label=on]; subgraph cluster_d { label=In; c } }\n```\n',
};

test('diagrams appear in steps, without moving', async ({ openDeck }) => {
  const slides = Object.values(decks).map((text) => `## Steps\n\n${text}`);
  const folder = temporaryFolder({ 'deck.md': slides.join('\n---\n\n') });
  await lectern(['build', 'deck.md', '--out', 'deck.html'], folder);
  const { page } = await openDeck(path.join(folder, 'deck.html'));
  await whenReady(page);
  const texts = page.locator('.slide.present .diagram text');
  const shown = () =>
    texts.evaluateAll((all) =>
      all
        .filter((each) => getComputedStyle(each).visibility === 'visible')
        .map((each) => each.textContent),
    );
  const place = async () => (await texts.filter({ hasText: 'First' }).boundingBox())?.x;
  const start = await place();
  await expect.poll(shown).toEqual(['First']);
  await page.keyboard.press('ArrowRight');
  await expect.poll(shown).toEqual(['First', 'Second', 'then']);
  await page.keyboard.press('ArrowRight');
  await expect.poll(shown).toEqual(['First', 'Second', 'Third', 'then']);
  expect(await place()).toBe(start);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(shown).toEqual(['First', 'Second', 'then']);
  const all = [
    ['A', 'B'],
    ['A', 'B', 'Hello'],
    ['A', 'B', 'Hello', 'loop', 'Hi'],
    ['a', 'b'],
    ['In', 'a', 'b', 'c', 'on'],
  ];
  await page.keyboard.press('ArrowRight');
  for (const texts of all) {
    await page.keyboard.press('ArrowRight');
    await expect.poll(shown).toEqual(texts);
  }
});
