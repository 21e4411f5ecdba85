import { expect, test } from 'vitest';
import { readDiagram } from '../../src/3-resolve/diagram/read-diagram.ts';
import { drawBoard } from '../../src/5-bundle/diagram/board/board.ts';
import { Typesetter } from '../../src/5-bundle/diagram/typesetter.ts';

test('a timeline that runs down has each period below the last one, with its events at its right', async () => {
  const { reading } = await readDiagram(
    'mermaid',
    'timeline TD\n  section Early\n    1990 : Web\n  section Late\n    2004 : Maps : Mail\n',
  );
  if (reading?.spec.kind !== 'board') throw new Error('no board');
  const measures = { width: (text: string) => text.length * 0.52, ascent: () => 0.8 };
  const room = { width: 1000, height: 500 };
  const drawing = drawBoard(reading.spec, new Typesetter(measures, 20), 1, room);
  const places = new Map(
    [...drawing.content.matchAll(/<text[^>]*? x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</g)].map(
      ([, x, y, text = '']) => [text, { x: Number(x), y: Number(y) }],
    ),
  );
  const at = (text: string) => {
    const place = places.get(text);
    if (!place) throw new Error(`"${text}" is not drawn`);
    return place;
  };
  const down = ['Early', '1990', 'Late', '2004'].map((text) => at(text).y);
  expect(down).toEqual(down.toSorted((a, b) => a - b));
  const right = ['2004', 'Maps', 'Mail'].map((text) => at(text).x);
  expect(right).toEqual(right.toSorted((a, b) => a - b));
  expect(at('Maps').y).toBe(at('2004').y);
  for (const { x, y } of places.values()) {
    expect(x).toBeLessThan(drawing.width);
    expect(y).toBeLessThan(drawing.height);
  }
});
