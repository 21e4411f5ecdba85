import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { press, shownSlide } from '../support/browser/stage.ts';
import { buildMarkdown } from '../support/builds.ts';

const long = Array.from({ length: 40 }, (_, i) => `Line ${i}.`).join('\n\n');
const deck = `# Where to?

[heading](#übung) [slide](#named) [number](#/4) [stack](#/2/2) [here](#below)

## Below

---

## One

--

## Übung

---
id: named
---

No heading.

---
fit: none
---

## Last

[start](#where-to) [one](#one)

${long}

### End
`;

/** How far anything has scrolled, which slides never do. */
function scrolled(page: Page): Promise<number> {
  return page.$$eval('html, body, .deck, .slides, .slides section', (all) =>
    all.reduce((sum, { scrollTop, scrollLeft }) => sum + scrollTop + scrollLeft, 0),
  );
}

describe('links within a deck', () => {
  test('lead to the slides of headings, ids and numbers', async ({ openDeck }) => {
    const { page } = await openDeck(await buildMarkdown(deck));
    await whenReady(page);
    for (const [name, label, hash] of [
      ['heading', '3 of 5: Übung', '#/3'],
      ['slide', '4 of 5', '#/named'],
      ['number', '4 of 5', '#/named'],
      ['stack', '3 of 5: Übung', '#/3'],
      ['here', '1 of 5: Where to?', ''],
    ] as const) {
      await press(page, 'Home');
      await page.getByRole('link', { name, exact: true }).click();
      await expect.poll(() => shownSlide(page)).toBe(label);
      await expect.poll(() => new URL(page.url()).hash).toBe(hash);
      expect(await scrolled(page)).toBe(0);
    }
  });

  test('are addresses, with the numbers that slides show', async ({ openDeck }) => {
    const { page } = await openDeck(await buildMarkdown(deck));
    const address = page.url();
    for (const [hash, label] of [
      ['#/3', '3 of 5: Übung'],
      ['#/2/2', '3 of 5: Übung'],
      ['#/5', '5 of 5: Last'],
      ['#%C3%BCbung', '3 of 5: Übung'],
      ['#end', '5 of 5: Last'],
    ] as const) {
      await page.goto('about:blank');
      await page.goto(address + hash);
      await whenReady(page);
      expect(await shownSlide(page)).toBe(label);
      expect(await scrolled(page)).toBe(0);
    }
  });

  test('work without scripts', async ({ openDeck }) => {
    const { page } = await openDeck(await buildMarkdown(deck), { javaScriptEnabled: false });
    for (const [name, target] of [
      ['heading', 'Übung'],
      ['number', 'No heading.'],
      ['stack', 'Übung'],
    ] as const) {
      await page.getByRole('link', { name, exact: true }).click();
      const box = await page.getByText(target, { exact: true }).boundingBox();
      expect(box?.y, name).toBeLessThan(150);
      expect(box?.y, name).toBeGreaterThan(0);
    }
  });
});
