import { expect, test } from 'vitest';
import { placeTitle } from '../../src/5-bundle/diagram/titles.ts';

const frame = { x: 100, y: 50, width: 300, height: 200 };
const title = { width: 80, height: 20 };

/** A line from above the frame to a point in it. */
function lineAt(x: number, end = x) {
  return [
    { x, y: 0 },
    { x: end, y: 150 },
  ];
}

test('the title of a group is on the left', () => {
  const place = placeTitle(frame, title, [lineAt(300)]);
  expect(place).toEqual({ x: 118, y: 59, isCrossed: false });
});

test.each([
  ['in the middle of the title', [lineAt(150)], 159],
  ['at its start and its end', [lineAt(118), lineAt(198)], 207],
  ['everywhere but on the right', [lineAt(130), lineAt(200), lineAt(260)], 269],
  ['across it', [lineAt(100, 200)], 100 + (100 * 79) / 150 + 9],
])('it is beside the lines that run into the group: %s', (_, lines, x) => {
  const place = placeTitle(frame, title, lines);
  expect(place.isCrossed).toBe(false);
  expect(place.x).toBeCloseTo(x, 5);
});

test('lines beside the group, and those that end at its frame, do not move it', () => {
  const above = [
    { x: 150, y: 0 },
    { x: 150, y: 50 },
  ];
  const [x, y] = [99, 99];
  const beside = [
    lineAt(x),
    lineAt(410),
    [
      { x: 0, y },
      { x, y },
    ],
    above,
  ];
  expect(placeTitle(frame, title, beside).x).toBe(118);
});

test('it stays on the left if there is no space without lines', () => {
  const lines = [130, 190, 250, 310, 370].map((x) => lineAt(x));
  expect(placeTitle(frame, title, lines)).toEqual({ x: 118, y: 59, isCrossed: true });
});
