import { expect, test } from 'vitest';
import { drawGraph } from '../../../src/5-bundle/diagram/graph.ts';
import { Typesetter } from '../../../src/5-bundle/diagram/typesetter.ts';
import { readSpec } from './read.ts';

/** Draws a diagram with letters that are half as wide as high. */
async function draw(text: string): Promise<string> {
  const typesetter = new Typesetter({ width: (each) => each.length / 2, ascent: () => 0.8 }, 20);
  const spec = await readSpec('graph', text);
  const spacing = { nodes: 40, ranks: 56 };
  const drawing = await drawGraph(spec, typesetter, { direction: spec.direction, spacing });
  return drawing?.content ?? '';
}

test('a click with an address is a link around its box, with the tooltip', async () => {
  const content = await draw(`flowchart LR
  a["<script>"] --> b
  click a "https://example.org/?a=1&b=2" "A <tip>"`);
  expect(content).toContain(
    '<a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer"><g class="node"><title>A &lt;tip&gt;</title>',
  );
  expect(content).toContain('&lt;script&gt;');
  expect(content).not.toContain('<script');
});

test('styles continue where a text is wrapped', async () => {
  const content = await draw(
    'flowchart LR\n  a["`plain **bold words that continue on more lines** plain`"]',
  );
  const strong = [...content.matchAll(/<tspan class="strong">([^<]*)<\/tspan>/g)];
  expect(strong.map(([, text]) => text).join(' ')).toBe('bold words that continue on more lines');
  expect(strong.length).toBeGreaterThan(1);
});

test('abstract members are italic, static ones underlined', async () => {
  const content = await draw('classDiagram\n  class A {\n    run()*\n    of()$\n  }');
  expect(content).toContain('<tspan class="emphasis">run()</tspan>');
  expect(content).toContain('<tspan class="underlined">of()</tspan>');
});

test('curves: straight and stepped', async () => {
  const linesOf = (content: string) =>
    [...content.matchAll(/class="stroke" d="([^"]*)"/g)].map(([, d]) => d);
  const settings = (curve: string) => `%%{init: {"flowchart": {"curve": "${curve}"}}}%%\n`;
  const text = 'flowchart TB\n  a --> b & c';
  for (const curve of ['linear', 'stepBefore']) {
    for (const line of linesOf(await draw(settings(curve) + text))) {
      expect(line).toMatch(/^M[\d., -]+$/);
    }
  }
});

test.each(['TB', 'LR', 'BT', 'RL'])(
  'many lines at a side of a group stay at its frame: %s',
  async (direction) => {
    const typesetter = new Typesetter({ width: (each) => each.length / 2, ascent: () => 0.8 }, 20);
    const text = `flowchart ${direction}
  subgraph G
    x --> y
  end
  G --> b & c & d
  b & c & d & e & f & g --> G`;
    const spec = await readSpec('graph', text);
    const spacing = { nodes: 40, ranks: 56 };
    const drawing = await drawGraph(spec, typesetter, { direction: spec.direction, spacing });
    expect(drawing?.width).toBeGreaterThan(200);
    expect(drawing?.height).toBeGreaterThan(200);
  },
);
