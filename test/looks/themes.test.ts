import { describe, expect } from 'vitest';
import { parseColor } from '../../src/base/color/color.ts';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { distanceSeen } from './colors/color-vision.ts';
import { buildLayouts, findUgly, layoutsFor, themeNames } from './support.ts';

describe.each(themeNames)('the theme %s', (theme) => {
  test('lets all text be read, on all layouts, and cuts nothing', async ({ openDeck }) => {
    const file = await buildLayouts(`theme: ${theme}`);
    const { page, requests, consoleErrors } = await openDeck(file);
    await whenReady(page);
    expect(await findUgly(page)).toEqual([]);
    expect([requests, consoleErrors]).toEqual([[], []]);
    expect(alike(await page.evaluate(readPalette))).toEqual([]);
  });
});

/** The colors of series on an ordinary slide. Runs in the page. */
function readPalette(): readonly string[] {
  const style = getComputedStyle(document.documentElement);
  return [1, 2, 3, 4, 5, 6].map((number) => style.getPropertyValue(`--chart-${number}`));
}

/** Colors that somebody may take for one another; those that follow each other lie side by side in a chart. */
function alike(palette: readonly string[]): readonly string[] {
  const colors = palette.map(parseColor).filter((color) => color !== undefined);
  expect(colors).toHaveLength(6);
  return colors.flatMap((first, i) =>
    colors.slice(i + 1).flatMap((second, gap) => {
      const isNear = gap === 0 || gap === colors.length - 2;
      const distance = distanceSeen(first, second);
      const pair = `${palette[i]} and ${palette[i + gap + 1]}`;
      return distance < (isNear ? 0.08 : 0.04) ? [`${pair}: ${distance.toFixed(3)}`] : [];
    }),
  );
}

const revealThemes = ['white', 'black', 'sky', 'league', 'solarized', 'blood'];

test.for(revealThemes.map((name, index) => ({ name, index })))(
  'reveal.js’ theme $name stands on the same layouts',
  async ({ name, index }, { openDeck }) => {
    const file = await buildLayouts(`theme: reveal/${name}`, {}, layoutsFor(index));
    const { page, requests, consoleErrors } = await openDeck(file);
    await whenReady(page);
    expect(await findUgly(page)).toEqual([]);
    expect([requests, consoleErrors]).toEqual([[], []]);
  },
);

describe.each(['ratio: 4:3', 'ratio: 1:1', 'ratio: 9:16', 'dir: rtl', 'dir: rtl\nratio: 1:1'])(
  'with %s',
  (frontMatter) => {
    test('all layouts hold', async ({ openDeck }) => {
      const file = await buildLayouts(frontMatter);
      const { page } = await openDeck(file);
      await whenReady(page);
      expect(await findUgly(page)).toEqual([]);
    });
  },
);
