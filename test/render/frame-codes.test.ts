import path from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Locator } from 'playwright-core';
import decodeQr from 'qr/decode.js';
import { describe, expect } from 'vitest';
import { builtInThemes } from '../../src/1-load/theme.ts';
import { test } from '../support/browser/browser.ts';
import { findOverflow, whenReady } from '../support/browser/deck-walk.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const deck = (theme: string) => `---
theme: ${theme}
---

# Title

---

## Live

<iframe src="https://example.org/demo?a=1&amp;b=2" title="A live demo" class="one"></iframe>

Text <iframe src="https://www.example.org/" class="two"></iframe> text

![](https://youtu.be/dQw4w9WgXcQ)

<iframe src="demo.html" title="A file" class="three"></iframe>
`;

const addresses = [
  'https://example.org/demo?a=1&b=2',
  'https://www.example.org/',
  'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
];

/** Reads the codes of a slide off one screenshot of it, as a phone would. */
async function scan(slide: Locator, codes: Locator): Promise<readonly string[]> {
  await slide.scrollIntoViewIfNeeded();
  const image = await loadImage(await slide.screenshot());
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const edge = await slide.boundingBox();
  const scale = image.width / (edge?.width ?? 1);
  const boxes = await Promise.all((await codes.all()).map((code) => code.boundingBox()));
  return boxes.map((box) => {
    const { x = 0, y = 0, width: side = 0 } = box ?? {};
    const [left, top] = [(x - (edge?.x ?? 0)) * scale, (y - (edge?.y ?? 0)) * scale];
    const place = [left, top, side * scale, side * scale].map(Math.round);
    const [, , width = 0, height = 0] = place;
    const { data } = context.getImageData(place[0] ?? 0, place[1] ?? 0, width, height);
    return decodeQr({ width, height, data });
  });
}

describe('the box of a page', () => {
  test.for([...builtInThemes, 'marp/default', 'slidev/seriph', 'reveal/black'])(
    'has its address as a code on paper, and only there (%s)',
    async (theme, { openDeck }) => {
      const folder = temporaryFolder({ 'deck.md': deck(theme) });
      await lectern(['build', 'deck.md', '--out', 'deck.html'], folder);
      const file = path.join(folder, 'deck.html');
      const { page } = await openDeck(file, { deviceScaleFactor: 2 });
      await whenReady(page);
      await page.evaluate(() => window.Reveal.slide(1));
      const codes = page.locator('.slides .frame-code');
      expect(await codes.count()).toBe(addresses.length);
      expect(await page.locator('.slides .frame-code:visible').count()).toBe(0);
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => void dispatchEvent(new Event('beforeprint')));
      const slide = page.locator('section.slide', { has: page.locator('.frame-code') });
      expect(await scan(slide, codes)).toEqual(addresses);
      const areInside = await codes.evaluateAll((elements) =>
        elements.map((element) => {
          const [inner, outer] = [element, element.parentElement ?? element].map((each) =>
            each.getBoundingClientRect(),
          );
          return inner && outer && inner.top >= outer.top && inner.right <= outer.right;
        }),
      );
      expect(areInside).toEqual(addresses.map(() => true));
      expect(await page.evaluate(findOverflow)).toEqual([]);
    },
  );
});
