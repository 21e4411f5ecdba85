import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { test } from '../support/browser/browser.ts';
import { buildMarkdown } from '../support/builds.ts';
import { png } from '../support/images.ts';

const files = {
  'land.png': png(800, 600),
  'tall.png': png(600, 900),
  'icon.png': png(64, 64),
  'photo.jpg': readFileSync(path.join(packageRoot, 'test/looks/photo.jpg')),
};

const deck = `## A row

![a](land.png) ![b](tall.png)

---

## With a caption

![a](land.png)
A caption on the next line.

---

## In items

- ![a](land.png)
- Text below
  ![b](tall.png)
- Text with ![an icon](icon.png) in it

---

## In cells

| a | b |
|---|---|
| ![a](land.png) | Text |
| [![b](tall.png)](https://example.org) | ![c](land.png)<br>Text |

---

## In a link

[![a](land.png)](https://example.org)

---

## In HTML

<p align="center"><img src="land.png" width="300" alt="a"></p>

![a](land.png){width=22%} ![b](land.png){width=40%}

---

## In a quote

Text

> ![a](tall.png)
> The attribution

---

## In a figure of HTML

<figure><img src="tall.png" alt="a"><figcaption>Caption</figcaption></figure>

---

## In a definition

Term
: ![a](land.png)

---

## At the end

Screenshot: ![a](land.png)

---

## At the start, in an item

- ![a](tall.png) Our company
- Text ![an icon](icon.png)

---

## In other blocks

| a | b |
|---|---|
| Text ![a](land.png) | Text |

> Quote: ![b](tall.png)

[![c](land.png) Our company](https://example.org)

---

## Sized

See below: ![a](land.png){width=60%}

Between ![b](land.png) words

---

## In HTML, in columns

:::: columns
::: column
<p>Text <img src="land.png" alt="a"></p>
:::
::: column
Text ![b](tall.png)

Text
:::
::::

---

## In a row with captions

![a](land.png "A caption that is much longer than the space below its image, on which it wraps")
![b](land.png "Short") ![c](land.png)
`;

interface Measured {
  readonly alt: string;
  /** Of the image that is painted in its box, to its natural height. */
  readonly height: number;
  readonly isDistorted: boolean;
  readonly isInside: boolean;
}

test('images have their ratio and fit on their slides, and only those between words are as high as text', async ({
  openDeck,
}) => {
  const { page } = await openDeck(await buildMarkdown(deck, files));
  const slides = await page.evaluate(async () => {
    const found: Measured[][] = [];
    for (const [i, slide] of [...document.querySelectorAll('.slides section.slide')].entries()) {
      location.hash = `#/${i + 1}`;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const room = slide.getBoundingClientRect();
      found.push(
        Array.from(slide.querySelectorAll('img'), (image) => {
          const box = image.getBoundingClientRect();
          const { naturalWidth, naturalHeight, alt } = image;
          const scale = Math.min(box.width / naturalWidth, box.height / naturalHeight);
          return {
            alt,
            height: Math.round(scale * naturalHeight),
            isDistorted:
              getComputedStyle(image).objectFit !== 'contain' &&
              Math.abs(box.width / box.height - naturalWidth / naturalHeight) > 0.05,
            isInside:
              box.bottom <= room.bottom - 20 && box.right <= room.right && box.top >= room.top,
          };
        }),
      );
    }
    return found;
  });
  const all = slides.flat();
  expect(all.filter(({ isDistorted, isInside }) => isDistorted || !isInside)).toEqual([]);
  const heights = slides.map((images) => images.map(({ height }) => height));
  const [row = [], captioned = [], items = [], cells = [], link = [], sized = [], quote = []] =
    heights;
  expect(row[0]).toBeGreaterThan(350);
  expect(Math.abs((row[0] ?? 0) - (row[1] ?? 0))).toBeLessThan(2);
  expect(captioned[0]).toBeGreaterThan(400);
  expect(items[0]).toBeGreaterThan(100);
  expect(items[1]).toBeGreaterThan(100);
  expect(items[2]).toBeLessThan(50);
  expect(Math.min(...cells)).toBeGreaterThan(100);
  expect(link[0]).toBeGreaterThan(400);
  expect(sized.slice(0, 2)).toEqual([225, Math.round(1113.6 * 0.22 * 0.75)]);
  expect(sized[2]).toBeGreaterThan(200);
  expect(quote[0]).toBeGreaterThan(200);
  const [atEnd = [], atStart = [], others = [], wide = [], columns = []] = heights.slice(9);
  expect(atEnd[0]).toBeGreaterThan(350);
  expect(atStart[0]).toBeGreaterThan(300);
  expect(atStart[1]).toBeLessThan(50);
  expect(Math.min(...others)).toBeGreaterThan(80);
  expect(wide[0]).toBeGreaterThan(300);
  expect(wide[1]).toBeLessThan(50);
  expect(Math.min(...columns)).toBeGreaterThan(150);
  expect(new Set(slides.at(-1)?.map(({ height }) => height)).size).toBe(1);
  const captions = page.locator('.present figcaption:visible');
  expect((await captions.allTextContents()).at(-1)).toBe('Short');
});

test('a photo is whole unless it loses little or the author asks', async ({ openDeck }) => {
  const { page } = await openDeck(
    await buildMarkdown(
      `![a](photo.jpg)

---

## Next to text

Text

![b](photo.jpg)

---

## Asked

Text

![c](photo.jpg){.cover position="left top"}

---

![d](photo.jpg){.contain}
`,
      files,
    ),
  );
  const fits = await page
    .locator('.slides img')
    .evaluateAll((images) =>
      images.map((image) => [
        getComputedStyle(image).objectFit,
        getComputedStyle(image).objectPosition,
      ]),
    );
  expect(fits).toEqual([
    ['cover', '50% 50%'],
    ['contain', '50% 50%'],
    ['cover', '0% 0%'],
    ['contain', '50% 50%'],
  ]);
});
