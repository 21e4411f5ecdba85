import path from 'node:path';
import { describe, expect } from 'vitest';
import { planSteps } from '../../src/4-render/diagram/plan-steps.ts';
import { readDiagram } from '../../src/3-resolve/diagram/read-diagram.ts';
import type { DiagramSteps, GraphSpec } from '../../src/model/diagram.ts';
import { test } from '../support/browser.ts';
import { whenReady } from '../support/deck-walk.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

async function plan(text: string, steps: DiagramSteps) {
  const { reading } = await readDiagram('mermaid', text);
  const spec = reading?.spec as GraphSpec;
  const { nodes, groups, edges, count } = planSteps(spec, steps);
  return { nodes: Object.fromEntries(nodes), groups: Object.fromEntries(groups), edges, count };
}

const flow = 'flowchart LR\n  a --> b --> c\n  c --> a';

describe('what appears at each step', () => {
  test('nodes one after the other, each with its edges to those that are there', async () => {
    expect(await plan(flow, 'nodes')).toEqual({
      nodes: { a: 0, b: 1, c: 2 },
      groups: {},
      edges: [1, 2, 2],
      count: 2,
    });
  });

  test('edges one after the other, each with the nodes at its ends', async () => {
    expect(await plan(`${flow}\n  d`, 'edges')).toEqual({
      nodes: { a: 0, b: 1, c: 2, d: 0 },
      groups: {},
      edges: [1, 2, 3],
      count: 3,
    });
  });

  test('all nodes up to the next one of a list', async () => {
    const { nodes, edges, count } = await plan('flowchart LR\n  a --> b --> c --> d', [2, 4]);
    expect([nodes, edges, count]).toEqual([{ a: 0, b: 0, c: 1, d: 1 }, [0, 1, 1], 1]);
  });

  test('a group with the first node in it', async () => {
    const text = 'flowchart LR\n  a --> b\n  subgraph g\n    b --> c\n  end';
    const { groups, nodes } = await plan(text, 'nodes');
    expect(groups.g).toBe(Math.min(nodes.b ?? 9, nodes.c ?? 9));
  });
});

test('a diagram appears in steps, without moving', async ({ openDeck }) => {
  const text =
    '```mermaid steps=nodes\nflowchart LR\n  a[First] -->|then| b[Second] --> c[Third]\n```\n';
  const folder = temporaryFolder({ 'deck.md': `## Steps\n\n${text}` });
  await lectern(['build', 'deck.md', '--out', 'deck.html'], folder);
  const { page } = await openDeck(path.join(folder, 'deck.html'));
  await whenReady(page);
  const shown = () =>
    page
      .locator('.diagram text')
      .evaluateAll((texts) =>
        texts
          .filter((each) => getComputedStyle(each).visibility === 'visible')
          .map((each) => each.textContent),
      );
  const place = async () =>
    (await page.locator('.diagram text', { hasText: 'First' }).boundingBox())?.x;
  const start = await place();
  await expect.poll(shown).toEqual(['First']);
  await page.keyboard.press('ArrowRight');
  await expect.poll(shown).toEqual(['First', 'Second', 'then']);
  await page.keyboard.press('ArrowRight');
  await expect.poll(shown).toEqual(['First', 'Second', 'Third', 'then']);
  expect(await place()).toBe(start);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(shown).toEqual(['First', 'Second', 'then']);
});
