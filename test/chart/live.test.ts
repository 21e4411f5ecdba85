import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { inMotion, type OpenDeckFunction, test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { announced, press } from '../support/browser/stage.ts';
import { buildMarkdown } from '../support/builds.ts';

function chart(type: string, head: string, data: string): string {
  return `## A chart\n\n\`\`\`chart ${type}\n${head}\n\n${data}\n\`\`\`\n`;
}

const years = 'year,north,south\n2013,3,4\n2014,5,1\n2015,8,9\n2016,12,2\n2017,17,5';
const column = years.replace(/,\d+$/gm, '').replace(',south', '');

async function open(
  openDeck: OpenDeckFunction,
  slides: readonly string[],
  options: Parameters<OpenDeckFunction>[1] = {},
): Promise<Page> {
  const file = await buildMarkdown(slides.join('\n---\n\n'));
  const { page, consoleErrors } = await openDeck(file, options);
  if (options.javaScriptEnabled !== false) await whenReady(page);
  expect(consoleErrors).toEqual([]);
  return page;
}

/** What the canvas shows, as one text; of a part of it, counted in shares of its width. */
function look(page: Page, from = 0, to = 1): Promise<string> {
  return page.evaluate(
    async ([start = 0, end = 1]) => {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      const canvas = document.querySelector<HTMLCanvasElement>('section.present canvas');
      if (!canvas) return 'none';
      const x = Math.round(canvas.width * start);
      const width = Math.round(canvas.width * (end - start));
      const image = canvas.getContext('2d')?.getImageData(x, 0, width, canvas.height);
      if (!image) return 'none';
      let hash = 7;
      for (const pixel of new Uint32Array(image.data.buffer))
        hash = (Math.imul(hash, 31) + pixel) | 0;
      return String(hash);
    },
    [from, to] as const,
  );
}

describe('a chart grows', () => {
  test.for([
    ['by categories', 'steps: points', 4, ['2014 5 1', '2015 8 9', '2016 12 2', '2017 17 5']],
    ['by series', 'steps: series', 1, ['south 4 1 9 2 5']],
    ['by lists of them', 'steps: [2014, 2016]', 2, ['2015 8 9, 2016 12 2', '2017 17 5']],
  ] as const)('%s, and back, on axes that stay', async ([, head, steps, news], { openDeck }) => {
    const page = await open(openDeck, ['# One', chart('line', head, years), '# Three']);
    await press(page, 'ArrowRight');
    const seen = [await look(page)];
    const axis = await look(page, 0, 0.04);
    for (const text of news) {
      await press(page, 'ArrowRight');
      expect(await announced(page)).toBe(text);
      seen.push(await look(page));
      expect(await look(page, 0, 0.04)).toBe(axis);
    }
    expect(new Set(seen).size).toBe(steps + 1);
    for (const before of seen.toReversed().slice(1)) {
      await press(page, 'ArrowLeft');
      expect(await look(page)).toBe(before);
    }
    await press(page, ...Array<string>(steps + 1).fill('ArrowRight'));
    expect(await announced(page)).toBe('Slide 3 of 3: Three');
  });

  test('and is whole for whoever comes back to it, or jumps into it', async ({ openDeck }) => {
    const page = await open(openDeck, ['# One', chart('bar', 'steps: points', column), '# Three']);
    await press(page, ...Array<string>(5).fill('ArrowRight'));
    const whole = await look(page);
    await press(page, 'ArrowRight');
    await press(page, 'ArrowLeft');
    expect(await look(page)).toBe(whole);
    await page.evaluate(() => window.Reveal.slide(0));
    await page.evaluate(() => window.Reveal.slide(1, 0, 1));
    const second = await look(page);
    await press(page, 'ArrowLeft');
    expect(await look(page)).not.toBe(second);
    await press(page, 'ArrowRight');
    expect(await look(page)).toBe(second);
  });
});

test('twenty charts cost what one does', async ({ openDeck }) => {
  const slides = Array.from({ length: 20 }, (_, i) => chart('bar', `title: ${i}`, column));
  const page = await open(openDeck, slides);
  for (let i = 1; i < 20; i++) {
    await press(page, 'ArrowRight');
    expect(await page.locator('canvas').count()).toBeLessThanOrEqual(2);
  }
  expect(await page.locator('.chart-box > svg').count()).toBe(20);
});

test('a chart is as sharp as its screen, also when that changes', async ({ openDeck }) => {
  const viewport = { width: 1600, height: 900 };
  const page = await open(openDeck, [chart('bar', 'title: Sales', column)], {
    viewport,
    deviceScaleFactor: 2,
  });
  const pixels = () =>
    page.evaluate(() => {
      const canvas = document.querySelector('canvas');
      const { width = 0 } = canvas?.getBoundingClientRect() ?? {};
      return (canvas?.width ?? 0) / (width * devicePixelRatio);
    });
  await expect.poll(pixels).toBeCloseTo(1, 2);
  await page.setViewportSize({ width: 800, height: 450 });
  await expect.poll(pixels).toBeCloseTo(1, 2);
});

test('a chart fills its box, also when the window becomes larger or smaller', async ({
  openDeck,
}) => {
  const page = await open(openDeck, [chart('bar', 'title: Sales', column)]);
  const share = () =>
    page.evaluate(() => {
      const [canvas, box] = ['canvas', '.chart-box'].map((name) =>
        document.querySelector(name)?.getBoundingClientRect(),
      );
      return [
        (canvas?.width ?? 0) / (box?.width ?? 1),
        (canvas?.height ?? 0) / (box?.height ?? 1),
      ].map((part) => Math.round(part * 100));
    });
  for (const width of [640, 1920, 960]) {
    const before = await page.evaluate(() => document.querySelector('canvas')?.width);
    await page.setViewportSize({ width, height: (width * 9) / 16 });
    await page.waitForFunction((old) => document.querySelector('canvas')?.width !== old, before);
    expect(await share()).toEqual([100, 100]);
  }
});

describe('what enters', () => {
  const slides = ['# One', chart('bar', 'title: Sales', column)];

  test('moves', async ({ openDeck }) => {
    const page = await open(openDeck, slides, inMotion);
    // Time passes slowly, so that the motion is not over before it is first looked at.
    await page.evaluate(() => {
      for (const clock of [performance, Date]) {
        const now = clock.now.bind(clock);
        const start = now();
        clock.now = () => start + (now() - start) / 50;
      }
    });
    await press(page, 'ArrowRight');
    const first = await look(page);
    await expect.poll(() => look(page)).not.toBe(first);
  });

  test('does not move for those who asked for less motion', async ({ openDeck }) => {
    const page = await open(openDeck, slides);
    await press(page, 'ArrowRight');
    const first = await look(page);
    for (let frame = 0; frame < 20; frame++) expect(await look(page)).toBe(first);
  });
});

test('a bar tells of itself under the pointer', async ({ openDeck }) => {
  const page = await open(openDeck, [chart('bar', 'title: Sales', column)]);
  await page.waitForSelector('canvas');
  const before = await look(page);
  await page.hover('canvas', { position: { x: 1000, y: 300 } });
  await expect.poll(() => look(page)).not.toBe(before);
});

test('from right to left, too', async ({ openDeck }) => {
  const page = await open(openDeck, [`---\ndir: rtl\n---\n\n${chart('bar', 'title: A', column)}`]);
  await page.waitForSelector('canvas');
  const [far, near] = [await look(page, 0, 0.5), await look(page, 0.5, 1)];
  await page.hover('canvas', { position: { x: 1000, y: 300 } });
  await expect.poll(() => look(page, 0.5, 1)).not.toBe(near);
  expect(await look(page, 0, 0.5)).toBe(far);
});

describe('the data', () => {
  const slides = ['# One', chart('bar', 'title: Sales', column), '# Three'];

  test('show as a table on D, and hide on D or Esc', async ({ openDeck }) => {
    const page = await open(openDeck, slides);
    await press(page, 'ArrowRight');
    const table = page.locator('section.present .chart-details');
    const isSeen = () => table.evaluate((element) => getComputedStyle(element).clipPath === 'none');
    expect(await isSeen()).toBe(false);
    for (const key of ['d', 'Escape']) {
      await press(page, 'd');
      expect(await announced(page)).toBe('Chart data');
      expect(await isSeen()).toBe(true);
      expect(await page.locator('section.present canvas').isVisible()).toBe(false);
      await press(page, key);
      expect(await announced(page)).toBe('Chart');
      expect(await isSeen()).toBe(false);
      expect(await page.locator('section.present canvas').isVisible()).toBe(true);
    }
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  test('that are many can be moved through by key', async ({ openDeck }) => {
    const many = Array.from({ length: 60 }, (_, i) => `${1950 + i},${i}`).join('\n');
    const page = await open(openDeck, [chart('line', 'title: Many', `year,n\n${many}`), '# Two']);
    const top = () => page.evaluate(() => document.querySelector('.chart')?.scrollTop);
    await press(page, 'd');
    await press(page, 'ArrowDown');
    expect(await top()).toBeGreaterThan(0);
    await press(page, 'PageUp');
    expect(await top()).toBe(0);
    await press(page, 'ArrowRight');
    expect(await announced(page)).toBe('Slide 2 of 2: Two');
  });

  test('are gone with their slide; where there is no chart, D does nothing', async ({
    openDeck,
  }) => {
    const page = await open(openDeck, slides);
    await press(page, 'd');
    expect(await announced(page)).toBe('');
    await press(page, 'ArrowRight');
    await press(page, 'd');
    await press(page, 'ArrowRight');
    expect(await page.locator('.shows-data').count()).toBe(0);
  });
});

describe('the picture of a chart', () => {
  const slides = ['# One', chart('bar', 'steps: points', column)];

  test('stands on paper, in full', async ({ openDeck }) => {
    const page = await open(openDeck, slides);
    await press(page, 'ArrowRight');
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('canvas')).toBe(false);
    const texts = await page.locator('.chart-box svg text').allTextContents();
    expect(texts).toEqual(expect.arrayContaining(['2013', '2017', '3', '17']));
    expect(await page.isVisible('.chart-box svg')).toBe(true);
  });

  test('stands in the page without JavaScript', async ({ openDeck }) => {
    const page = await open(openDeck, slides, { javaScriptEnabled: false });
    const picture = page.getByRole('img', { name: /^Bar chart/ });
    expect(await picture.isVisible()).toBe(true);
    expect(await picture.boundingBox()).toMatchObject({ width: 704 });
  });

  test('lets the live chart speak for it', async ({ openDeck }) => {
    const page = await open(openDeck, slides);
    await press(page, 'ArrowRight');
    const name = await page
      .getByRole('img', { name: /^Bar chart/ })
      .evaluateAll((all) =>
        all
          .filter((element) => element.checkVisibility({ visibilityProperty: true }))
          .map((e) => e.tagName),
      );
    expect(name).toEqual(['CANVAS']);
  });
});
