import { expect, test } from 'vitest';
import { progressOn } from '../../src/cli/progress.ts';

function terminal(columns?: number) {
  const printed: string[] = [];
  const print = (text: string): void => void printed.push(text);
  const size = columns === undefined ? {} : { columns };
  return {
    printed,
    terminal: { cwd: '/', colors: false, debug: false, print, printError: print, ...size },
  };
}

test('on a screen a bar moves, within its width, and goes away', () => {
  const { printed, terminal: screen } = terminal(46);
  const progress = progressOn(screen);
  progress.show(30, 60, 'talk.md to pdf');
  progress.clear();
  progress.clear();
  expect(printed).toEqual([
    `\r${'█'.repeat(12)}${'░'.repeat(12)} 30 of 60 slides   ta\u001b[K`,
    '\r\u001b[K',
  ]);
});

test('elsewhere each fifth of long work is a line', () => {
  const { printed, terminal: pipe } = terminal();
  const progress = progressOn(pipe);
  for (let done = 0; done <= 100; done += 5) progress.show(done, 100, 'to png');
  expect(printed).toEqual(
    [0, 20, 40, 60, 80, 100].map((done) => `${done} of 100 slides   to png\n`),
  );
  progress.show(1, 12, 'to png');
  expect(printed).toHaveLength(6);
});
