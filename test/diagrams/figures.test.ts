import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDiagram } from '../../src/3-resolve/diagram/read-diagram.ts';
import { fontAwesomeSets, lucideNameOf } from '../../src/base/icons/font-awesome.ts';
import type { GraphSpec } from '../../src/model/diagram/diagram.ts';
import { figureMark, spellFigures } from '../../src/model/diagram/figures.ts';
import { writeFiles } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';
import { fence } from './specs.ts';

async function read(text: string) {
  const { reading, problems } = await readDiagram('mermaid', text);
  const { figures = [], spec } = reading ?? {};
  return { figures, spec: spec as GraphSpec, problems };
}

async function labelsOf(text: string): Promise<readonly string[]> {
  const { spec } = await read(text);
  return spec.nodes.map(({ content }) => (content.kind === 'text' ? content.text : ''));
}

const [first, second] = [figureMark(0), figureMark(1)];

describe('reading', () => {
  test('formulas in place of their source, with their places', async () => {
    const text = 'flowchart LR\n  a["x $$\\frac{1}{2}$$ y"] -->|"$$\\alpha;#$$"| b';
    const { figures, spec, problems } = await read(text);
    expect(problems).toEqual([]);
    expect(figures).toMatchObject([
      { kind: 'formula', tex: '\\frac{1}{2}', start: text.indexOf('$$'), length: 15 },
      { kind: 'formula', tex: '\\alpha;#' },
    ]);
    expect(spec.nodes[0]?.content).toMatchObject({ text: `x ${first} y` });
    expect(spec.edges[0]?.label).toBe(second);
  });

  test.each([
    ['a name of TeX that begins like a line break', 'a["$$\\nabla \\ne 0$$"]', [first]],
    ['brackets and quotes in an unquoted label', 'a[$$f(x) = {x} [1]$$]', [first]],
    ['two formulas', 'a["$$x$$ and $$y$$"]', [`${first} and ${second}`]],
    ['lines', 'a["one<br/>$$x$$<br/>three"]', [`one\n${first}\nthree`]],
    ['bold text around an icon', 'a["`**fa:fa-car x**`"]', [`${first} x`]],
    ['an icon next to a tag', 'a["<b>x</b>fa:fa-car"]', [`x${first}`]],
    [
      'a label in settings',
      'a@{ shape: rounded, label: "fa:fa-user $$x$$" }',
      [`${first} ${second}`],
    ],
    ['dollar signs that are text', 'a["$5 and $6"]', ['$5 and $6']],
  ])('%s', async (_, statement, labels) => {
    expect(await labelsOf(`flowchart LR\n  ${statement}`)).toEqual(labels);
  });

  test('figures in other types of diagrams', async () => {
    const texts = {
      state: 'stateDiagram-v2\n  a : $$x$$ fa:fa-car\n  a --> b : $$y$$',
      class: 'classDiagram\n  class A["$$x$$"]\n  A : +int fa:fa-car\n  A --> B : $$y$$',
      entities: 'erDiagram\n  a["$$x$$ fa:fa-car"]\n  a ||--o{ b : "$$y$$"',
      sequence: 'sequenceDiagram\n  participant a as $$x$$\n  a->>b: fa:fa-car $$y;z$$',
      mindmap: 'mindmap\n  root\n    $$x$$\n    fa:fa-car\n    $$y$$',
      kanban: 'kanban\n  a[$$x$$]\n    b[fa:fa-car $$y$$]',
      timeline: 'timeline\n  $$x$$ : fa:fa-car : $$y$$',
      journey: 'journey\n  $$x$$ fa:fa-car: 3: $$y$$',
      gantt: 'gantt\n  $$x$$ fa:fa-car :2024-01-01, 1d\n  $$y$$ :1d',
      commits: 'gitGraph\n  commit id: "$$x$$ fa:fa-car"\n  commit id: "$$y$$"',
    };
    for (const [name, text] of Object.entries(texts)) {
      const { figures, spec, problems } = await read(text);
      expect([name, problems]).toEqual([name, []]);
      const written = JSON.stringify(spec);
      const drawn = figures.filter((_, i) => written.includes(figureMark(i)));
      expect([name, drawn.length]).toEqual([name, 3]);
      expect(written).not.toMatch(/\$\$|fa-car|\uE0F3/);
    }
  });

  test('words in titles, descriptions and charts', async () => {
    const { reading } = await readDiagram(
      'mermaid',
      'pie title $$x$$ fa:fa-car Cars\n  "fa:fa-car $$y$$" : 3',
    );
    expect(reading).toMatchObject({ title: 'x Cars', spec: { chart: { labels: ['y'] } } });
    expect(reading?.figures).toBeUndefined();
    const { figures } = await read('flowchart LR\n  a[fa:fa-car] --> b[fa:fa-user Me]');
    expect(spellFigures(first, figures)).toBe('car');
    expect(spellFigures(`${second} Me`, figures)).toBe('Me');
  });

  test('nodes with an icon or an image', async () => {
    const { figures, spec } = await read(
      `flowchart LR
  a@{ icon: "fa:user", form: "circle", label: "Me", pos: "t", h: 80 }
  b@{ img: "logo.png", label: "Logo", w: 32, h: 48, constraint: "on" }
  c@{ icon: "lucide:bomb" }`,
    );
    expect(figures.map((figure) => Object.values(figure).slice(0, 2))).toEqual([
      ['icon', 'fa:user'],
      ['image', 'logo.png'],
      ['icon', 'lucide:bomb'],
    ]);
    expect(spec.nodes.map(({ picture }) => picture)).toEqual([
      { figure: 0, frame: 'circle', width: 5, height: 5, keepsRatio: true, textAt: 'top' },
      { figure: 1, frame: 'none', width: 2, height: 3, keepsRatio: true, textAt: 'bottom' },
      { figure: 2, frame: 'none', width: 3, height: 3, keepsRatio: true, textAt: 'bottom' },
    ]);
  });

  test('Markdown and icons in titles of groups', async () => {
    const { spec } = await read('flowchart LR\n  subgraph g ["`**Two** fa:fa-car`"]\n    a\n  end');
    expect(spec.groups).toEqual([
      { id: 'g', label: `Two ${first}`, labelSpans: [{ start: 0, end: 3, style: 'strong' }] },
    ]);
    const states = await read(
      'stateDiagram-v2\n  state "**Out** fa:fa-car" as o {\n    a --> b\n  }',
    );
    expect(states.spec.groups[0]).toMatchObject({
      label: `Out ${first}`,
      labelSpans: [{ end: 3 }],
    });
  });
});

test('the icons of Lucide for names of Font Awesome are in the set', () => {
  const file = path.resolve('node_modules/@iconify-json/lucide/icons.json');
  const set = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly icons: object;
    readonly aliases: object;
  };
  const table = readFileSync('src/base/icons/font-awesome.ts', 'utf8');
  const rows = [...table.matchAll(/^ {2}\['([\w-]+)', '([\w -]+)'\],$/gm)];
  const names = rows.flatMap(([, , all = '']) => all.split(' '));
  expect(names.length).toBeGreaterThan(150);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  const missing = rows.filter(([, name = '']) => !(name in set.icons) && !(name in set.aliases));
  expect(missing).toEqual([]);
  expect(['cogs', 'trash-alt', 'car', 'hand-paper-o'].map(lucideNameOf)).toEqual([
    'settings',
    'trash-2',
    'car',
    'hand-paper',
  ]);
  expect(
    ['fa', 'fas', 'fab', 'fa-brands', 'mdi'].map((style) => fontAwesomeSets(style)?.[0]),
  ).toEqual(['fa6-solid', 'fa6-solid', 'fa6-brands', 'fa6-brands', undefined]);
});

/** An installed icon set. */
const installed = {
  prefix: 'fa6-solid',
  icons: {
    car: { body: '<path fill="currentColor" d="M1 2h3"/>' },
    two: { body: '<defs><path id="a" d="M5 6h7"/></defs><use href="#a"/>' },
  },
};

const slides = {
  icons: `flowchart LR
  a[fa:fa-car Own] --> b[fa:fa-cogs Neighbor] --> c@{ icon: "fa:bomb", label: "" }
  c --> d[fa:fa-two] --> e@{ icon: "fas:two" }`,
  missing: 'mindmap\n  root\n    a\n    ::icon(mdi mdi-fire)\n    b\n    ::icon(bommb)',
  formulas: 'flowchart LR\n  a["$$\\half$$"] -->|"at $$\\sqrt{2}$$"| b',
  images: `flowchart LR
  a@{ img: "logo.png", label: "One", h: 40 } --> b@{ img: "logo.png", w: 20, h: 60 }`,
  sequence: 'sequenceDiagram\n  participant a as $$\\alpha$$lex\n  a->>b: fa:fa-check $$x^2$$',
};

function logo(): Buffer {
  const canvas = createCanvas(80, 40);
  const context = canvas.getContext('2d');
  for (let i = 0; i < 80; i++) {
    context.fillStyle = `hsl(${i * 4} 50% 50%)`;
    context.fillRect(i, i % 7, 1, 40 - (i % 11));
  }
  return canvas.toBuffer('image/png');
}

describe('drawing', () => {
  let cwd: string;
  let html: string;
  let errors: string;
  const svgOf = (index: number) =>
    html.match(/<figure class="diagram">\s*<svg[\s\S]*?<\/figure>/g)?.[index] ?? '';

  beforeAll(async () => {
    const deck = Object.values(slides).map((text) => fence('mermaid', text));
    cwd = mkdtempSync(path.join(os.tmpdir(), 'lectern-figures-'));
    writeFiles(cwd, {
      'deck.md': `---\nmacros:\n  half: \\frac{1}{2}\n---\n\n${deck.join('\n\n---\n\n')}`,
      'node_modules/@iconify-json/fa6-solid/icons.json': JSON.stringify(installed),
      'node_modules/@iconify-json/fa6-solid/package.json': '{}',
      'logo.png': logo(),
    });
    const built = await lectern(['build', 'deck.md', '--share', '--out', 'deck.html'], cwd);
    expect(built.exitCode).toBe(0);
    errors = built.errors;
    html = readFileSync(path.join(cwd, 'deck.html'), 'utf8');
  });

  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  test('icons of installed sets, else their neighbors in Lucide', () => {
    const svg = svgOf(0);
    expect(svg).toContain('M1 2h3');
    expect(svg.match(/<svg class="figure/g)).toHaveLength(5);
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(svg).toContain(`href="#${id}"`);
    expect(svg).toContain('aria-label="Flowchart: Own to Neighbor, Neighbor to bomb,');
  });

  test('names icons that are missing, and what to install', () => {
    expect(errors).toContain('"mdi" is not installed [diagram-ignored]');
    expect(errors).toContain('run: npm install @iconify-json/mdi');
    expect(errors).toContain('the set "lucide" has no icon "bommb" [diagram-ignored]');
    expect(errors).toContain('did you mean "bomb"?');
    expect(errors).toContain('::icon(mdi mdi-fire)\n');
    expect(svgOf(1)).not.toContain('class="figure');
    expect(errors.match(/warning:/g)).toHaveLength(2);
  });

  test('formulas as outlines, with macros of the deck', () => {
    const svg = svgOf(2);
    expect(svg.match(/<svg class="figure/g)).toHaveLength(2);
    expect(svg).toContain('at</text>');
    expect(svg).toContain('aria-label="Flowchart: \\half to b “at \\sqrt{2}”;');
    expect(svg).not.toMatch(/data-c|NaN|undefined/);
  });

  test('an image once, in its proportions or stretched', () => {
    expect(html.match(/data:image\/png/g)).toHaveLength(1);
    const sizes = [
      ...svgOf(3).matchAll(/<foreignObject [^>]* width="([\d.]+)" height="([\d.]+)"/g),
    ];
    const ratios = sizes.map(([, width, height]) => Number(width) / Number(height));
    expect(ratios[0]).toBeCloseTo(2, 1);
    expect(ratios[1]).toBeCloseTo(1 / 3, 1);
  });

  test('names and messages of a sequence', () => {
    expect(svgOf(4).match(/<svg class="figure/g)).toHaveLength(3);
    expect(svgOf(4)).toContain('>lex</text>');
  });
});
