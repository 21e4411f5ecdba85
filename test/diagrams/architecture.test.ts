import { expect, test } from 'vitest';
import { measureDrawing } from '../../bench/diagrams/measure-drawing.ts';
import { drawFitted, placesOf, typesetter } from './fitted.ts';

async function draw(lines: string) {
  const drawing = await drawFitted(`architecture-beta\n${lines}`);
  const places = placesOf(drawing);
  const at = (text: string) => places.get(text) ?? { x: Number.NaN, y: Number.NaN };
  return { content: drawing.content, at };
}

const service = (id: string, group = '') =>
  `  service ${id}(server)[${id.toUpperCase()}]${group}\n`;

test.each([
  ['a:R -- L:b', 1, 0],
  ['a:L -- R:b', -1, 0],
  ['a:B -- T:b', 0, 1],
  ['a:T -- B:b', 0, -1],
  ['a:R -- T:b', 1, 1],
  ['a:B -- R:b', -1, 1],
])('the sides of a line decide where its boxes are: %s', async (edge, x, y) => {
  const { at } = await draw(`${service('a')}${service('b')}  ${edge}`);
  expect(Math.sign(Math.round(at('B').x - at('A').x))).toBe(x);
  expect(Math.sign(Math.round(at('B').y - at('A').y))).toBe(y);
});

test('boxes at the same side are beside each other, and no line runs over one', async () => {
  const { content, at } = await draw(
    `${['a', 'b', 'c', 'd'].map((id) => service(id)).join('')}  a:R -- L:b\n  a:R -- L:c\n  a:B -- T:d`,
  );
  expect(at('B').x).toBe(at('C').x);
  expect(at('B').y).not.toBe(at('C').y);
  expect(at('D').x).toBe(at('A').x);
  expect(measureDrawing(content, typesetter)).toMatchObject({ overBoxes: 0, overLabels: 0 });
});

test('lines between groups are straight, and those of a group end at its frame', async () => {
  const { content } = await draw(
    `  group one(cloud)[One]\n  group two(cloud)[Two]\n${service('a', ' in one')}${service('b', ' in one')}${service('c', ' in two')}  a:B -- T:b\n  b{group}:R --> L:c{group}`,
  );
  const paths = [...content.matchAll(/class="stroke" d="([^"]*)"/g)].map(([, d]) => d);
  expect(paths).toHaveLength(2);
  for (const d of paths) expect(d).toMatch(/^M[-\d.]+,[-\d.]+L[-\d.]+,[-\d.]+$/);
});

test('junctions join lines from all sides', async () => {
  const { content, at } = await draw(
    `${['a', 'b', 'c', 'd'].map((id) => service(id)).join('')}  junction j\n  a:R -- L:j\n  j:R -- L:b\n  j:T -- B:c\n  j:B -- T:d`,
  );
  expect([at('A').y, at('C').x]).toEqual([at('B').y, at('D').x]);
  expect(measureDrawing(content, typesetter).overBoxes).toBe(0);
});

test('a label has space on its line', async () => {
  const { content } = await draw(
    `${service('a')}${service('b')}  a:R -[reads and writes everything]- L:b`,
  );
  expect(measureDrawing(content, typesetter).overLabels).toBe(0);
});
