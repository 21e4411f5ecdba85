import { expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { walk, whenReady } from '../support/browser/deck-walk.ts';
import { buildMarkdown } from '../support/builds.ts';
import { png } from '../support/images.ts';
import { mp4 } from '../support/media.ts';

const deck = `# Videos and figures in HTML

---

## A high poster

<video src="film.mp4" poster="high.png" controls aria-label="A film"></video>

---

## Next to each other

<div style="display: flex"><video src="film.mp4" poster="wide.png" controls aria-label="A film"></video><video src="film.mp4" poster="high.png" controls aria-label="A film"></video></div>

---

<video poster="high.png" controls aria-label="A film"><source src="film.mp4" type="video/mp4"></video>

Text below it

---

## Two figures

<figure>

![A](large.png)

<figcaption>A</figcaption>
</figure>

<figure>

![B](large.png)

<figcaption>B</figcaption>
</figure>

---
layout: image-right
---

## A figure

<figure>

![C](high.png)

<figcaption>Caption</figcaption>
</figure>

Text

---
layout: full-image
---

<figure>

![D](large.png)

<figcaption>Caption</figcaption>
</figure>

---
layout: image-left
---

## A chart in a figure

<figure>

\`\`\`chart bar
fruit,kilos
apples,3
pears,2
\`\`\`

<figcaption>Caption</figcaption>
</figure>
`;

const files = {
  'high.png': png(300, 800),
  'wide.png': png(800, 300),
  'large.png': png(1200, 900),
  'film.mp4': mp4(),
};

test('videos and figures in HTML are whole, and captions are below their images', async ({
  openDeck,
}) => {
  const { page } = await openDeck(await buildMarkdown(deck, files));
  await whenReady(page);
  const found: string[] = [];
  await walk(page, 'ArrowRight', async () => {
    found.push(...(await page.evaluate(findCut)));
  });
  expect(found).toEqual([]);
  await page.evaluate(() => window.Reveal.slide(6));
  const [height = 0] = await page.$$eval('.present.layout-full-image img', (all) =>
    all.map((image) => image.getBoundingClientRect().height),
  );
  expect(height).toBeGreaterThan(600);
});

/** What of the shown slide is beyond its edges or has no size, and captions that are not below an image. */
function findCut(): readonly string[] {
  const slide = document.querySelector('section.slide.present');
  const title = slide?.getAttribute('data-title') || 'untitled';
  const edges = slide?.getBoundingClientRect() ?? new DOMRect();
  const found: string[] = [];
  for (const element of slide?.querySelectorAll('video, img, .chart svg, figcaption') ?? []) {
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    const isIn =
      left >= edges.left && right <= edges.right && top >= edges.top && bottom <= edges.bottom;
    if (!isIn || width < 60 || height < 10) found.push(`${title}: ${element.localName} is cut`);
    if (element.localName !== 'figcaption') continue;
    const drawn = element.parentElement?.querySelector('img, .chart svg')?.getBoundingClientRect();
    const isBelow = drawn && drawn.bottom <= top + 1 && drawn.left < right && drawn.right > left;
    if (!isBelow) found.push(`${title}: the caption is elsewhere`);
  }
  return found;
}
