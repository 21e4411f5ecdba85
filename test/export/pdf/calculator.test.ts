import { expect, test } from 'vitest';
import { compileCalculator } from '../../../src/6-export/pdf/gradients/calculator.ts';

test.each([
  ['{pop dup mul}', 3, 0, [9]],
  ['{dup mul exch dup mul add sqrt}', 3, 4, [5]],
  ['{exch atan 360 div}', 0, 1, [0.25]],
  ['{exch atan 360 div}', 0, -1, [0.75]],
  ['{pop dup truncate sub dup 0 le {1 add} if}', -0.25, 0, [0.75]],
  ['{gt {1 0 0} {0 1 0} ifelse}', 2, 1, [1, 0, 0]],
  ['{pop .5 .25 3 1 roll}', 1, 0, [0.25, 1, 0.5]],
  ['{2 copy 3 index 4 -1 roll}', 1, 2, [1, 1, 2, 1, 2]],
  ['{pop abs dup truncate dup cvi 2 mod 0 gt 3 1 roll sub exch {1 exch sub} if}', 1.25, 0, [0.75]],
  ['{div neg 2 exp}', 1, 2, [0.25]],
  ['{7 2 idiv 7 2 mod}', 0, 0, [0, 0, 3, 1]],
  ['{0 le exch 1 ge and}', 1, 0, [1]],
])('%s of %d and %d', (code, x, y, expected) => {
  const results = compileCalculator(code)?.(x, y) ?? [];
  expect(results).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) expect(results[index]).toBeCloseTo(value, 9);
});

test.each(['', '{dup', 'dup}', '{dup} dup', '{{dup} dup}', '{unknown}', '{{1} {2} if}', '{1x}'])(
  '"%s" is no calculator function',
  (code) => {
    expect(compileCalculator(code)).toBeUndefined();
  },
);
