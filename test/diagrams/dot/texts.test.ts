import { describe, expect, test } from 'vitest';
import { describeDiagram } from '../../../src/4-render/diagram/describe.ts';
import { fillerOf } from '../../../src/5-bundle/diagram/dot/filler.ts';
import { draw, placeOf, read, textsOf } from './drawing.ts';

test.each([
  ['at the top', '', 'other -> middle'],
  ['at the bottom', 'labelloc=b;', 'middle -> other'],
])('lines run beside the title of a cluster: %s', async (_, settings, edge) => {
  const cluster = `subgraph cluster_team { label=Team; ${settings} left; middle; right }`;
  const titleIn = async (edges: string) => {
    const { content } = await draw(`digraph { ${cluster}; other; ${edges} }`);
    return { title: placeOf(content, 'Team').x, line: placeOf(content, 'middle').x };
  };
  const { title, line } = await titleIn(edge);
  expect(Math.abs(title - line)).toBeGreaterThan(20 * 0.86 + 5);
  const { title: still, line: center } = await titleIn('');
  expect(Math.abs(still - center)).toBeLessThan(10);
});

describe('texts', () => {
  test.each([
    ['fields with a port and spaces', '<a> one| <b> | <c> |four'],
    ['fields with a port only', '<a> one|<b>|<c>|four'],
    ['empty fields in another one', 'one|{<b>|<c>}|four'],
  ])('of records with %s are all there', async (_, label) => {
    const { content } = await draw(`digraph { n [shape=record label="${label}"] }`);
    expect(textsOf(content).filter((text) => text.trim() !== '')).toEqual(['one', 'four']);
  });

  test('have room in their boxes', async () => {
    const words =
      'An unusually long label that is broken into several lines of about the same width';
    const { content } = await draw(`graph { a [shape=box label="${words}"] }`);
    const lines = textsOf(content);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(' ')).toBe(words);
    const width = Number(/<rect[^>]* width="([\d.]+)"/.exec(content)?.[1]);
    expect(width).toBeGreaterThan(Math.max(...lines.map((line) => line.length)) * 10);
  });

  test('are measured as wide as in the font', () => {
    for (let width = 0.2; width < 12; width += 0.137) {
      const text = fillerOf(width);
      const times: Readonly<Record<string, number>> = {
        "'": 180,
        '.': 250,
        i: 278,
        r: 333,
        s: 389,
        a: 444,
        x: 500,
        E: 611,
        B: 667,
        A: 722,
        m: 778,
        M: 889,
      };
      const measured = [...text].reduce((sum, each) => sum + (times[each] ?? 0), 0) / 1000;
      expect(measured).toBeGreaterThanOrEqual(width - 0.001);
      expect(measured).toBeLessThan(width + 0.08);
    }
  });

  test('on the colors of the author are readable', async () => {
    const { content } = await draw(
      'graph { subgraph cluster_a { style=filled; color=navy; label=Group; a [shape=plaintext] } b [style=filled fillcolor=yellow] }',
    );
    expect(content).toMatch(/--fill:#000080"[^>]*>Group</);
    expect(content).toMatch(/--fill:#000080"[^>]*>a</);
    expect(content).toMatch(/--fill:#ffff00"[^>]*>b</);
  });

  test('are described', async () => {
    const { spec } = await read(
      'digraph { a [label="Start"]; a -> b [label=go]; c -> b [dir=back]; d; e [style=invis] }',
    );
    expect(spec && describeDiagram(spec, undefined, 'en')).toBe(
      'Graph: Start to b “go”, b to c, d; 4 boxes, 2 connections.',
    );
  });
});

describe('limits', () => {
  test.each([
    ['a layout without end', 'digraph { a -> b [minlen=100000]; a -> c [minlen=3000000] }'],
    ['too much memory', 'digraph { a [peripheries=100000000] }'],
    ['too many levels', `digraph { ${'subgraph cluster_a {'.repeat(3000)} x ${'}'.repeat(3000)} }`],
  ])('%s ends, and the next diagram is drawn', async (_, text) => {
    const { spec, problems } = await read(text);
    if (!spec) expect(problems[0]?.code).toBe('diagram-limit');
    expect(textsOf((await draw('digraph { a -> b }')).content)).toEqual(['a', 'b']);
  });

  test('random positions are always the same', async () => {
    const text = 'graph { layout=neato; start=random; a -- b -- c -- d -- a; b -- d }';
    expect((await draw(text)).content).toBe((await draw(text)).content);
  });
});
