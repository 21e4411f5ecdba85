import { expect, test } from 'vitest';
import { chooseTheme, themeOf } from '../../src/runtime/playground/theme-choice.ts';

test.each([
  ['---\ntheme: paper\n---\n', 'paper'],
  ['---\ntitle: A\ntheme: "paper" \n---\n', 'paper'],
  ["---\ntheme: 'paper'\n---\n", 'paper'],
  ['---\ntitle: A\n---\n', ''],
  ['# A\n\ntheme: paper\n', ''],
])('the theme of %j is %j', (text, theme) => {
  expect(themeOf(text)).toBe(theme);
});

test.each([
  ['# A\n', '---\ntheme: ink\n---\n\n# A\n'],
  ['---\ntitle: A\n---\n', '---\ntheme: ink\ntitle: A\n---\n'],
  ['---\ntheme: "paper"\n---\n', '---\ntheme: ink\n---\n'],
])('a chosen theme is written into %j', (text, changed) => {
  const { from, to, insert } = chooseTheme(text, 'ink');
  expect(text.slice(0, from) + insert + text.slice(to)).toBe(changed);
});
