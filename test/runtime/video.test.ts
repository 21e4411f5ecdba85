import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { inMotion, test } from '../support/browser.ts';
import { buildMarkdown } from '../support/builds.ts';
import { whenReady } from '../support/deck-walk.ts';

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

/** Some frames of changing color, as a browser records them. */
async function recordVideo(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [64, 36];
    const context = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(), { mimeType: 'video/webm' });
    const chunks: Blob[] = [];
    recorder.ondataavailable = ({ data }) => chunks.push(data);
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start();
    for (let hue = 0; hue < 360; hue += 30) {
      if (context) context.fillStyle = `hsl(${hue} 60% 50%)`;
      context?.fillRect(0, 0, 64, 36);
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    }
    recorder.stop();
    await stopped;
    const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
    return btoa(String.fromCharCode(...bytes));
  });
  return Buffer.from(base64, 'base64');
}

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
  const studio = await browser.openWindow();
  const video = await recordVideo(studio);
  await studio.close();
  const file = await buildMarkdown(deck, { 'sea.webm': video });
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
  await page.keyboard.press('PageDown');
  await expect.poll(() => playing(page)).toEqual([false, true, false]);
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
