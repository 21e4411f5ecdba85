import { describe, expect, test } from 'vitest';
import { readDiagram } from '../../../src/3-resolve/diagram/read-diagram.ts';
import { drawDot } from '../../../src/5-bundle/diagram/dot/dot.ts';
import { read, textsOf, typesetter } from './drawing.ts';

describe('mistakes in DOT', () => {
  test('a bracket that is not closed is named where it opens', async () => {
    const { problems } = await readDiagram('dot', 'digraph {\n  a -> b [label="x"\n  c -> d\n}');
    expect(problems).toMatchObject([{ start: 19, message: 'this bracket is not closed' }]);
  });

  test('a misspelt attribute is named, one of the author’s own is not', async () => {
    const { problems } = await readDiagram(
      'dot',
      'digraph { a [stlye=filled, my_own=1]; b [colour=red] }',
    );
    expect(problems.map(({ message, hint }) => [message, hint])).toEqual([
      ['Graphviz has no attribute "stlye"', 'did you mean "style"?'],
      ['Graphviz has no attribute "colour"', 'did you mean "color"?'],
    ]);
  });

  test('layers are shown at once, with one warning', async () => {
    const text = 'digraph { layers="one:two"; a [layer=one]; b [layer=two]; a -> b }';
    const { reading, problems } = await readDiagram('dot', text);
    expect(reading).toBeDefined();
    expect(problems).toMatchObject([
      {
        code: 'diagram-ignored',
        start: text.indexOf('one:two'),
        message: 'all layers of the graph are shown at once',
      },
    ]);
  });

  test('values in a label that Graphviz ignores are warnings, and the graph is drawn', async () => {
    const label = '<<TABLE BORDER="999"><TR><TD><FONT POINT-SIZE="999">x</FONT></TD></TR></TABLE>>';
    const { reading, problems } = await readDiagram('dot', `digraph { a; b [label=${label}] }`);
    expect(reading).toBeDefined();
    expect(problems).toMatchObject(
      ['BORDER', 'POINT-SIZE'].map((name) => ({
        code: 'diagram-ignored',
        start: 22,
        message: `ignored in a label: ${name} value 999 > 255 - too large`,
      })),
    );
  });

  test.each(['dashed', 'dotted'])('all of a table with a %s cell is drawn', async (style) => {
    const rows = `<TR><TD>x</TD></TR><TR><TD STYLE="${style}">y</TD></TR><TR><TD>z</TD></TR>`;
    const text = `digraph { dpi=300; a [label=<<TABLE>${rows}</TABLE>>]; a -> b }`;
    const { spec, problems } = await read(text);
    const drawing = spec && (await drawDot(spec, typesetter, { roomy: 1 }));
    expect(textsOf(drawing?.content ?? '')).toEqual(['x', 'y', 'z', 'b']);
    expect(problems).toMatchObject([
      {
        code: 'diagram-ignored',
        start: text.indexOf('STYLE'),
        length: `STYLE="${style}"`.length,
        message: 'this border is drawn solid, as Graphviz cannot draw dashes in a label',
      },
    ]);
  });
});
