import { expect, test } from 'vitest';
import { shareHeight } from '../../src/4-render/room/share-height.ts';

const all = Number.POSITIVE_INFINITY;

test('images above each other share the height, and small ones leave some of it to the others', () => {
  expect(shareHeight(400, [all])).toBe(376);
  expect(shareHeight(400, [all, all])).toBe(176);
  expect(shareHeight(400, [100, all])).toBe(252);
  // Icons are as high as the text.
  expect(shareHeight(400, [0, 0, 600])).toBe(376);
  expect(shareHeight(400, [100, 100])).toBe(252);
  expect(shareHeight(50, [all, all])).toBe(56);
  expect(shareHeight(400, [])).toBe(400);
});
