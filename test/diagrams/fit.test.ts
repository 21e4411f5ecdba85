import { expect, test } from 'vitest';
import type { Fitted } from '../../src/5-bundle/diagram/fit/fit-drawing.ts';
import { drawFitted, placesOf } from './fitted.ts';

/** The coordinates of the texts in each line of texts, in the order of the source. */
function rowsOf(drawing: Fitted): readonly (readonly number[])[] {
  const rows = new Map<number, number[]>();
  for (const { x, y } of placesOf(drawing).values()) rows.set(y, [...(rows.get(y) ?? []), x]);
  return [...rows.values()];
}

/** The coordinates of the texts in each column of texts. */
function columnsOf(drawing: Fitted): ReadonlyMap<number, readonly number[]> {
  const columns = new Map<number, number[]>();
  for (const { x, y } of placesOf(drawing).values())
    columns.set(Math.round(x), [...(columns.get(Math.round(x)) ?? []), y]);
  return columns;
}

const chain = Array.from({ length: 16 }, (_, i) => `s${i}[Step no. ${i}]`).join(' --> ');

test('a long chain without a direction is in rows, there and back', async () => {
  const drawing = await drawFitted(`flowchart\n  ${chain}`);
  expect(drawing.textSize).toBeGreaterThanOrEqual(15);
  const rows = rowsOf(drawing);
  expect(rows.length).toBeGreaterThan(1);
  for (const [row, xs] of rows.entries()) {
    expect(xs).toEqual(xs.toSorted((a, b) => (row % 2 === 0 ? a - b : b - a)));
  }
  // The first box of a row is below the last one of the row before it.
  for (const [i, [first]] of rows.slice(1).entries())
    expect(first).toBeCloseTo(rows[i]?.at(-1) ?? 0, 0);
});

test('a group, a branch and a way back stay in one row of a chain', async () => {
  const drawing = await drawFitted(`flowchart
  ${chain}
  subgraph g [Group]
    s6
    s7
    s8
    s9
  end
  s3 --> other --> s5
  s12 --> s11`);
  const places = placesOf(drawing);
  const rowOf = (i: number) => places.get(`Step no. ${i}`)?.y;
  expect(rowsOf(drawing).length).toBeGreaterThan(1);
  expect(new Set([6, 7, 8, 9].map(rowOf)).size).toBe(1);
  expect(rowOf(3)).toBe(rowOf(5));
  expect(rowOf(11)).toBe(rowOf(12));
});

test.each([
  ['LR', 1],
  ['RL', -1],
])('a long chain with the direction %s is in rows that all run in it', async (direction, sign) => {
  const drawing = await drawFitted(`flowchart ${direction}\n  ${chain}`);
  expect(drawing.textSize).toBeGreaterThanOrEqual(15);
  const rows = rowsOf(drawing);
  expect(rows.length).toBeGreaterThan(1);
  for (const xs of rows) expect(xs).toEqual(xs.toSorted((a, b) => sign * (a - b)));
});

test.each([
  ['TB', 1],
  ['BT', -1],
])(
  'a long chain with the direction %s is in columns that all run in it',
  async (direction, sign) => {
    const drawing = await drawFitted(`flowchart ${direction}\n  ${chain}`);
    expect(drawing.textSize).toBeGreaterThanOrEqual(15);
    const columns = columnsOf(drawing);
    expect(columns.size).toBeLessThan(8);
    for (const ys of columns.values()) {
      expect(ys).toEqual(ys.toSorted((a, b) => sign * (a - b)));
    }
  },
);

test('groups and branches stay in one part of a long chain', async () => {
  const branches = Array.from({ length: 8 }, (_, i) => `  s${2 * i} --> no${i}[Not so ${i}]`);
  const drawing = await drawFitted(`flowchart LR
  ${chain}
${branches.join('\n')}
  subgraph g [Group]
    s6
    s7
  end
  s7 -- then --> s8`);
  const places = placesOf(drawing);
  const isBeside = (one: string, other: string) =>
    Math.abs((places.get(one)?.y ?? 0) - (places.get(other)?.y ?? 999)) < 150;
  expect(drawing.textSize).toBeGreaterThan(10);
  expect(isBeside('Step no. 6', 'Step no. 7')).toBe(true);
  for (let i = 0; i < 8; i++) expect(isBeside(`Step no. ${2 * i}`, `Not so ${i}`)).toBe(true);
});

test('boxes without edges fill the slide, in the order of the source', async () => {
  const names = Array.from({ length: 30 }, (_, i) => `Box no. ${i + 1}`);
  const drawing = await drawFitted(
    `flowchart TB\n${names.map((name, i) => `  b${i}[${name}]`).join('\n')}`,
  );
  expect(drawing.textSize).toBeGreaterThan(16);
  expect([...placesOf(drawing).keys()]).toEqual(names);
  const rows = rowsOf(drawing);
  expect(rows.length).toBeGreaterThan(2);
  for (const xs of rows) expect(xs).toEqual(xs.toSorted((a, b) => a - b));
});

test('what is connected stays together, in its direction', async () => {
  const parts = Array.from({ length: 12 }, (_, i) => `  a${i}[From ${i}] --> b${i}[To ${i}]`);
  const places = placesOf(await drawFitted(`flowchart TB\n${parts.join('\n')}`));
  for (let i = 0; i < 12; i++) {
    const [from, to] = [places.get(`From ${i}`), places.get(`To ${i}`)];
    expect(from?.x).toBeCloseTo(to?.x ?? 0, 0);
    expect(to?.y).toBeGreaterThan((from?.y ?? 0) + 40);
  }
});

test('long texts have shorter lines where the slide is too narrow for them', async () => {
  const names = [
    'Collect what was asked for',
    'Compare it with the stock',
    'Write an offer for it',
  ];
  const boxes = [...names, ...names, ...names].map((name, i) => `s${i}[${name}]`);
  const drawing = await drawFitted(`flowchart LR\n  ${boxes.join(' --> ')}`);
  expect(placesOf(drawing).has('Collect what was asked for')).toBe(false);
  expect(drawing.textSize).toBeGreaterThan(10);
});
