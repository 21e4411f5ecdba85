import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../src/base/words/words.ts';
import { type Plan, paceOf } from '../../src/runtime/speaker/pacing.ts';
import { useWords } from '../../src/runtime/words.ts';

useWords(wordsIn('en').panels);

const plan: Plan = { slides: [60, 120, 120], talk: 300 };

function pace(place: number, ...spent: readonly number[]) {
  const { tone, label } = paceOf(plan, place, spent) ?? {};
  return [tone, label];
}

describe('the pace of a talk', () => {
  test('is right as long as a slide takes its own time', () => {
    expect(pace(0, 0)).toEqual(['calm', 'On time']);
    expect(pace(0, 70)).toEqual(['calm', 'On time']);
    expect(pace(1, 60, 119)).toEqual(['calm', 'On time']);
  });

  test('is told in words, and in a tone that says how much it matters', () => {
    expect(pace(0, 75)).toEqual(['late', '0:15 behind']);
    expect(pace(0, 121)).toEqual(['over', '1:01 behind']);
    expect(pace(2, 20, 30)).toEqual(['calm', '2:10 ahead']);
  });

  test('leaves long talks more room', () => {
    const long: Plan = { slides: [60, 3540], talk: 3600 };
    expect(paceOf(long, 0, [200])?.tone).toBe('late');
    expect(paceOf(long, 0, [240])?.tone).toBe('over');
  });

  test('compares what is behind with the time that is gone', () => {
    expect(paceOf(plan, 1, [60, 60])).toMatchObject({ done: 120 / 300, elapsed: 120 / 300 });
    expect(paceOf(plan, 1, [200])).toMatchObject({ done: 180 / 300, elapsed: 200 / 300 });
    expect(paceOf(plan, 2, [400])).toMatchObject({ done: 1, elapsed: 1 });
  });

  test('takes slides without a plan as they go, and says nothing where none has one', () => {
    const some: Plan = { slides: [undefined, 60], talk: undefined };
    expect(paceOf(some, 1, [500, 10])?.label).toBe('On time');
    expect(paceOf(some, 1, [500, 100])?.label).toBe('0:40 behind');
    expect(paceOf({ slides: [undefined], talk: undefined }, 0, [9])).toBeUndefined();
  });
});
