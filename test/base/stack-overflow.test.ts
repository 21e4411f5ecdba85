import { expect, test } from 'vitest';
import { isStackOverflow } from '../../src/base/stack-overflow.ts';

test('a call at the end of the stack is an overflow', () => {
  const callItself = (): number => 1 + callItself();
  expect(isStackOverflow(errorOf(callItself))).toBe(true);
});

test('so is a regular expression that is compiled there', () => {
  const matches = (depth: number): boolean =>
    new RegExp(`x(y|z${depth})`).test('text') || !matches(depth + 1);
  expect(isStackOverflow(errorOf(() => matches(0)))).toBe(true);
});

test('other errors are none', () => {
  expect(isStackOverflow(errorOf(() => JSON.parse('{')))).toBe(false);
  expect(isStackOverflow(errorOf(() => new RegExp('('.repeat(2))))).toBe(false);
});

function errorOf(task: () => unknown): unknown {
  try {
    task();
    return undefined;
  } catch (error) {
    return error;
  }
}
