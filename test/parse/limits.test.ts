import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { lexValue } from '../../src/1-load/lexing/lexer.ts';
import { checkNesting } from '../../src/1-load/lexing/nesting-limit.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { TimeLimitError, withTimeLimit } from '../../src/base/time/time-limit.ts';

describe('a time limit', () => {
  test('gives what the task gives', () => {
    expect(withTimeLimit(1000, () => [1])).toEqual([1]);
    expect(withTimeLimit(1000, () => undefined)).toBeUndefined();
  });

  test('stops a task that never ends', () => {
    const forever = () => {
      for (;;);
    };
    expect(() => withTimeLimit(20, forever)).toThrow(TimeLimitError);
  });

  test('is of the processor’s time: a task that had little of it goes on', () => {
    vi.spyOn(process, 'cpuUsage').mockReturnValue({ user: 0, system: 0 });
    onTestFinished(() => void vi.restoreAllMocks());
    const end = performance.now() + 500;
    const wait = () => {
      while (performance.now() < end);
      return 'done';
    };
    expect(withTimeLimit(20, wait)).toBe('done');
  });

  test('lets the task’s own error through', () => {
    const fail = () => {
      throw new TypeError('mine');
    };
    expect(() => withTimeLimit(1000, fail)).toThrow(TypeError);
  });
});

describe('nesting', () => {
  const place = (offset: number, length: number) => ({
    file: 'deck.md',
    line: 1,
    column: offset + 1,
    length,
  });
  const isAllowed = (text: string) => checkNesting(text, place, new Report());
  const list = (depth: number) =>
    Array.from({ length: depth }, (_, i) => `${'  '.repeat(i)}- x`).join('\n');

  test('of 100 levels is read, of more is not', () => {
    expect([list(100), '>'.repeat(100), '+ '.repeat(100)].map(isAllowed)).toEqual([
      true,
      true,
      true,
    ]);
    expect([list(101), '>'.repeat(101), '+ '.repeat(101)].map(isAllowed)).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('is not seen in code, in a rule, or in text', () => {
    const code = `\`\`\`\n${'>'.repeat(200)}\n\`\`\``;
    expect([code, '- '.repeat(3), '-'.repeat(500), `x${'>'.repeat(200)}`].map(isAllowed)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});

test('a block that takes too long has no other diagnostics', () => {
  const report = new Report();
  const place = (offset: number, length: number) => ({
    file: 'deck.md',
    line: 1,
    column: offset + 1,
    length,
  });
  let calls = 0;
  vi.spyOn(process, 'cpuUsage').mockImplementation(() => ({ user: calls++ * 1e9, system: 0 }));
  onTestFinished(() => void vi.restoreAllMocks());
  const [paragraph] = lexValue('[a](b c) *d* '.repeat(20_000), place, report);
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['time-limit']);
  expect(paragraph).toMatchObject({ type: 'paragraph', tokens: [] });
});
