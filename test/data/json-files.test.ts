import { expect, test } from 'vitest';
import { readChart } from './read.ts';

const files = {
  'x.json':
    '{"meta": {"n": 2}, "results": {"items": [{"k": "a", "v": 1.234}], "a/b": [["k", "v"], ["c", 5]]}}',
};

test.each([
  ['results.items', { v: [1.234] }],
  ['/results/items', { v: [1.234] }],
  ['/results/a~1b', { v: [5] }],
])('JSON by its path %s', (path, values) => {
  const read = readChart(`data: x.json#${path}`, files);
  expect(read.messages).toBe('');
  expect(read.values).toEqual(values);
});

test('a path of JSON that is not there', () => {
  expect(readChart('data: x.json#results.itmes', files).messages).toMatch(
    /there is no "itmes" in "results".*did you mean "items"/s,
  );
  expect(readChart('data: x.json#results.items.7', files).messages).toMatch(/a list of 1 values/);
  expect(readChart('data: x.json', files).messages).toMatch(/add #meta to the name|add #results/);
});
