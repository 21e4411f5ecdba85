import { expect, test } from 'vitest';
import { isEndingGif } from '../../src/5-bundle/assets/gif.ts';
import { encodeGif } from '../support/gif.ts';

test.each([
  ['plays once', encodeGif([0, 1]), true],
  ['plays three times', encodeGif([0, 1, 0], 3), true],
  ['plays for ever', encodeGif([0, 1], 0), false],
  ['is a still', encodeGif([0]), false],
  ['is a still that says it repeats', encodeGif([1], 2), false],
  ['is cut off', encodeGif([0, 1]).subarray(0, 30), false],
  ['is empty', Buffer.from('GIF89a'), false],
])('a GIF that %s', (_, bytes, ends) => {
  expect(isEndingGif(bytes)).toBe(ends);
});
