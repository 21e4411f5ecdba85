import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../src/base/words/words.ts';
import { type LoggedSlide, tableOf, writeCsv } from '../../src/runtime/speaker/rehearsals.ts';
import { useWords } from '../../src/runtime/words.ts';

useWords(wordsIn('en').panels);

const slides: readonly LoggedSlide[] = [
  { number: 1, title: 'One, "two"', name: 'One, "two"', planned: 60 },
  { number: 2, title: '=1+1', name: '=1+1', planned: undefined },
];
const startedAt = Date.UTC(2026, 0, 2, 3, 4);
const runs = [{ startedAt, slides: { 'One, "two"': 61.6, 'gone since': 5 } }];

describe('the log of rehearsals', () => {
  test('is a table of planned and actual times', () => {
    const [, ...rows] = tableOf(slides, runs, 'en');
    expect(rows).toEqual([
      ['1 One, "two"', '1:00', '1:01'],
      ['2 =1+1', '–', '–'],
      ['Total', '1:00', '1:06'],
    ]);
  });

  test('is a file for spreadsheets, in which no title is a formula', () => {
    expect(writeCsv(slides, runs)).toBe(
      [
        'number,slide,planned,2026-01-02T03:04:00.000Z',
        '1,"One, ""two""",60,62',
        "2,'=1+1,,",
        '',
      ].join('\r\n'),
    );
  });
});
