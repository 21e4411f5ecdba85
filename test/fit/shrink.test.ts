import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { themeNames } from '../looks/support.ts';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { buildMarkdown } from '../support/builds.ts';
import { fullDeck, fullSlides } from './full-slides.ts';
import { findMisfits } from './misfits.ts';

const photo = readFileSync(path.join(packageRoot, 'test/looks/photo.jpg'));

const build = (frontMatter: string): Promise<string> =>
  buildMarkdown(fullDeck(frontMatter), { 'photo.jpg': photo });

/** All in one script, as to start one for each slide takes longer. */
function misfitsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const findMisfits = ${findMisfits};
    return Array.from({ length: window.Reveal.getTotalSlides() }, (_, index) => {
      window.Reveal.slide(index, 0, 99);
      return findMisfits();
    }).flat();
  })()`);
}

/** The scale of each slide. */
const scalesOf = (page: Page): Promise<readonly string[]> =>
  page.$$eval('.slides section.slide', (slides) =>
    slides.map((slide) => (slide as HTMLElement).style.getPropertyValue('--shrink')),
  );

test.for(themeNames)(
  'what is too much for a slide fits in the theme %s',
  async (theme, { openDeck }) => {
    const { page } = await openDeck(await build(`theme: ${theme}`));
    await whenReady(page);
    expect(await misfitsOf(page)).toEqual([]);
    const scales = await scalesOf(page);
    expect(scales[0]).toBe('');
    expect(scales.filter((scale) => scale !== '').length).toBeGreaterThan(9);
  },
);

test.for(['4:3', '1:1'])('and on slides of %s', async (ratio, { openDeck }) => {
  const { page } = await openDeck(await build(`ratio: "${ratio}"`));
  await whenReady(page);
  const found = await misfitsOf(page);
  // A table of fourteen columns has no room on narrow slides.
  expect(found.filter((text) => !text.startsWith('A table of fourteen'))).toEqual([]);
});

test('a slide is fitted when it comes, in print all are, by the same scale', async ({
  openDeck,
}) => {
  const { page } = await openDeck(await build('theme: ink'));
  await whenReady(page);
  expect((await scalesOf(page)).every((scale) => scale === '')).toBe(true);
  const atOnce = await page.evaluate(() => {
    window.Reveal.slide(1);
    return document.querySelector<HTMLElement>('.present')?.style.getPropertyValue('--shrink');
  });
  expect(Number(atOnce)).toBeLessThan(1);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const printed = await scalesOf(page);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await scalesOf(page)).toEqual(printed);
  await misfitsOf(page);
  expect(await scalesOf(page)).toEqual(printed);
});

test('copies of a slide have its scale', async ({ openDeck }) => {
  const { page } = await openDeck(await build('theme: ink'));
  await whenReady(page);
  await page.keyboard.press('Escape');
  const copy = page.locator('.all-slides .slide-copy').nth(1);
  await copy.waitFor({ state: 'attached' });
  const scale = await copy.evaluate(({ style }) => style.getPropertyValue('--shrink'));
  expect(Number(scale)).toBeLessThan(1);
});

test('a deck or a slide can be left as it is', async ({ openDeck }) => {
  const [, text = ''] = Object.entries(fullSlides)[0] ?? [];
  const { page } = await openDeck(
    await buildMarkdown(
      `---\nfit: none\n---\n\n## A\n\n${text}\n\n---\nfit: shrink\n---\n\n## B\n\n${text}\n`,
    ),
  );
  await whenReady(page);
  await page.keyboard.press('ArrowRight');
  const [first, second] = await scalesOf(page);
  expect(first).toBe('');
  expect(Number(second)).toBeLessThan(1);
});

test('the reading view flows', async ({ openDeck }) => {
  const { page } = await openDeck(await build('theme: ink'));
  await whenReady(page);
  await page.keyboard.press('ArrowRight');
  const sizeOfText = () =>
    page.$$eval('li', (items) => items.map((item) => getComputedStyle(item).fontSize)[0]);
  await page.keyboard.press('r');
  const fitted = await sizeOfText();
  await page.$$eval('section', (slides) => {
    for (const { style } of slides) style.removeProperty('--shrink');
  });
  expect(await sizeOfText()).toBe(fitted);
});
