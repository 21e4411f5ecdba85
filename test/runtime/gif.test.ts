import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { inMotion, test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { buildMarkdown } from '../support/builds.ts';
import { encodeGif } from '../support/gif.ts';
import { pixelAt } from '../support/pixel.ts';

const deck = `# Opening

---

## On a slide

![First](first.gif){width=50%}

Later ![Once](once.gif) {.fragment}

---
background: once.gif
---

## In the background

![Ever](ever.gif)
`;

/** The addresses of the images and of the background, as far as their number. */
function addresses(page: Page): Promise<readonly string[]> {
  return page.$$eval('section.slide img, section.slide > .slide-background', (all) =>
    all.map((element) => {
      const { content, backgroundImage } = getComputedStyle(element);
      const all = [content, backgroundImage, element.getAttribute('src')].join();
      return /data:image\/gif(?:;n=\d+)?/.exec(all)?.[0] ?? '';
    }),
  );
}

test('a GIF that ends starts when its slide or its step comes', async ({ openDeck }) => {
  const files = {
    'first.gif': encodeGif([0, 0, 1]),
    'once.gif': encodeGif([0, 1]),
    'ever.gif': encodeGif([0, 1], 0),
  };
  const file = await buildMarkdown(deck, files);
  const { page, consoleErrors, violations } = await openDeck(file, inMotion);
  await whenReady(page);
  const gif = 'data:image/gif';
  expect(await addresses(page)).toEqual([gif, gif, gif, gif]);
  await page.keyboard.press('PageDown');
  expect(await addresses(page)).toEqual([`${gif};n=1`, gif, gif, gif]);
  await page.keyboard.press('PageDown');
  expect(await addresses(page)).toEqual([`${gif};n=1`, `${gif};n=2`, gif, gif]);
  await page.keyboard.press('PageDown');
  const third = await addresses(page);
  expect(third.slice(2).every((address) => address.includes(';n='))).toBe(true);
  await page.keyboard.press('Home');
  await page.keyboard.press('PageDown');
  expect((await addresses(page))[0]).toBe(`${gif};n=5`);
  // It stays at its end.
  const box = await page.locator('section.present img').first().boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  await expect.poll(() => pixelAt(page, x, y)).toEqual([0, 0, 255]);
  expect(await violations()).toEqual([]);
  expect(consoleErrors).toEqual([]);
  const { page: still } = await openDeck(file);
  await whenReady(still);
  await still.keyboard.press('PageDown');
  expect(await addresses(still)).toEqual([gif, gif, gif, gif]);
});
