import { describe, expect, test } from 'vitest';
import { drawDot } from '../../../src/5-bundle/diagram/dot/dot.ts';
import { count, draw, placeOf, read, textsOf, typesetter } from './drawing.ts';

describe('what Graphviz draws', () => {
  test.each([
    ['nodes and edges', 'digraph { a -> b; b -> c }', ['a', 'b', 'c']],
    [
      'escapes',
      'digraph G { x [label="\\N of \\G\\nnext\\lleft\\rright"] }',
      ['x of G', 'next', 'left', 'right'],
    ],
    ['entities', 'graph { a [label="&lt;&amp;&eacute;"] }', ['&lt;&amp;é']],
    ['backslashes', 'graph { a [label="C:\\\\dir"] }', ['C:\\dir']],
    [
      'a text in angle brackets in quotes',
      'graph { a [label="<b>no tag</b>"] }',
      ['&lt;b&gt;no tag&lt;/b&gt;'],
    ],
    ['HTML', 'graph { a [label=<<b>B</b> and <i>I</i><br/>line>] }', ['B', ' and ', 'I', 'line']],
    ['HTML without tags', 'graph { a [label=<x &amp;\ny>] }', ['x &amp;y']],
    [
      'a record',
      'digraph { r [shape=record label="{a|<p> b \\| c}|d\\ne"]; r:p -> x:n }',
      ['a', 'b | c', 'd', 'e', 'x'],
    ],
    ['empty fields', 'graph { r [shape=record label="<a> |<b> x| "] }', ['x']],
    [
      'a table',
      'graph { t [shape=plain label=<<table>\n <tr><td port="p">1</td><td colspan="2"> </td></tr><hr/>\n<tr><td>2</td><td>3</td><vr/><td>4</td></tr></table>>]; t:p:e -- u }',
      ['1', '2', '3', '4', 'u'],
    ],
    [
      'tables in each other',
      'graph { t [label=<<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>>] }'.replace(
        'a<table>',
        '<table>',
      ),
      ['b'],
    ],
    [
      'labels at edges',
      'digraph { a -> b [label=L headlabel=H taillabel=T xlabel=X] }',
      ['a', 'b', 'L', 'X', 'T', 'H'],
    ],
    ['an external label', 'graph { a [xlabel="two\\nlines"] }', ['a', 'two', 'lines']],
    [
      'clusters',
      'digraph { subgraph cluster_a { label=A; subgraph cluster_b { label=B; x } y } }',
      ['A', 'B', 'x', 'y'],
    ],
    [
      'empty lines',
      'digraph { label="\\n\\nT"; a [label="\\n\\nx\\n\\n\\ly"]; r [shape=record label="{\\n|\\nz}"] }',
      ['x', 'y', 'z'],
    ],
    ['comments', '# a line\n/* a */ graph { // b\n a -- b }\n', ['a', 'b']],
    ['UTF-8, whatever is said', 'graph { charset=latin1; a [label="ñ 漢字"] }', ['ñ 漢字']],
  ])('%s', async (_, text, expected) => {
    expect(textsOf((await draw(text)).content)).toEqual(expected);
  });

  test('every engine', async () => {
    for (const layout of ['dot', 'neato', 'fdp', 'sfdp', 'circo', 'twopi', 'osage', 'patchwork']) {
      const { content } = await draw(`graph { layout=${layout}; a -- b -- c -- a }`);
      expect(textsOf(content), layout).toEqual(['a', 'b', 'c']);
      if (layout !== 'patchwork') expect(count(content, /class="stroke"/g), layout).toBe(3);
    }
  });

  test('every shape', async () => {
    const shapes =
      'box polygon ellipse circle egg triangle plaintext diamond trapezium parallelogram house pentagon hexagon septagon octagon doublecircle doubleoctagon tripleoctagon invtriangle invtrapezium invhouse Mdiamond Msquare Mcircle star none underline cylinder note tab folder box3d component promoter cds terminator utr primersite restrictionsite fivepoverhang threepoverhang noverhang assembly signature insulator ribosite rnastab proteasesite proteinstab rpromoter rarrow larrow lpromoter record Mrecord'.split(
        ' ',
      );
    const nodes = shapes.map((shape, i) => `n${i} [shape=${shape}]`).join(';');
    const { content } = await draw(`graph { ${nodes} p [shape=point] }`);
    expect(textsOf(content)).toEqual(shapes.map((_, i) => `n${i}`));
    expect(count(content, /<g class="node"/g)).toBe(shapes.length + 1);
  });

  test('every arrow, and arrows of several', async () => {
    const arrows =
      'normal inv dot invdot odot invodot none tee empty invempty diamond odiamond ediamond crow box obox open halfopen vee curve icurve onormal lnormal rcrow teeoldiamond crowotee'.split(
        ' ',
      );
    const edges = arrows.map((arrow, i) => `a -> n${i} [arrowhead=${arrow}]`).join(';');
    const { spec } = await read(`digraph { ${edges} }`);
    const heads = spec?.graphs[0]?.edges.filter(({ hasHead }) => hasHead);
    expect(heads).toHaveLength(arrows.length - 1);
  });

  test('ranks, constraints and edges to clusters', async () => {
    const { content } = await draw(
      'digraph { compound=true; {rank=same; a; z} a -> b; b -> z [constraint=false]; subgraph cluster_c { c } b -> c [lhead=cluster_c, minlen=3] }',
    );
    expect(placeOf(content, 'a').y).toBe(placeOf(content, 'z').y);
    expect(placeOf(content, 'c').y - placeOf(content, 'b').y).toBeGreaterThan(150);
  });

  test('a rotated graph, and one on a background', async () => {
    const [usual, rotated] = [
      await draw('graph { a -- b -- c }'),
      await draw('graph { rotate=90; a -- b -- c }'),
    ];
    expect([rotated.width, rotated.height]).toEqual([usual.height, usual.width]);
    const { content } = await draw('graph { bgcolor="#102030"; a }');
    expect(content).toContain('style="--canvas:#102030"');
  });

  test('colors in all notations', async () => {
    const { content } = await draw(
      `graph { node [style=filled]
        a [fillcolor=tomato2]; b [fillcolor="#abc"]; c [fillcolor="0.6 1.0 1.0"]; d [colorscheme=blues9 fillcolor=7]
        e [fillcolor="/accent3/2"]; f [fillcolor="var(--chart-2)"]; g [fillcolor="oklch(0.5 0.1 200)"]
        h [label=<<font color="var(--chart-3)">x</font>>]; i [color="red:var(--chart-4)" style=wedged shape=circle] }`,
    );
    const wanted = [
      '#ee5c42',
      '#aabbcc',
      '#0066ff',
      '#2171b5',
      '#beaed4',
      'var(--chart-2)',
      'oklch(0.5 0.1 200)',
    ];
    for (const color of wanted) expect(content).toContain(`--fill:${color}`);
    expect(content).toContain('--ink:var(--chart-3)');
    expect(content).toContain('var(--chart-4)');
  });

  test('gradients, parallel edges and styles', async () => {
    const { content } = await draw(
      'digraph { a [style=filled fillcolor="yellow:blue"]; b [style=radial fillcolor="red;0.3:white"]; a -> b [color="red:blue"]; a -> c [style=dashed penwidth=4]; c -> d [style=dotted]; d [style="filled,dashed"] }',
    );
    expect(content).toMatch(/<linearGradient id="(g\w+)"[\s\S]*fill:url\(#\1\)/);
    expect(content).toContain('<radialGradient');
    expect(content).toMatch(
      /class="stroke" style="--line:#ff0000"[\s\S]*class="stroke" style="--line:#0000ff"/,
    );
    expect(content).toMatch(/class="stroke dashed" style="stroke-width:8px"/);
    expect(content).toContain('class="stroke dotted"');
    expect(content).toContain('class="filled dashed"');
  });

  test('nothing of invisible parts', async () => {
    const { content } = await draw('digraph { a [style=invis]; a -> b [style=invis]; c }');
    expect(textsOf(content)).toEqual(['b', 'c']);
  });

  test('no box over another one', async () => {
    const { content } = await draw(
      'graph { layout=neato; node [shape=box label="a long label here"]; a -- {b c d e f g h}; b -- {i j k}; c -- {l m n} }',
    );
    const boxes = [
      ...content.matchAll(/<rect x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)"/g),
    ];
    const overlaps = boxes.flatMap((one, i) =>
      boxes.slice(i + 1).filter((other) => {
        const [x = 0, y = 0, w = 0, h = 0] = one.slice(1).map(Number);
        const [x2 = 0, y2 = 0, w2 = 0, h2 = 0] = other.slice(1).map(Number);
        return x + w > x2 + 1 && x2 + w2 > x + 1 && y + h > y2 + 1 && y2 + h2 > y + 1;
      }),
    );
    expect(boxes).toHaveLength(14);
    expect(overlaps).toEqual([]);
  });

  test('lines that are seen on the colors of the author', async () => {
    const { content } = await draw(
      'digraph { subgraph cluster_a { bgcolor=black; a -> b } c -> d }',
    );
    expect(count(content, /<g class="edge" style="--line:oklch\(from #000000 /g)).toBe(1);
  });

  test('several graphs, and the label of an only one as title', async () => {
    const { content } = await draw('digraph { label=One; a }\ngraph { b -- c }');
    expect(textsOf(content)).toEqual(['a', 'One', 'b', 'c']);
    const { title, spec } = await read('digraph { label=<The <b>title</b>>; a }');
    expect(title).toBe('The  title'.replace('  ', ' '));
    expect(spec && textsOf((await drawDot(spec, typesetter, { roomy: 1 })).content)).toEqual(['a']);
  });

  test('one edge between two nodes of a strict graph', async () => {
    const { spec } = await read('strict graph { a -- b; b -- a; a:n -- b }');
    expect(spec?.graphs[0]?.edges).toHaveLength(1);
  });
});
