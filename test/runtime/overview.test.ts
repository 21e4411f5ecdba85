import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { type OpenDeckFunction, test } from '../support/browser/browser.ts';
import { axeSource, findAxeProblems, whenReady } from '../support/browser/deck-walk.ts';
import { press, shownSlide } from '../support/browser/stage.ts';
import { buildMarkdown } from '../support/builds.ts';

const chart = '## Sales\n\n```chart bar\nx: year\n\nyear,n\n2013,3\n2014,5\n```';
const slides = [
  '# The talk',
  'Words without a title',
  ['## Above', '## Below'].join('\n\n--\n\n'),
  '## Steps\n\n- One\n\n. . .\n\n- Two',
  chart,
  ...Array.from({ length: 44 }, (_, i) => `## Number ${i + 7}\n\nText`),
];

async function open(
  openDeck: OpenDeckFunction,
  options: Parameters<OpenDeckFunction>[1] = {},
): Promise<Page> {
  const file = await buildMarkdown(slides.join('\n\n---\n\n'));
  const { page } = await openDeck(file, options);
  await whenReady(page);
  return page;
}

/** The number on the button that has the focus. */
function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.querySelector('.tile-number')?.textContent);
}

function isOpen(page: Page): Promise<boolean> {
  return page.locator('dialog[open]').isVisible();
}

describe('all slides at once', () => {
  test('open and close by O and Esc, and leave the deck as it was', async ({ openDeck }) => {
    const page = await open(openDeck);
    await press(page, 'ArrowRight');
    const deck = () => page.locator('main.deck .slides').innerHTML();
    const before = await deck();
    for (const [opening, closing] of [
      ['o', 'Escape'],
      ['Escape', 'o'],
    ] as const) {
      await press(page, opening);
      expect(await isOpen(page)).toBe(true);
      await press(page, 'End', closing);
      expect(await isOpen(page)).toBe(false);
    }
    expect(await deck()).toBe(before);
    await press(page, 'ArrowRight');
    expect(await shownSlide(page)).toBe('3 of 50: Above');
  });

  test('are walked through by key, in rows', async ({ openDeck }) => {
    const page = await open(openDeck);
    await press(page, 'o');
    const seen: unknown[] = [await focused(page)];
    const keys = 'ArrowLeft ArrowRight ArrowDown ArrowUp ArrowUp End ArrowRight ArrowUp ArrowRight';
    for (const key of `${keys} ArrowDown PageUp PageDown Home`.split(' ')) {
      await press(page, key);
      seen.push(await focused(page));
    }
    // Four slides in a row, twelve on a page; the last row has two.
    const places = [1, 1, 2, 6, 2, 2, 50, 50, 46, 47, 50, 42, 50, 1];
    expect(seen).toEqual(places.map(String));
    expect(await shownSlide(page)).toBe('1 of 50: The talk');
  });

  test('lead to a slide by its number, and to the one that is clicked', async ({ openDeck }) => {
    const page = await open(openDeck);
    await press(page, 'o', '1', '2');
    expect(await focused(page)).toBe('12');
    await press(page, 'Enter');
    expect([await isOpen(page), await shownSlide(page)]).toEqual([false, '12 of 50: Number 12']);
    await press(page, 'o', '9', '4', 'Space');
    expect(await shownSlide(page)).toBe('4 of 50: Below');
    await press(page, 'o');
    await page.getByRole('button', { name: '7 Number 7' }).click();
    expect([await isOpen(page), await shownSlide(page)]).toEqual([false, '7 of 50: Number 7']);
    await press(page, 'o');
    await page.getByRole('button', { name: 'Close' }).click();
    expect([await isOpen(page), await shownSlide(page)]).toEqual([false, '7 of 50: Number 7']);
  });

  test('can be told apart by those who do not see them', async ({ openDeck }) => {
    const page = await open(openDeck);
    await press(page, 'ArrowRight', 'o');
    const dialog = page.getByRole('dialog', { name: 'Overview' });
    expect(await dialog.getByRole('listitem').count()).toBe(51);
    const stack = dialog.getByRole('list', { name: 'Stack of 2 slides' });
    expect(await stack.getByRole('button').allTextContents()).toHaveLength(2);
    const current = dialog.locator('[aria-current]');
    expect(await current.allInnerTexts()).toEqual([expect.stringMatching(/2\s+Words without a/)]);
    await page.evaluate(axeSource);
    expect(await page.evaluate(findAxeProblems, 'body')).toEqual([]);
  });

  test('show each slide whole, and only those in view', async ({ openDeck }) => {
    const page = await open(openDeck);
    await press(page, 'o', '6', 'Enter', 'o');
    const steps = page.locator('.tile:nth-child(1) .thumbnail', { hasText: 'Two' });
    await steps.waitFor();
    expect(await steps.locator('li').last().isVisible()).toBe(true);
    const picture = page.locator('[aria-current] .thumbnail svg');
    expect(await picture.evaluate((svg) => getComputedStyle(svg).visibility)).toBe('visible');
    expect(await page.locator('.thumbnail canvas').count()).toBe(0);
    const drawn = page.locator('.thumbnail section');
    expect(await drawn.count()).toBeLessThan(30);
    await press(page, 'End');
    await page.locator('.thumbnail section', { hasText: 'Number 50' }).waitFor();
    await page.waitForFunction(() => document.querySelector('.thumbnail section h1') === null);
    expect(await drawn.count()).toBeLessThan(30);
  });

  test('follow a deck that is led on from elsewhere', async ({ openDeck }) => {
    const page = await open(openDeck);
    await press(page, 'o');
    await page.evaluate(() => window.Reveal.slide(1));
    expect(await page.locator('[aria-current] .tile-number').allTextContents()).toEqual(['2']);
    expect(await page.locator('main.deck section:not([inert])').count()).toBe(1);
  });

  test('fit the screen of a phone', async ({ openDeck }) => {
    const page = await open(openDeck, { viewport: { width: 320, height: 640 } });
    await press(page, 'r', 'o', 'ArrowDown');
    expect(await focused(page)).toBe('3');
    const [room, content] = await page
      .locator('dialog')
      .evaluate(({ clientWidth, scrollWidth }) => [clientWidth, scrollWidth]);
    expect(content).toBe(room);
  });
});
