import type { Page } from 'playwright-core';
import decodeQr from 'qr/decode.js';
import { describe, expect } from 'vitest';
import { test } from '../support/browser.ts';
import { buildMarkdown } from '../support/builds.ts';
import { findOverflow, whenReady } from '../support/deck-walk.ts';

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
  const png = (await page.screenshot()).toString('base64');
  const { width, height, data } = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const { width, height } = image;
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext(
      '2d',
    ) as CanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, width, height).data;
    let data = '';
    for (const byte of pixels) data += String.fromCharCode(byte);
    return { width, height, data: btoa(data) };
  }, png);
  return decodeQr({ width, height, data: Uint8Array.from(Buffer.from(data, 'base64')) });
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
