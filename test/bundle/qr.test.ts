import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Page } from 'playwright-core';
import decodeQr from 'qr/decode.js';
import { describe, expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { findOverflow, whenReady } from '../support/browser/deck-walk.ts';
import { buildMarkdown } from '../support/builds.ts';

const text = 'https://example.org/räksmörgås?q=1';
const deck = (frontMatter: string) => `---
transition: none
${frontMatter}
---

# Title

---

## The slides

Take them along

\`\`\`qr
${text}
\`\`\`

---

::left::

\`\`\`qr title="Guests" {level=H width=30rem}
WIFI:S:Guests;T:WPA;P:secret;;
\`\`\`

::right::

Text
`;

/** Reads the code off a picture of the slide, as a telephone would. */
async function scan(page: Page): Promise<string> {
  const image = await loadImage(await page.screenshot());
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return decodeQr({ width, height, data });
}

describe('a QR code', () => {
  test.for(['theme: ink', 'theme: night', 'size: 960x720'])(
    'is read off the slide (%s)',
    async (frontMatter, { openDeck }) => {
      const { page } = await openDeck(await buildMarkdown(deck(frontMatter)));
      await whenReady(page);
      await page.evaluate(() => window.Reveal.slide(1));
      expect(await scan(page)).toBe(text);
      expect(await page.evaluate(findOverflow)).toEqual([]);
      await page.evaluate(() => window.Reveal.slide(2));
      expect(await scan(page)).toBe('WIFI:S:Guests;T:WPA;P:secret;;');
      expect(await page.evaluate(findOverflow)).toEqual([]);
    },
  );

  test('says where it leads', async ({ openDeck }) => {
    const { page } = await openDeck(await buildMarkdown(deck('title: x')));
    await whenReady(page);
    await page.evaluate(() => window.Reveal.slide(1));
    const figure = page.locator('.present .qr');
    expect(await figure.ariaSnapshot()).toContain(`img "QR code: ${text}"`);
    expect(await figure.locator('a').getAttribute('href')).toBe(encodeURI(text));
  });
});
