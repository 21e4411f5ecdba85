import { describe, expect, test } from 'vitest';
import { didYouMean, suggest } from '../src/base/diagnostics/suggest.ts';

describe('did you mean', () => {
  const keys = ['layout', 'class', 'background', 'backgroundSize', 'src', 'hide', 'time'];

  test.each([
    ['layuot', 'layout', 'two letters in each other’s place'],
    ['layou', 'layout', 'a letter left out'],
    ['llayout', 'layout', 'a letter too many'],
    ['Layout', 'layout', 'upper case'],
    ['backgroundsize', 'backgroundSize', 'lower case'],
    ['sr', 'src', 'a short word'],
    ['backgruond-size', 'backgroundSize', 'more slips in a longer word'],
  ])('%s: %s, %s', (word, meant) => {
    expect(didYouMean(word, keys)).toBe(meant);
  });

  test.each(['', 'x', 'theme', '__proto__', 'srcsrcsrc'])('%s: nothing near', (word) => {
    expect(didYouMean(word, keys)).toBeUndefined();
  });

  test('the nearest one', () => {
    expect(didYouMean('2018', ['2017', '2018'])).toBe('2018');
    expect(didYouMean('colum', ['columns', 'column'])).toBe('column');
  });

  test('all of them where none is near', () => {
    expect(suggest('x', ['left', 'right'])).toBe('one of: left, right');
    expect(suggest('lefft', ['left', 'right'])).toBe('did you mean "left"?');
  });
});
