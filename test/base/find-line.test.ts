import { expect, test } from 'vitest';
import { findLine } from '../../src/base/files/find-line.ts';

const lines = [
  '# Bread',
  '',
  'Flour and **water**, [no more](https://example.org),',
  'and a night of rest.',
  '',
  '- flour: 500 g',
  '- water: 350 g',
  '',
  '```chart bar',
  'title: Loaves a year',
  '```',
  '---',
  '- water: elsewhere',
];

test.each([
  ['Bread', 0],
  ['Flour and water, no more, and a night of rest.', 2],
  ['flour: 500 g', 5],
  ['water: 350 g', 6],
  ['Loaves a year 2016 14 2017 18', 9],
  ['rest', 3],
  ['nothing that stands there', 0],
  ['', 0],
])('“%s” is in line %i', (text, line) => {
  expect(findLine(lines, [0, 11], text)).toBe(line);
});

test('a line of another slide is never meant', () => {
  expect(findLine(lines, [11, 13], 'flour: 500 g')).toBe(11);
});
