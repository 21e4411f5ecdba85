import { expect, test } from 'vitest';
import { type Delimiter, parseCsv } from '../../src/2-parse/chart/sheet/csv.ts';

/** Each cell's text, and what stands at its place. */
function read(text: string, delimiter?: Delimiter): readonly (readonly string[])[] {
  return parseCsv(text, delimiter).rows.map(({ cells }) =>
    cells.map((cell) => `${cell.text}|${text.slice(cell.start, cell.start + cell.length)}`),
  );
}

test('cells keep their place', () => {
  expect(read('a,b\n1, 22 ,\n')).toEqual([
    ['a|a', 'b|b'],
    ['1|1', '22|22', '|'],
  ]);
});

test('a quoted cell holds commas, quotes and line ends, which become spaces', () => {
  expect(read('"a, b" ,"say ""no""","two\nlines"\n')).toEqual([
    ['a, b|"a, b"', 'say "no"|"say ""no"""', 'two lines|"two\nlines"'],
  ]);
});

test('a quote inside of a cell is text, and one that is not closed is found', () => {
  const text = '6" pipe,1\n"a" b,2\nd, "c,3\ne,4';
  expect(read(text)).toEqual([
    ['6" pipe|6" pipe', '1|1'],
    ['"a" b|"a" b', '2|2'],
  ]);
  expect(parseCsv(text).unclosed).toBe(text.indexOf('"c'));
});

test('blank lines are left out, and the last line needs no end', () => {
  expect(read('\na,b\n\n \n1,2')).toEqual([
    ['a|a', 'b|b'],
    ['1|1', '2|2'],
  ]);
});

test('empty cells between tabs stay', () => {
  expect(read('a\tb\tc\n\t\t3\n"x\ty"\t\t', '\t')).toEqual([
    ['a|a', 'b|b', 'c|c'],
    ['|', '|', '3|3'],
    ['x\ty|"x\ty"', '|', '|'],
  ]);
});

test('reading stops behind the row that is too much', () => {
  expect(parseCsv('a,b\n1,2\n3,4\n5,6\n', ',', 3).rows).toHaveLength(2);
});
