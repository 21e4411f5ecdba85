import { expect, test } from 'vitest';
import { measureDrawing } from '../../bench/diagrams/measure-drawing.ts';
import { drawFitted, placesOf, typesetter } from './fitted.ts';

function repeat(count: number, write: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => `  ${write(i)}\n`).join('');
}

const undisturbed = { crossings: 0, overBoxes: 0, overLabels: 0, crossedLabels: 0 };

test.each(['', 'TB', 'BT'])('many boxes of one box are in columns: %s', async (direction) => {
  const boxes = repeat(40, (i) => `hub[Hub] --> b${i}[Service ${i}]`);
  const drawing = await drawFitted(`flowchart ${direction}\n${boxes}`);
  expect(drawing.textSize).toBeGreaterThanOrEqual(15);
  expect(measureDrawing(drawing.content, typesetter)).toEqual(undisturbed);
  const places = placesOf(drawing);
  const names = Array.from({ length: 40 }, (_, i) => `Service ${i}`);
  const xs = names.map((name) => places.get(name)?.x ?? 0);
  // In the order of the source, from column to column.
  expect(xs).toEqual(xs.toSorted((a, b) => a - b));
});

test('boxes between two boxes are in columns', async () => {
  const boxes = repeat(20, (i) => `a[From] --> b${i}[Worker ${i}] --> z[To]`);
  const drawing = await drawFitted(`flowchart TB\n${boxes}`);
  expect(drawing.textSize).toBeGreaterThanOrEqual(15);
  expect(measureDrawing(drawing.content, typesetter)).toEqual(undisturbed);
});

test('many boxes that lead to one box are in columns, or rows', async () => {
  for (const direction of ['TB', 'LR']) {
    const boxes = repeat(20, (i) => `b${i}[Source ${i}] --> z[Warehouse]`);
    const drawing = await drawFitted(`flowchart ${direction}\n${boxes}`);
    expect(drawing.textSize).toBeGreaterThanOrEqual(15);
    expect(measureDrawing(drawing.content, typesetter)).toEqual(undisturbed);
  }
});

test('the lower levels of a large tree are indented', async () => {
  const units = repeat(
    7,
    (unit) =>
      `top[Top] --> u${unit}[Unit ${unit}]\n${repeat(5, (i) => `u${unit} --> p${unit}_${i}[Person ${unit}.${i}]`)}`,
  );
  const drawing = await drawFitted(`flowchart TB\n${units}`);
  expect(drawing.textSize).toBeGreaterThan(14);
  expect(measureDrawing(drawing.content, typesetter)).toEqual(undisturbed);
});

test('each line of a stack ends at its box, at its step', async () => {
  const boxes = repeat(30, (i) => `hub[Hub] --> b${i}[Service ${i}]`);
  const { content } = await drawFitted(`flowchart TB\n${boxes}`);
  expect(content.match(/class="stroke"/g)).toHaveLength(30);
  expect(content.match(/class="head"/g)).toHaveLength(30);
});

test('long names are broken between their parts where the slide is too narrow', async () => {
  const boxes = repeat(
    8,
    (i) =>
      `b${i}[com.example.orders.CheckoutService${i}] --> b${i + 1}[com.example.orders.CheckoutService${i + 1}]`,
  );
  const drawing = await drawFitted(`flowchart LR\n${boxes}`);
  expect(drawing.textSize).toBeGreaterThan(12);
});

test('the lines of a table stay next to each other', async () => {
  const comment = 'a comment that is much longer than others are, so that it would not fit';
  const places = placesOf(
    await drawFitted(`erDiagram
  A {
    int first "${comment}"
    int second "short"
  }`),
  );
  expect(places.get('first')?.y).toBe(places.get(comment)?.y);
  expect(places.get('second')?.y).toBe(places.get('short')?.y);
});

test('a line with its label beside a large box does not run over it', async () => {
  const attributes = repeat(6, (i) => `string attribute${i} "with a comment"`);
  const { content } = await drawFitted(`erDiagram
  CAR ||--o{ DRIVER : allows
  PERSON ||--o{ DRIVER : is
  CAR {
${attributes}  }
  PERSON {
${attributes}  }
  MAKER ||--o{ CAR : makes`);
  expect(measureDrawing(content, typesetter).overBoxes).toBe(0);
});

test('a line from a group to a box in it is inside of the group', async () => {
  const { content } = await drawFitted(`flowchart TB
  subgraph g [Group]
    a[Box]
  end
  g --> a`);
  expect(measureDrawing(content, typesetter).overBoxes).toBe(0);
});
