import { expect, test } from 'vitest';
import { BuildMemo, noMemo } from '../../src/base/memo/memo.ts';

function counting() {
  const calls: string[] = [];
  const repeat = (text: string, count: number) => {
    calls.push(`${text}×${count}`);
    return { text: text.repeat(count) };
  };
  return { calls, repeat };
}

test('a value is computed once for the same inputs', () => {
  const { calls, repeat } = counting();
  const memo = new BuildMemo();
  const get = (text: string, count: number) =>
    memo.get(repeat, [text, count], () => repeat(text, count));
  const first = get('a', 2);
  expect(get('a', 2)).toBe(first);
  expect(get('a', 3)).toEqual({ text: 'aaa' });
  expect(get('a', 2)).toBe(first);
  expect(calls).toEqual(['a×2', 'a×3']);
});

test('functions do not share values, and objects are inputs by identity', () => {
  const memo = new BuildMemo();
  const one = () => 1;
  const two = () => 2;
  const key = {};
  expect(memo.get(one, [key], one)).toBe(1);
  expect(memo.get(two, [key], two)).toBe(2);
  expect(memo.get(one, [key], () => 3)).toBe(1);
  expect(memo.get(one, [{}], () => 3)).toBe(3);
});

test('values that several builds did not ask for are dropped', () => {
  const { calls, repeat } = counting();
  const memo = new BuildMemo();
  const get = () => memo.get(repeat, ['a', 1], () => repeat('a', 1));
  for (let build = 0; build < 10; build++) {
    memo.nextBuild();
    get();
  }
  expect(calls).toHaveLength(1);
  for (let build = 0; build < 10; build++) memo.nextBuild();
  get();
  expect(calls).toHaveLength(2);
});

test('an update sees the value of the last build', () => {
  const memo = new BuildMemo();
  const lengths = (text: string) => [...text].map(({ length }) => length);
  const update = (text: string) =>
    memo.update(lengths, ['file'], (previous) => [...(previous ?? []), ...lengths(text)]);
  expect(update('ab')).toEqual([1, 1]);
  expect(update('c')).toEqual([1, 1, 1]);
});

test('without a memo everything is computed', () => {
  const { calls, repeat } = counting();
  for (let i = 0; i < 2; i++) noMemo.get(repeat, ['a', 1], () => repeat('a', 1));
  expect(calls).toHaveLength(2);
});
