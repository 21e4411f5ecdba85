import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { buildMarkdown } from '../support/builds.ts';

const build = () =>
  buildMarkdown('# One\n\n---\n\n## Two\n\n- a\n\n. . .\n\n- b\n\n---\n\n## Three\n');

test('a page that frames the deck leads it nowhere', async ({ openDeck }) => {
  const deck = await build();
  const frame = path.join(path.dirname(deck), 'frame.html');
  writeFileSync(frame, '<!doctype html><iframe src="deck.html" width="900" height="600"></iframe>');
  const { page, consoleErrors } = await openDeck(frame);
  const framed = page.frameLocator('iframe');
  await framed.locator('html[data-ready]').waitFor();
  const inFrame = framed.locator('html');
  // Each message is a task of its own; what it leads to comes before the task that is set last.
  await inFrame.evaluate(() => {
    let left = 6;
    Object.assign(window, {
      allHeard: new Promise<void>((resolve) => {
        addEventListener('message', () => {
          left -= 1;
          if (left === 0) setTimeout(resolve);
        });
      }),
    });
  });
  await page.evaluate(() => {
    const { contentWindow } = document.querySelector('iframe') as HTMLIFrameElement;
    for (const message of [
      '{"method":"slide","args":[2]}',
      '{"method":"togglePause"}',
      { method: 'slide', args: [2] },
      { type: 'slide', h: 2, v: 0 },
      'not JSON {',
      null,
    ]) {
      contentWindow?.postMessage(message, '*');
    }
  });
  await inFrame.evaluate(() => (window as Window & { allHeard?: Promise<void> }).allHeard);
  expect(await framed.locator('section.present').getAttribute('aria-label')).toBe('1 of 3: One');
  expect(await framed.locator('.paused').count()).toBe(0);
  expect(consoleErrors).toEqual([]);
});

test('what stands in the query string changes nothing', async ({ openDeck }) => {
  const { page } = await openDeck(await build());
  await page.goto(`${page.url()}?print-pdf&view=scroll&controls=true&loop=true&autoSlide=1&rtl`);
  await whenReady(page);
  const config = await page.evaluate(() => {
    const { loop, autoSlide, controls, rtl, view } = window.Reveal.getConfig();
    return { loop, autoSlide, controls, rtl, view };
  });
  expect(config).toEqual({ loop: false, autoSlide: 0, controls: false, rtl: false, view: null });
  expect(await page.locator('section.present').getAttribute('aria-label')).toBe('1 of 3: One');
});

describe('an address that names no slide', () => {
  test.for([
    ['#/nowhere', '1 of 3: One'],
    ['#nowhere', '1 of 3: One'],
    ['#/2/7', '2 of 3: Two'],
    ['#/99', '3 of 3: Three'],
    ['#/-3', '1 of 3: One'],
    ['#/%E0%A4%A', '1 of 3: One'],
    ['#/"]<b>', '1 of 3: One'],
  ] as const)('%s leads to one that there is', async ([hash, slide], { openDeck }) => {
    const { page, consoleErrors } = await openDeck(await build());
    await page.goto('about:blank');
    await page.goto(pathToFileURL(await build()).href + hash);
    await whenReady(page);
    expect(await page.locator('section.present').getAttribute('aria-label')).toBe(slide);
    expect(await page.locator('section.present').isVisible()).toBe(true);
    await expect
      .poll(() => new URL(page.url()).hash)
      .toBe({ '1': '', '2': '#/2', '3': '#/3' }[slide[0] ?? ''] ?? '');
    expect(consoleErrors).toEqual([]);
  });
});

test('a browser without an API shows the talk', async ({ openDeck }) => {
  const { page } = await openDeck(await build());
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.addInitScript(() => {
    const gone = [Element.prototype, Document.prototype] as unknown as Record<string, unknown>[];
    for (const prototype of gone) {
      delete prototype.requestFullscreen;
      delete prototype.exitFullscreen;
    }
    delete (Navigator.prototype as unknown as Record<string, unknown>).wakeLock;
  });
  await page.reload();
  await whenReady(page);
  for (const key of ['f', 'r', 'Escape', 'ArrowRight']) await page.keyboard.press(key);
  expect(await page.locator('section.present').getAttribute('aria-label')).toBe('2 of 3: Two');
  expect(errors).toEqual([]);
});
