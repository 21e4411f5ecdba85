import { expect, test } from 'vitest';
import { findDeepCss } from '../../src/5-bundle/styles/css-depth.ts';
import { temporaryFolder } from '../support/files.ts';
import { renderFixture } from '../support/fixtures.ts';
import { lectern } from '../support/lectern.ts';

async function build(deck: string, files: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder({ 'deck.md': deck, ...files });
  const { errors } = await lectern(['build', 'deck.md'], folder);
  return errors;
}

const count = 20_000;

test.each([
  ['<div>', '<div>'.repeat(count) + '</div>'.repeat(count)],
  ['<div> on lines', '<div>\n\n'.repeat(500)],
  ['<g>', `<svg>${'<g>'.repeat(count)}${'</g>'.repeat(count)}</svg>`],
  ['unclosed <b>', '<b>'.repeat(count)],
  ['unclosed <li>', '<ul>'.repeat(50) + '<li>'.repeat(count)],
])('HTML nested too deeply is refused at its place: %s', async (_, html) => {
  const errors = await build(`Text\n\n${html}\n`);
  expect(errors).toMatch(/deck\.md:\d+:\d+: error: <\w+> is nested deeper than 100 levels/);
  expect(errors).not.toContain('internal');
});

test('a list of hundreds of <li> without end tags is not nested', async () => {
  expect(await build(`# List\n\n<ul>\n${'<li>item\n'.repeat(300)}</ul>\n`)).toBe('');
});

const styled = '---\nstyles: 0.css\n---\n\n# Deck\n';

test.each([
  ['a{', 'a{'.repeat(count)],
  ['@media', '@media print{'.repeat(count)],
  ['calc(', `a { width: ${'calc('.repeat(count)} }`],
  [':is(', `${':is('.repeat(count)} { }`],
])('CSS nested too deeply is refused: %s', async (_, css) => {
  const errors = await build(styled, { '0.css': css });
  expect(errors).toMatch(/0\.css:1:\d+: error: nested deeper than 100 levels/);
});

test('the depth of CSS is that of its blocks, not of its texts', () => {
  const brackets = '({['.repeat(200);
  const text = `a { content: "${brackets}\\"" } /* ${brackets} */ b { content: '${brackets}' }`;
  expect(findDeepCss(text.repeat(200))).toBeUndefined();
  expect(findDeepCss(`${text}${'{'.repeat(100)}(`)).toBe(text.length + 100);
});

test('imports that double are refused', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 16 }, (_, i) => [
      `${i}.css`,
      `@import "${i + 1}.css";\n@import "${i + 1}.css";\n`,
    ]),
  );
  const errors = await build(styled, { ...files, '16.css': 'p { color: red }' });
  expect(errors).toContain('more than 200 imports');
});

test.each([
  ['icons in one text', ':lucide-star: ', 2000],
  ['elements after each other', '<div>a</div>\n\n', 10_000],
])('thousands of %s take time by their count', async (_, text, many) => {
  const time = async (count: number) => {
    const folder = temporaryFolder({ 'deck.md': `Text\n\n${text.repeat(count)}` });
    const before = process.cpuUsage();
    await renderFixture(folder);
    return process.cpuUsage(before).user;
  };
  await time(100);
  expect(await time(4 * many)).toBeLessThan(9 * (await time(many)));
});
