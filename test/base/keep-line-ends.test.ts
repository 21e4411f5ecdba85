import { expect, test } from 'vitest';
import { keepLineEnds } from '../../src/base/files/edit/keep-line-ends.ts';

test.for([
  ['LF stays LF', 'a\nb', 'a\nc\nb', 'a\nc\nb'],
  ['CRLF stays CRLF', 'a\r\nb\r\n', 'a\nc\nb\n', 'a\r\nc\r\nb\r\n'],
  ['a single CR, too', 'a\rb\r', 'a\nb\nc\n', 'a\rb\rc\r'],
  ['a byte-order mark stays', '\uFEFFa\r\n', 'b\n', '\uFEFFb\r\n'],
  [
    'lines around a change keep what they had',
    'a\nb\r\nc\r\nd\n',
    'a\nB\nc\nd\n',
    'a\nB\r\nc\r\nd\n',
  ],
  ['the last line may lose its end', 'a\r\nb\r\n', 'a\nb', 'a\r\nb'],
  ['the last line may get one', 'a\r\nb', 'a\nb\n', 'a\r\nb\r\n'],
  ['all may go', 'a\r\nb\r\n', '', ''],
] as const)('%s', ([, before, text, after]) => {
  expect(keepLineEnds(before, text)).toBe(after);
});
