import { readFileSync } from 'node:fs';
import { describe, expect, test as plainTest } from 'vitest';
import { brandTokens } from '../../../src/5-bundle/styles/brand.ts';
import { test } from '../../support/browser/browser.ts';
import { whenReady } from '../../support/browser/deck-walk.ts';
import { buildLayouts, findUgly } from '../support.ts';

describe.each([
  ['plain', '["#ffe600", "#abcdef"]'],
  ['plain', '"#123456"'],
  ['ink', '["#808080", crimson]'],
])('in the theme %s the colors %s', (theme, colors) => {
  test('leave all text readable', async ({ openDeck }) => {
    const file = await buildLayouts(`theme: ${theme}\ncolors: ${colors}`);
    const { page } = await openDeck(file);
    await whenReady(page);
    expect(await findUgly(page)).toEqual([]);
  });
});

const theme = new Map([
  ['--color-background', 'var(--paper, #fff)'],
  ['--cover-background', 'var(--brand-1)'],
  ['--section-background', 'color-mix(in oklab, #000 90%, var(--color-background))'],
]);

plainTest('colors that can be read stay as they are', () => {
  const tokens = brandTokens(['#123456', '#ffd84d'], theme);
  expect(Object.fromEntries(tokens)).toMatchObject({
    '--brand-1': '#123456',
    '--on-brand-1': '#ffffff',
    '--brand-2': '#ffd84d',
    '--on-brand-2': '#000000',
    '--color-accent': '#123456',
    '--cover-accent': '#ffd84d',
    '--section-accent': '#ffd84d',
    '--chart-1': '#123456',
  });
});

plainTest('a color too light for text is darker there, and unchanged on areas', () => {
  const tokens = brandTokens(['#ffe600'], theme);
  expect(tokens.get('--brand-2')).toBe('#ffe600');
  expect(tokens.get('--color-accent')).toMatch(/^#[6-8].[5-7].00$/);
});

plainTest('the deck’s own style sheets have the last word', async () => {
  const file = await buildLayouts('colors: "#123456"\nstyles: own.css', {
    'own.css': ':root { --brand-1: teal; }',
  });
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(readFileSync(file, 'utf8')) ?? [];
  const values = [...style.matchAll(/--brand-1:\s*([^;}]+)/g)];
  expect(values.map(([, value]) => value)).toEqual(['#123456', 'teal']);
});
