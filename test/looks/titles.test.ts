import { expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { findOverflow, whenReady } from '../support/browser/deck-walk.ts';
import { buildMarkdown } from '../support/builds.ts';
import { themeNames } from './support.ts';

const title =
  'An extraordinarily long title for a conference talk that goes on and on for ninety characters';

const slides = `# ${title}

A subtitle that says what it is about

Ada Example

---
layout: section
---

## ${title}

---
layout: section
---

## ${title}

What this part of the talk is about

---
layout: statement
---

## ${title}

---
layout: statement
---

${title}

---
layout: end
---

## ${title}

- ada@example.org
- [example.org](https://example.org)
`;

const sizes = ['16:9', '4:3', '21:9', '9:16'];

test.for(themeNames)('long texts of large size fit in %s', async (theme, { openDeck }) => {
  // A wider or narrower slide is the same in all themes.
  for (const size of theme === 'ink' ? sizes : sizes.slice(0, 1)) {
    const head = `---\ntheme: ${theme}\nratio: "${size}"\nnumbers: n\n---\n\n`;
    const { page } = await openDeck(await buildMarkdown(head + slides));
    await whenReady(page);
    const count = slides.split('\n---\nlayout').length;
    for (let number = 0; number < count; number++) {
      await page.evaluate((index) => window.Reveal.slide(index), number);
      expect(await page.evaluate(findOverflow), `${theme} ${size} slide ${number + 1}`).toEqual([]);
      const isInside = await page.$eval('.slide.present', (slide) => {
        const room = slide.getBoundingClientRect();
        const scale = room.width / (slide as HTMLElement).offsetWidth;
        const [top, bottom] = [room.top + 30 * scale, room.bottom - 40 * scale];
        return [...slide.querySelectorAll('.slot > *')].every((text) => {
          const box = text.getBoundingClientRect();
          return box.top > top && box.bottom < bottom && box.right < room.right;
        });
      });
      expect(isInside, `${theme} ${size} slide ${number + 1}`).toBe(true);
    }
  }
});
