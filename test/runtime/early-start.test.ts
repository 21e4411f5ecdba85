import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { announced, press, shownSlide } from '../support/browser/stage.ts';
import { buildMarkdown } from '../support/builds.ts';
import { startWebServer } from '../support/web-server.ts';

const slides = Array.from({ length: 40 }, (_, i) => `## Slide ${i + 1}\n\nOne\n\n. . .\n\nTwo`);
const text = slides.join('\n\n---\n\n');

/** A deck of which the slides from the sixth on come later. @returns what sends them */
async function serveSlowly(markdown: string): Promise<{ base: string; sendRest: () => void }> {
  const html = readFileSync(await buildMarkdown(markdown), 'utf8');
  const middle = html.indexOf('<section', html.indexOf('aria-label="5 of 40'));
  const waiting: ServerResponse[] = [];
  const server = await startWebServer({
    '/deck.html': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).write(html.slice(0, middle));
      waiting.push(response);
    },
  });
  const sendRest = () => {
    for (const response of waiting.splice(0)) response.end(html.slice(middle));
  };
  return { base: `${server.base}/deck.html`, sendRest };
}

function shownCount(page: Page): Promise<number> {
  return page.evaluate(() => {
    const isSeen = (slide: Element): boolean =>
      slide.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return [...document.querySelectorAll('.slides > section')].filter(isSeen).length;
  });
}

describe('a long deck of which only the first slides are there', () => {
  test('takes keys, and the slides that come later are as the others', async ({ browser }) => {
    const { base, sendRest } = await serveSlowly(text);
    const page = await browser.openWindow();
    await page.goto(base, { waitUntil: 'commit' });
    await page.waitForSelector('.reveal.ready', { state: 'attached' });
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight');
    expect(await shownSlide(page)).toBe('2 of 40: Slide 2');
    expect(await announced(page)).toBe('Two');
    expect(await page.locator('.present .fragment.visible').count()).toBe(1);
    sendRest();
    await whenReady(page);
    expect(await shownSlide(page)).toBe('2 of 40: Slide 2');
    expect(await page.locator('.present .fragment.visible').count()).toBe(1);
    expect(await shownCount(page)).toBe(1);
    expect(await page.locator('.slides > :not(section)').count()).toBe(0);
    expect(await page.locator('.slides > section.future:not([hidden])').count()).toBe(0);
    await press(page, 'End', 'ArrowLeft', 'ArrowRight');
    expect(await shownSlide(page)).toBe('40 of 40: Slide 40');
    await press(page, 'ArrowLeft', 'ArrowLeft');
    expect(await page.locator('.present .fragment.visible').count()).toBe(0);
    await press(page, 'o');
    expect(await page.locator('.all-slides .tile').count()).toBe(40);
  });

  test('waits for all if its address names a slide', async ({ browser }) => {
    const { base, sendRest } = await serveSlowly(text);
    const page = await browser.openWindow();
    await page.goto(`${base}#/30`, { waitUntil: 'commit' });
    await page.waitForSelector('.deck.reveal', { state: 'attached' });
    sendRest();
    await whenReady(page);
    expect(await shownSlide(page)).toBe('30 of 40: Slide 30');
    expect(await shownCount(page)).toBe(1);
  });

  test('waits for all on small screens, where it is read as a page', async ({ browser }) => {
    const { base, sendRest } = await serveSlowly(text);
    const page = await browser.openWindow({ viewport: { width: 400, height: 800 } });
    await page.goto(base, { waitUntil: 'commit' });
    await page.waitForSelector('.deck.reveal', { state: 'attached' });
    sendRest();
    await whenReady(page);
    expect(await shownCount(page)).toBe(40);
  });

  test('is read as a page when all are there', async ({ browser }) => {
    const { base, sendRest } = await serveSlowly(text);
    const page = await browser.openWindow();
    await page.goto(base, { waitUntil: 'commit' });
    await page.waitForSelector('.reveal.ready', { state: 'attached' });
    await press(page, 'ArrowRight', 'ArrowRight', 'r');
    sendRest();
    await whenReady(page);
    expect(await shownCount(page)).toBe(40);
    await page.locator('.reading-bar summary').click();
    // The list is filled when it opens, which the browser tells later.
    await expect.poll(() => page.locator('.reading-bar li').count()).toBe(40);
    await press(page, 'r');
    expect(await shownSlide(page)).toBe('2 of 40: Slide 2');
    expect(await shownCount(page)).toBe(1);
  });
});
