import path from 'node:path';
import { expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const deck = `---
dialect: reveal
theme: black
---

<h2 class="r-fit-text">BIG</h2>

---

## A title that fits the slide <!-- .element: class="r-fit-text" -->

---

<h2 class="r-fit-text">Illinois</h2>

---

<p class="r-fit-text">A paragraph of plain text</p>

---

<h2 class="r-fit-text">WWW and MMM</h2>
<h2 class="r-fit-text">Two headings on a slide, one of them long</h2>
`;

test('text that fits the slide of reveal.js fills its width, and is not cut', async ({
  openDeck,
}) => {
  const folder = temporaryFolder({ 'deck.md': deck });
  await lectern(['build', 'deck.md', '--out', 'built/deck.html'], folder);
  const { page } = await openDeck(path.join(folder, 'built/deck.html'));
  await whenReady(page);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const fits = await page.locator('.r-fit-text').evaluateAll((elements) =>
    elements.map((element) => {
      const text = document.createRange();
      text.selectNodeContents(element);
      const [inside, outside] = [text.getBoundingClientRect(), element.getBoundingClientRect()];
      const layout = element.closest('.layout');
      const isShrunk =
        layout && Number(getComputedStyle(layout).getPropertyValue('--shrink') || 1) < 1;
      const isOneLine = inside.height < 1.6 * Number.parseFloat(getComputedStyle(element).fontSize);
      return {
        text: element.textContent,
        share: inside.width / outside.width,
        isOneLine,
        isShrunk,
      };
    }),
  );
  expect(fits).toHaveLength(6);
  expect(
    fits.filter(({ share, isOneLine, isShrunk }) => share < 0.9 || !isOneLine || isShrunk),
  ).toEqual([]);
});
