import { expect, test } from 'vitest';
import { matchSlide } from '../../src/5-bundle/colors/selector.ts';
import { parseColor, parseTranslucent, writeTranslucent } from '../../src/base/color/color.ts';

test.each([
  ['#7778', '#77777788'],
  ['rgb(0 0 0 / 20%)', '#00000033'],
  ['rgba(255, 0, 0, .5)', '#ff000080'],
  ['transparent', '#00000000'],
  ['lab(50% 20 30)', '#a16945'],
  ['lab(100% 0 0)', '#ffffff'],
  ['lch(50% 0 0)', '#777777'],
  ['color(srgb 1 0.5 0)', '#ff8000'],
])('%s is %s', (css, hex) => {
  const color = parseTranslucent(css);
  expect(color && writeTranslucent(color)).toBe(hex);
});

test.each(['var(--x)', 'rgb(1 2)', 'lab(a b c)', '#12345'])('%s is not known', (css) => {
  expect(parseTranslucent(css)).toBeUndefined();
});

test('a translucent color is no opaque one', () => {
  expect(parseColor('#fff8')).toBeUndefined();
  expect(parseColor('#ffff')).toEqual([1, 1, 1]);
});

const slide = { classes: new Set(['slide', 'layout-cover', 'brand']), style: '--color:' };

test.each([
  ['.layout-cover', 100],
  ['section.slide.brand', 201],
  ['.reveal .slides > .slide', 100],
  [':is(.layout-end, .layout-cover):not(.on-dark, [style*="--background:"])', 200],
  [':where(.slide)', 0],
  ['.slide[style*="--color:"]', 200],
  ['.layout-end', undefined],
  ['.layout-cover:not(.brand)', undefined],
  ['.slide h1', undefined],
  ['.slide:has(> .scrim)', undefined],
])('%s has the weight %s on a slide', (selector, weight) => {
  expect(matchSlide(selector, slide)).toBe(weight);
});
