import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { type OpenDeckFunction, test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { buildMarkdown } from '../support/builds.ts';
import { type Walker, walkAtRandom } from './keys/random-walk.ts';

/** 300 columns; every seventh is a stack of three, every fifth slide has two steps. */
function writeDeck(): string {
  const slide = (name: string, number: number): string =>
    `## Slide ${name}\n\n${number % 5 === 0 ? 'One\n\n. . .\n\nTwo\n\n. . .\n\nThree' : 'Text'}`;
  const columns = Array.from({ length: 300 }, (_, i) =>
    i % 7 === 3
      ? [0, 1, 2].map((row) => slide(`${i}.${row}`, i + row)).join('\n\n--\n\n')
      : slide(`${i}`, i),
  );
  return `---\ntransition: none\n---\n\n${columns.join('\n\n---\n\n')}\n`;
}

const buildDeck = () => buildMarkdown(writeDeck());

async function open(openDeck: OpenDeckFunction): Promise<Page> {
  const { page } = await openDeck(await buildDeck());
  await whenReady(page);
  return page;
}

describe('a deck of 300 slides', () => {
  test('shows the right slide after any walk, and hides all others', async ({ openDeck }) => {
    const page = await open(openDeck);
    for (const seed of [1, 2, 3]) {
      const { steps, problems } = await page.evaluate(walkAtRandom, { seed, length: 150 });
      expect(problems).toEqual([]);
      expect(steps).toBeGreaterThan(75);
    }
  });

  test('knows slides that come and go', async ({ openDeck }) => {
    const page = await open(openDeck);
    await page.evaluate(() => {
      const deck = (window as unknown as { Reveal: Walker }).Reveal;
      deck.slide(20);
      const [first, second] = document.querySelectorAll('.slides > section');
      for (const _ of '12') first?.after(second?.cloneNode(true) ?? '');
      document.querySelector('.slides > section:nth-child(40)')?.remove();
      deck.sync();
      deck.slide(100, 0);
    });
    const { problems } = await page.evaluate(walkAtRandom, { seed: 4, length: 40 });
    expect(problems).toEqual([]);
    expect(await page.evaluate(() => window.Reveal.getTotalSlides())).toBe(387);
  });

  test('goes to each of its ends', async ({ openDeck }) => {
    const page = await open(openDeck);
    const shown = () => page.textContent('section.slide.present h1, section.slide.present h2');
    await page.keyboard.press('End');
    expect(await shown()).toBe('Slide 299');
    await page.keyboard.press('Home');
    expect(await shown()).toBe('Slide 0');
  });

  test('opens at the slide that its address names', async ({ openDeck, browser }) => {
    const page = await open(openDeck);
    await page.keyboard.press('End');
    await page.waitForFunction(() => location.hash.length > 1);
    const other = await browser.openWindow();
    await other.goto(page.url());
    await whenReady(other);
    expect(await other.textContent('section.slide.present h2')).toBe('Slide 299');
    await other.evaluate(() => {
      location.hash = '#/152';
    });
    await other.waitForSelector('section.slide.present[data-number="152"]');
    await other.close();
  });

  test('prints a page for each slide', async ({ openDeck }) => {
    const page = await open(openDeck);
    await page.keyboard.press('End');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(386);
  });
});

test('until its script runs, a deck shows its first slide as it will be', async ({ browser }) => {
  const page = await browser.openWindow({ viewport: { width: 960, height: 640 } });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.slides > section:nth-child(60)')) return;
      observer.disconnect();
      const box = document.querySelector('section')?.getBoundingClientRect();
      const shown = [...document.querySelectorAll('section')].filter((slide) =>
        slide.checkVisibility(),
      );
      Object.assign(window, { early: [box?.x, box?.y, box?.width, box?.height, shown.length] });
    }).observe(document, { subtree: true, childList: true });
  });
  await page.goto(`file://${await buildDeck()}`);
  const early = await page.evaluate(() => (window as unknown as { early: unknown }).early);
  expect(early).toEqual([0, 50, 960, 540, 1]);
  await whenReady(page);
  const late = await page.evaluate(() => {
    const { x, y, width, height } =
      document.querySelector('section')?.getBoundingClientRect() ?? {};
    return [x, y, width, height];
  });
  expect(late).toEqual([0, 50, 960, 540]);
  await page.close();
});

test('a deck whose script a browser cannot read is a page to scroll through', async ({
  openDeck,
}) => {
  const file = await buildDeck();
  const html = readFileSync(file, 'utf8');
  const broken = html.replace(/<meta http-equiv[^>]*>/, '').replace('<script>/*!', '$&*/ let 1;/*');
  writeFileSync(file, broken);
  const { page, consoleErrors } = await openDeck(file);
  expect(consoleErrors.join()).toContain('SyntaxError');
  expect(await page.locator('section.slide:visible').count()).toBe(386);
});
