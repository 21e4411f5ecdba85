import { expect, test } from 'vitest';
import { thinRows } from '../../src/2-parse/chart/data/thin.ts';

const rows = Array.from({ length: 5000 }, (_, i) => ({
  label: String(i),
  values: [i === 1234 ? 100 : Math.sin(i / 200), i === 4321 ? -1e6 : 0],
}));

test('as many rows stay as are asked for, the first and the last among them', () => {
  const thinned = thinRows(rows, 500, () => false);
  expect(thinned).toHaveLength(500);
  expect([thinned[0], thinned.at(-1)]).toEqual([rows[0], rows.at(-1)]);
});

test('what stands out stays, in each of the lines', () => {
  const labels = thinRows(rows, 500, () => false).map(({ label }) => label);
  expect(labels).toContain('1234');
  expect(labels).toContain('4321');
});

test('rows that must stay do, in their order', () => {
  const thinned = thinRows(rows, 10, ({ label }) => label === '7' || label === '8');
  const places = thinned.map(({ label }) => Number(label));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).toEqual(expect.arrayContaining([0, 7, 8, 4999]));
});

test('gaps do no harm', () => {
  const gappy = rows.map((row, i) => (i % 3 ? row : { ...row, values: [null, null] }));
  expect(thinRows(gappy, 100, () => false)).toHaveLength(100);
});
