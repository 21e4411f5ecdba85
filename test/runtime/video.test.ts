import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { inMotion, test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { recordVideo } from '../support/browser/record-video.ts';
import { buildMarkdown } from '../support/builds.ts';

const deck = `# Opening

---
background: sea.webm
---

## At sea

---

## Both

![Waves](sea.webm){autoplay}

![Waves again](sea.webm)
`;

/** Which of the deck's videos play. */
function playing(page: Page): Promise<readonly boolean[]> {
  return page.$$eval('section.slide video', (all) =>
    (all as HTMLVideoElement[]).map((video) => !video.paused),
  );
}

test('a video plays on its slide only: behind it by itself, on it where it is told to', async ({
  browser,
  openDeck,
}) => {
  const video = await recordVideo(browser);
  const file = await buildMarkdown(deck, { 'sea.webm': video });
  // The file stands in the page once.
  expect(readFileSync(file, 'utf8').split(';base64,GkXf')).toHaveLength(2);
  const { page, consoleErrors } = await openDeck(file, inMotion);
  await whenReady(page);
  // So that none has ended before it is looked at.
  await page.$$eval('video', (all) => {
    for (const video of all as HTMLVideoElement[]) video.loop = true;
  });
  expect(await playing(page)).toEqual([false, false, false]);
  await page.keyboard.press('PageDown');
  await expect.poll(() => playing(page)).toEqual([true, false, false]);
  await page.keyboard.press('v');
  expect(await playing(page)).toEqual([false, false, false]);
  expect(await page.textContent('.announcer')).toBe('Video paused');
  await page.keyboard.press('v');
  await expect.poll(() => playing(page)).toEqual([true, false, false]);
  // Whoever has no keyboard sees a button; what it does, its state says.
  const button = page.getByRole('button', { name: 'Video paused' });
  const { width = 0, height = 0 } = (await button.boundingBox()) ?? {};
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  expect(await button.getAttribute('aria-pressed')).toBe('false');
  expect(await button.getAttribute('title')).toBe('Play or pause video');
  await button.click();
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
  expect(await playing(page)).toEqual([false, false, false]);
  await page.keyboard.press('Enter');
  await expect.poll(() => playing(page)).toEqual([true, false, false]);
  await page.emulateMedia({ media: 'print' });
  expect(await button.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('PageDown');
  await expect.poll(() => playing(page)).toEqual([false, true, false]);
  expect(await button.count()).toBe(0);
  await page.keyboard.press('Home');
  await expect.poll(() => playing(page)).toEqual([false, false, false]);
  expect(consoleErrors).toEqual([]);
  // Whoever asked for less motion starts them.
  const { page: still } = await openDeck(file);
  await whenReady(still);
  for (const index of [0, 1]) {
    await still.keyboard.press('PageDown');
    await still.waitForFunction(
      (number) => (document.querySelectorAll('video')[number]?.readyState ?? 0) >= 3,
      index,
    );
    expect(await playing(still)).toEqual([false, false, false]);
  }
});
