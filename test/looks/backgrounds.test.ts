import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { contrastOf } from '../../src/base/color/color.ts';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { buildMarkdown } from '../support/builds.ts';
import { pixelAt } from '../support/pixel.ts';

const picture = (color: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><rect width="16" height="9" fill="${color}"/></svg>`;

const build = (markdown: string) =>
  buildMarkdown(markdown, {
    'white.svg': picture('white'),
    'black.svg': picture('black'),
    'red.svg': picture('red'),
  });

/** The middle of the strip beside the slide, and a point on the slide that holds no text. */
async function grounds(page: Page) {
  return { beside: await pixelAt(page, 20, 360), within: await pixelAt(page, 800, 600) };
}

test('a ground goes on beside its slide, whatever it is', async ({ openDeck }) => {
  const file = await build(`---
transition: none
---
<!-- background: "#204060" -->

A color

---
background: "linear-gradient(#402010, #402010)"
---

A gradient

---
background: red.svg
---

---
background: red.svg
backgroundSize: 25%
---

---

None
`);
  const options = { viewport: { width: 1600, height: 720 } } as const;
  const { page } = await openDeck(file, options);
  await whenReady(page);
  const seen: unknown[] = [];
  for (let slide = 0; slide < 5; slide++) {
    seen.push(await grounds(page));
    await page.keyboard.press('ArrowRight');
  }
  const [paper, red] = [
    [247, 248, 246],
    [255, 0, 0],
  ];
  expect(seen).toEqual([
    { beside: [32, 64, 96], within: [32, 64, 96] },
    { beside: [64, 32, 16], within: [64, 32, 16] },
    { beside: red, within: red },
    // A picture that does not cover its slide stays on it.
    { beside: paper, within: paper },
    { beside: paper, within: paper },
  ]);
  // The overview shows each slide with its own.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('.backdrop')?.children.length === 0);
  const own = page.locator('[aria-current] .slide > .slide-background');
  expect(await own.evaluate((box) => getComputedStyle(box).visibility)).toBe('visible');
});

test('over any picture text can be read', async ({ openDeck }) => {
  const file = await build(`---
transition: none
---
<!-- background: white.svg -->

Over white

---
background: black.svg
---

Over black

---
background: white.svg
color: "#102030"
---

Dark over white

---
background: black.svg
color: "#102030"
---

Dark over black

---
class: on-light
background: black.svg
---

As the author says
`);
  const { page } = await openDeck(file);
  await whenReady(page);
  for (let slide = 0; slide < 5; slide++) {
    const text = await page
      .locator('.slide.present p')
      .evaluate((p) => getComputedStyle(p).color.match(/\d+/g)?.map(Number));
    for (const y of [10, 710]) {
      expect(contrast(text ?? [], await pixelAt(page, 640, y)), `slide ${slide}`).toBeGreaterThan(
        4.5,
      );
    }
    await page.keyboard.press('ArrowRight');
  }
});

function contrast(first: readonly number[], second: readonly number[]): number {
  const [a, b] = [first, second].map(
    ([r = 0, g = 0, b = 0]) => [r / 255, g / 255, b / 255] as const,
  );
  return a && b ? contrastOf(a, b) : 0;
}
