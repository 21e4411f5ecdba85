import { expect, test } from 'vitest';
import { TimeLimitError, withTimeLimit } from '../../src/base/time/time-limit.ts';

/** Waits without using the processor, as a task on a busy machine does. */
function wait(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

test('a task that works for too long is stopped', () => {
  expect(() =>
    withTimeLimit(50, () => {
      for (;;);
    }),
  ).toThrow(TimeLimitError);
});

test('a task that only waited is run again, also after a limited task of its own', () => {
  const task = (): string => {
    const inner = withTimeLimit(1000, () => 'inner');
    wait(60);
    return `outer and ${inner}`;
  };
  expect(withTimeLimit(50, task)).toBe('outer and inner');
});
