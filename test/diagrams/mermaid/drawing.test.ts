import { expect, test } from 'vitest';
import { drawGraph } from '../../../src/5-bundle/diagram/graph.ts';
import { drawQuadrants } from '../../../src/5-bundle/diagram/quadrants.ts';
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

test('a link on a class underlines its name, not its members', async () => {
  const content = await draw(
    'classDiagram\n  class A {\n    run()\n  }\n  click A href "https://example.org"',
  );
  expect(content).toContain('<a class="named" href="https://example.org/"');
});

test('a label of two lines interrupts its line as a whole', async () => {
  const content = await draw('flowchart LR\n  a -->|one answer<br/>two| b');
  const halo = /<rect x="([\d.]+)"[^>]*? width="([\d.]+)"[^>]*? class="halo label"/.exec(content);
  const text = /<text class="small" x="([\d.]+)"[^>]*>one answer</.exec(content);
  const [left = 0, width = 0] = halo?.slice(1).map(Number) ?? [];
  expect(left + width / 2).toBeCloseTo(Number(text?.[1]), 0);
  expect(width).toBeGreaterThan(80);
  expect(content).not.toContain('<text class="small label"');
});

test('points at the edges of a quadrant chart are whole', async () => {
  const typesetter = new Typesetter({ width: (each) => each.length / 2, ascent: () => 0.8 }, 20);
  const spec = await readSpec('quadrants', 'quadrantChart\n  One: [1, 1]\n  Two: [0, 0]');
  const { content, width, height } = drawQuadrants(spec, typesetter, { width: 900, height: 500 });
  const [, dx = 0, dy = 0] = (/^<g transform="translate\((\S+) (\S+)\)/.exec(content) ?? []).map(
    Number,
  );
  const dots = [...content.matchAll(/cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)];
  expect(dots).toHaveLength(2);
  for (const [x = 0, y = 0, r = 0] of dots.map((each) => each.slice(1).map(Number))) {
    expect(Math.min(x + dx, y + dy)).toBeGreaterThan(r);
    expect(x + dx + r).toBeLessThan(width);
    expect(y + dy + r).toBeLessThan(height);
  }
});

test('the title of a quadrant is not on a point', async () => {
  const typesetter = new Typesetter({ width: (each) => each.length / 2, ascent: () => 0.8 }, 20);
  const text = 'quadrantChart\n  quadrant-1 Quick wins\n  A: [0.75, 0.96]\n  B: [0.25, 0.6]';
  const spec = await readSpec('quadrants', text);
  const { content } = drawQuadrants(spec, typesetter, { width: 900, height: 500 });
  const [, x = 0, y = 0] = (/x="([\d.]+)" y="([\d.]+)"[^>]*>Quick wins/.exec(content) ?? []).map(
    Number,
  );
  const [, cx = 0, cy = 0] = (/cx="([\d.]+)" cy="([\d.]+)"/.exec(content) ?? []).map(Number);
  const isBeside = Math.abs(x - cx) > 7 + 'Quick wins'.length * 5;
  expect(isBeside || Math.abs(y - cy) > 30).toBe(true);
});

/** The coordinates on the lines of a drawing, by edge. */
function linesOf(content: string): readonly (readonly number[])[] {
  return [...content.matchAll(/class="stroke" d="([^"]*)"/g)].map(([, d = '']) =>
    [...d.matchAll(/-?[\d.]+/g)].map(([number]) => Number(number)),
  );
}

test.each(['LR', 'TD'])(
  'a line from a group to its member starts at the near border: %s',
  async (direction) => {
    const content = await draw(
      `flowchart ${direction}\n  P --> A\n  subgraph P\n    A --> B --> C\n  end`,
    );
    const [first = []] = linesOf(content);
    expect(Math.max(...first) - Math.min(...first)).toBeLessThan(200);
    const [x = 0, y = 0, end = 0] = first;
    expect(Math.abs(end - (direction === 'LR' ? x : y))).toBeLessThan(50);
  },
);

test('lines from and to groups keep away from their corners', async () => {
  const content = await draw(`flowchart LR
  subgraph a
    A1
  end
  subgraph b
    B1
  end
  subgraph c
    C1
  end
  a -- "Graph to graph" --> b
  b -- "Graph to node" --> C1
  A1 -- "Node to graph" --> c`);
  const frames = [
    ...content.matchAll(/<g class="group"><rect x="\S+" y="(\S+)" width="\S+" height="(\S+)"/g),
  ];
  const [frame] = frames.map(([, y, height]) => ({ y: Number(y), height: Number(height) }));
  const start = linesOf(content)[0]?.[1] ?? 0;
  expect(frame).toBeDefined();
  if (!frame) return;
  expect(Math.abs(start - frame.y - frame.height / 2)).toBeLessThan(frame.height * 0.36);
});

test('curves: straight and stepped', async () => {
  const pathsOf = (content: string) =>
    [...content.matchAll(/class="stroke" d="([^"]*)"/g)].map(([, d]) => d);
  const settings = (curve: string) => `%%{init: {"flowchart": {"curve": "${curve}"}}}%%\n`;
  const text = 'flowchart TB\n  a --> b & c';
  for (const curve of ['linear', 'stepBefore']) {
    for (const line of pathsOf(await draw(settings(curve) + text))) {
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
