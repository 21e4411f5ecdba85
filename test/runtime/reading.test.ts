import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { type OpenDeckFunction, test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { press, shownSlide } from '../support/browser/stage.ts';
import { buildMarkdown } from '../support/builds.ts';
import { mp4 } from '../support/media.ts';

const words = 'It goes on for a while, so that the page is long. '.repeat(30);
const wide = Array.from({ length: 30 }, (_, i) => `column${i}`);
const deck = `# Opening

Go to [the chart](#/sales) or [the words](#words).

Note:
Say hello to **everybody**.

---

## A list {#list}

::: incremental
- One
- Two
:::

--

## Code

\`\`\`js {1|2}
let a;
let b;
\`\`\`

---

## Words {#words}

${words}

---
id: sales
---

## Sales

\`\`\`chart bar "Apples"
steps: points

year,apples
2018,17
2019,26
2020,31
\`\`\`

---
background: flight.mp4
---

## A video

---

## A wide table

| ${wide.join(' | ')} |
|${wide.map(() => '---').join('|')}|
| ${wide.join(' | ')} |

$$\\int_0^1 x + ${Array.from({ length: 30 }, (_, i) => `x_{${i}}`).join(' + ')} \\, dx$$

---

## The end

${words}
`;

const film = new Uint8Array(mp4());

async function open(
  openDeck: OpenDeckFunction,
  options: Parameters<OpenDeckFunction>[1] = {},
): Promise<Page> {
  const file = await buildMarkdown(deck, { 'flight.mp4': film });
  const { page } = await openDeck(file, options);
  if (options.javaScriptEnabled !== false) await whenReady(page);
  return page;
}

/** The attributes of all that stands on the stage. */
function state(page: Page): Promise<readonly string[]> {
  return page.$$eval('html, body, main, main *', (all) =>
    all.map(({ tagName, attributes }) =>
      [tagName, ...Array.from(attributes, ({ name, value }) => `${name}=${value}`).sort()].join(),
    ),
  );
}

/** How far below the top of the window a slide begins. */
function topOf(page: Page, title: string): Promise<number> {
  return page
    .locator('section.slide', { has: page.getByRole('heading', { name: title, exact: true }) })
    .evaluate((slide) => Math.round(slide.getBoundingClientRect().top));
}

/** What of the slides cannot be read. */
function unread(page: Page): Promise<readonly string[]> {
  return page.$$eval(
    ':is(.slides section, .slide :is(h1, h2, p, li, pre, .line, th, td)):not(.chart-details *, .notes *)',
    (all) =>
      all
        .filter(
          (element) =>
            !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
            element.closest('[hidden], [inert], [aria-hidden=true]'),
        )
        .map((element) => element.outerHTML.slice(0, 80)),
  );
}

describe('the talk as one page', () => {
  test('holds all of every slide, with its notes folded away', async ({ openDeck }) => {
    const page = await open(openDeck);
    expect((await unread(page)).length).toBeGreaterThan(0);
    await press(page, 'r');
    expect(await unread(page)).toEqual([]);
    expect(await page.locator('.notes').innerText()).toBe('Speaker notes');
    await page.getByText('Speaker notes').click();
    expect(await page.getByText('Say hello to').isVisible()).toBe(true);
    expect(await page.locator('.code .line.dim').count()).toBe(1);
    const colors = await page.$$eval('.code .line', (lines) =>
      lines.map((line) => getComputedStyle(line).color),
    );
    expect(new Set(colors).size).toBe(1);
  });

  test('has the picture of a chart, and its numbers on demand', async ({ openDeck }) => {
    const page = await open(openDeck);
    await press(page, 'End', 'PageUp', 'PageUp', 'PageUp', 'r');
    await expect.poll(() => page.locator('canvas').count()).toBe(1);
    expect(await page.locator('canvas').isVisible()).toBe(false);
    expect(await page.locator('.chart-box > svg').isVisible()).toBe(true);
    const table = page.locator('.chart-data');
    expect(await table.isVisible()).toBe(false);
    await page.getByText('Data', { exact: true }).click();
    expect(await table.isVisible()).toBe(true);
    expect((await table.boundingBox())?.width).toBeGreaterThan(100);
    // Folded again, the browser's search finds it: it sends this event then.
    await page.getByText('Data', { exact: true }).click();
    await expect.poll(() => table.isVisible()).toBe(false);
    const details = page.locator('.chart-details');
    expect(await details.getAttribute('hidden')).toBe('until-found');
    await details.dispatchEvent('beforematch');
    await expect.poll(() => table.isVisible()).toBe(true);
    expect(await page.locator('.chart-fold').getAttribute('open')).toBe('');
    await press(page, 'r');
    expect(await details.getAttribute('hidden')).toBe(null);
  });

  test('comes and goes by R and Esc, and leaves the stage as it was', async ({ openDeck }) => {
    const page = await open(openDeck);
    await press(page, 'ArrowRight', 'ArrowRight', 'PageDown', 'PageDown');
    // After it, the slide has the focus.
    const slide = page.locator('.slide.present');
    await slide.evaluate((element) => element.setAttribute('tabindex', '-1'));
    const before = await state(page);
    for (const leave of ['r', 'Escape']) {
      await press(page, 'r');
      expect(await state(page)).not.toEqual(before);
      await press(page, 'ArrowRight', leave);
      expect(await shownSlide(page)).toBe('3 of 8: Code');
    }
    expect(await state(page)).toEqual(before);
    await press(page, 'Alt+ArrowRight');
    expect(await shownSlide(page)).toBe('4 of 8: Words');
  });

  test('begins at the slide that was shown, and ends at the one in view', async ({ openDeck }) => {
    const page = await open(openDeck);
    await press(page, 'PageDown', 'PageDown', 'PageDown', 'PageDown', 'PageDown', 'PageDown');
    expect(await shownSlide(page)).toBe('4 of 8: Words');
    await press(page, 'r');
    expect(await topOf(page, 'Words')).toBeGreaterThanOrEqual(0);
    expect(await topOf(page, 'Words')).toBeLessThan(100);
    await page.getByText('A wide table').evaluate((title) => title.scrollIntoView());
    await page.getByRole('button', { name: 'Present' }).click();
    expect(await shownSlide(page)).toBe('7 of 8: A wide table');
    // reveal.js writes the address once a second.
    await expect.poll(() => new URL(page.url()).hash).toBe('#/7');
  });

  test('follows its links, and those of its contents', async ({ openDeck }) => {
    const page = await open(openDeck);
    await press(page, 'r');
    await page.getByText('the chart').click();
    expect(await topOf(page, 'Sales')).toBeLessThan(100);
    expect(new URL(page.url()).hash).toBe('#/sales');
    await page.getByText('Contents').click();
    const links = page.getByRole('navigation', { name: 'Slides' }).getByRole('link');
    await expect.poll(() => links.count()).toBe(8);
    await links.getByText('A list').click();
    expect(await topOf(page, 'A list')).toBeLessThan(100);
    expect(new URL(page.url()).hash).toBe('#/2');
    expect(await links.first().isVisible()).toBe(false);
    await page.evaluate(() => {
      location.hash = '#/4';
    });
    await expect.poll(() => topOf(page, 'Words')).toBeLessThan(100);
    await press(page, 'Escape');
    expect(await shownSlide(page)).toBe('4 of 8: Words');
  });

  test('goes along when something else leads the deck on', async ({ openDeck }) => {
    const page = await open(openDeck);
    await press(page, 'r');
    await page.evaluate(() => window.Reveal.slide(3));
    expect(await unread(page)).toEqual([]);
    expect(await topOf(page, 'Sales')).toBeLessThan(100);
    await press(page, 'r');
    expect(await shownSlide(page)).toBe('5 of 8: Sales');
    expect(await page.locator('.slides > section:not([hidden], [inert])').count()).toBe(1);
  });

  test('prints slides, from it as from the overview', async ({ openDeck }) => {
    const page = await open(openDeck);
    for (const key of ['r', 'o']) {
      await press(page, key);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const sizes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)];
      expect(sizes.map(([, size]) => size)).toEqual(Array.from({ length: 8 }, () => '0 0 960 540'));
      await press(page, 'Escape');
      expect(await shownSlide(page)).toBe('1 of 8: Opening');
    }
  });
});

describe('where slides would be too small', () => {
  const phone = { viewport: { width: 375, height: 800 }, hasTouch: true, isMobile: true } as const;

  test('the page begins as one to scroll through, at the slide of its address', async ({
    openDeck,
  }) => {
    const page = await open(openDeck, phone);
    expect(await unread(page)).toEqual([]);
    await page.goto(`${page.url().split('#')[0]}#/sales`);
    await page.reload();
    await whenReady(page);
    expect(await topOf(page, 'Sales')).toBeLessThan(100);
    await page.getByRole('button', { name: 'Present' }).click();
    expect(await shownSlide(page)).toBe('5 of 8: Sales');
    expect(await page.locator('section.present h2').isVisible()).toBe(true);
  });

  test.for([
    { name: 'a window of 320 pixels', options: { viewport: { width: 320, height: 640 } } },
    { name: 'a page without scripts', options: { javaScriptEnabled: false } },
    { name: 'a phone', options: phone },
  ])('$name scrolls down only, with wider spaces too', async ({ options }, { openDeck }) => {
    const page = await open(openDeck, { viewport: { width: 320, height: 640 }, ...options });
    const style = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`;
    for (const spaced of [false, true]) {
      if (spaced) await page.evaluate(addSheet, style);
      const [full, seen] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(full).toBe(seen);
      expect(await page.evaluate(findCut)).toEqual([]);
    }
    if ('javaScriptEnabled' in options) return;
    const reached = await page.$$eval('.slides :is(table, pre, .chart-box, .diagram)', (boxes) =>
      boxes.flatMap((box) => (box.scrollWidth > box.clientWidth ? [box.tabIndex] : [])),
    );
    expect(new Set(reached)).toEqual(new Set([0]));
  });
});

function addSheet(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

/** Text that is cut off, with no way to scroll to it. */
function findCut(): readonly string[] {
  return [...document.querySelectorAll('.slides *')]
    .filter((element) => !element.closest('svg, .chart-details, math'))
    .filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const isWide = element.scrollWidth > element.clientWidth + 1;
      const isHigh = element.scrollHeight > element.clientHeight + 1;
      return (isWide && overflowX === 'hidden') || (isHigh && overflowY === 'hidden');
    })
    .map((element) => element.outerHTML.slice(0, 80));
}
