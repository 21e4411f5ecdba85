import { expect, test } from 'vitest';
import { translateCss } from '../../src/1-load/dialects/marp/style/css.ts';

test('a slide of Marp that is a grid arranges its blocks', () => {
  const { css } = translateCss(
    'section.cards { display: grid; grid-template-columns: 1fr 2fr; gap: 20px; color: red }',
  );
  expect(css).toMatch(
    /\.slide\.cards \.slot-body \{\s*display: grid;\s*grid-template-columns: 1fr 2fr;\s*gap: 20px;?\s*\}/,
  );
  expect(css).toContain('--color-text: red');
});

test('a slide of Marp in one column stays one', () => {
  const { css } = translateCss('section { display: flex; flex-direction: column; color: red }');
  expect(css).not.toContain('.slot-body');
});

test('the class of speaker notes of Lectern has another name in rules of Marp', () => {
  expect(translateCss('.notes { color: red }').css).toContain('.own-notes');
});

test.each([
  ['div', '.slide div:where(.slot *)'],
  ['section > div.card p', '.slide .slot > div:where(.slot *).card p'],
  ['.divider', '.slide .divider'],
  ['*', '.slide :where(.slot *, .slide-header, .slide-footer)'],
  ['section.wide *::before', '.slide.wide :where(.slot *, .slide-header, .slide-footer)::before'],
])('what Marp selects with %s is no element of a layout', (selector, expected) => {
  expect(translateCss(`${selector} { margin: 0 }`).css).toBe(`${expected} { margin: 0 }`);
});
