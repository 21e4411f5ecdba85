import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { axeSource, findAxeProblems, whenReady } from '../support/browser/deck-walk.ts';
import { openOnStage, press } from '../support/browser/stage.ts';

const deck = '# The talk\n\n---\n\n## Steps\n\nOne\n\n. . .\n\nTwo\n\n---\n\n## Last';

async function draw(page: Page, y: number): Promise<void> {
  await page.mouse.move(200, y);
  await page.mouse.down();
  await page.mouse.move(600, y, { steps: 8 });
  await page.mouse.up();
}

/** The strokes on the slides, by their colors. */
function strokes(page: Page): Promise<readonly (readonly (string | null)[])[]> {
  return page.$$eval('.slides section.slide', (slides) =>
    slides.map((slide) =>
      Array.from(slide.querySelectorAll('.drawings g'), (line) => line.getAttribute('class')),
    ),
  );
}

describe('the pen', () => {
  test('draws on the slide, in its colors; takes back, erases and clears', async ({ openDeck }) => {
    const { page, requests, consoleErrors, violations } = await openOnStage(openDeck, deck);
    await press(page, 'PageDown', 'p');
    await draw(page, 200);
    await press(page, '2');
    await draw(page, 300);
    expect(await strokes(page)).toEqual([[], ['ink-accent', 'ink-warm'], []]);
    await press(page, 'Control+z');
    expect(await strokes(page)).toEqual([[], ['ink-accent'], []]);
    await draw(page, 300);
    await press(page, 'e');
    await page.mouse.move(400, 150);
    await page.mouse.down();
    await page.mouse.move(400, 220, { steps: 10 });
    await page.mouse.up();
    expect(await strokes(page)).toEqual([[], ['ink-warm'], []]);
    await press(page, 'Delete');
    expect(await strokes(page)).toEqual([[], [], []]);
    await press(page, 'Control+z', 'Escape');
    expect(await strokes(page)).toEqual([[], ['ink-warm'], []]);
    await draw(page, 500);
    expect(await strokes(page)).toEqual([[], ['ink-warm'], []]);
    expect([requests, consoleErrors, await violations()]).toEqual([[], [], []]);
  });

  test('keeps to the slide’s own measure in a window of any size', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck, { viewport: { width: 960, height: 720 } });
    await press(page, 'p');
    await draw(page, 240);
    const line = await page.locator('.drawings path').first().getAttribute('d');
    // The slide is 90 pixels below the window's top, at three quarters of its size.
    expect(line).toMatch(/^M26[67](?:\.\d+)? 200/);
  });

  test('can be led by its buttons', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await press(page, 'p');
    await page.getByRole('button', { name: 'Color 3' }).click();
    await draw(page, 200);
    expect(await strokes(page)).toEqual([['ink-cool'], [], []]);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await strokes(page)).toEqual([[], [], []]);
    await page.evaluate(axeSource);
    expect(await page.evaluate(findAxeProblems, 'body')).toEqual([]);
    await page.getByRole('button', { name: 'Close pen' }).click();
    expect(await page.locator('.palette').count()).toBe(0);
  });

  test('feels how strongly a stylus is pressed, and no palm beside it', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await press(page, 'p');
    await page.evaluate(() => {
      const surface = document.querySelector('.pen-surface');
      const send = (name: string, init: PointerEventInit) =>
        surface?.dispatchEvent(new PointerEvent(name, { bubbles: true, ...init }));
      Element.prototype.setPointerCapture = () => {};
      const pen = { pointerId: 7, pointerType: 'pen' };
      send('pointerdown', { ...pen, clientX: 100, clientY: 100, pressure: 0.2 });
      send('pointermove', { ...pen, clientX: 150, clientY: 100, pressure: 0.2 });
      send('pointermove', { ...pen, clientX: 200, clientY: 100, pressure: 0.9 });
      send('pointerup', pen);
      send('pointerdown', { pointerId: 8, pointerType: 'touch', clientX: 300, clientY: 300 });
      send('pointerup', { pointerId: 8, pointerType: 'touch' });
    });
    expect(await strokes(page)).toEqual([['ink-accent'], [], []]);
    const widths = await page.$$eval('.drawings path', (paths) =>
      paths.map((path) => Number(path.getAttribute('stroke-width'))),
    );
    expect(widths).toHaveLength(2);
    expect(widths[1]).toBeGreaterThan(2 * (widths[0] ?? 0));
  });
});

describe('drawings', () => {
  test('are on copies of the slide, and on paper where they are wanted', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await press(page, 'PageDown', 'p');
    await draw(page, 300);
    await press(page, 'p', 'o');
    // A line that lies flat has no height, which would be taken for hidden.
    const copy = page.locator('.thumbnail .drawings');
    await copy.locator('path').waitFor({ state: 'attached' });
    expect(await copy.isVisible()).toBe(true);
    await press(page, 'o');
    await page.emulateMedia({ media: 'print' });
    const seen = (print: string) =>
      page.evaluate((wanted) => {
        document.documentElement.dataset.print = wanted;
        dispatchEvent(new Event('beforeprint'));
        const drawings = [...document.querySelectorAll('.slides .drawings')];
        const count = drawings.filter((sheet) => sheet.checkVisibility()).length;
        dispatchEvent(new Event('afterprint'));
        return count;
      }, print);
    expect([await seen(''), await seen('drawings'), await seen('steps drawings')]).toEqual([
      0, 1, 2,
    ]);
  });

  test('are kept by the browser for this deck, and for no other', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await press(page, 'PageDown', 'p');
    await draw(page, 300);
    await page.reload();
    await whenReady(page);
    expect(await strokes(page)).toEqual([[], ['ink-accent'], []]);
    const file = fileURLToPath(page.url().replace(/#.*/, ''));
    const other = file.replace('deck.html', 'other.html');
    writeFileSync(other, readFileSync(file));
    await page.goto(`file://${other}`);
    await whenReady(page);
    expect(await strokes(page)).toEqual([[], [], []]);
  });

  test('last as long as the page where nothing may be kept, or what is kept is broken', async ({
    openDeck,
  }) => {
    const { page, consoleErrors } = await openOnStage(openDeck, deck);
    const breakStorage = () => {
      for (const name of ['getItem', 'setItem', 'removeItem'] as const) {
        Storage.prototype[name] = () => {
          throw new DOMException('refused', 'SecurityError');
        };
      }
    };
    await page.evaluate(() => {
      localStorage.setItem(
        `lectern drawings of ${location.pathname}`,
        '{"The talk":[{"ink":"accent","points":[[1,2]]},7],"Last":null}',
      );
    });
    await page.reload();
    await whenReady(page);
    expect(await strokes(page)).toEqual([[], [], []]);
    await page.addInitScript(breakStorage);
    await page.reload();
    await whenReady(page);
    await press(page, 'p');
    await draw(page, 300);
    await press(page, 'PageDown', 'PageUp');
    expect(await strokes(page)).toEqual([['ink-accent'], [], []]);
    expect(consoleErrors).toEqual([]);
  });
});

describe('the laser pointer', () => {
  test('follows the pointer while it is on', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    const dot = page.locator('.laser');
    await page.mouse.move(300, 200);
    await press(page, 'l');
    const { x = 0, y = 0, width = 0 } = (await dot.boundingBox()) ?? {};
    expect([x + width / 2, y + width / 2]).toEqual([300, 200]);
    await press(page, 'p');
    expect(await dot.count()).toBe(0);
    await press(page, 'l', 'Escape');
    expect([await dot.count(), await page.locator('dialog').count()]).toEqual([0, 0]);
  });

  test('goes out with the key where that is held', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    const dot = page.locator('.laser');
    await page.keyboard.down('l');
    await page.keyboard.down('l');
    expect(await dot.count()).toBe(1);
    await page.keyboard.up('l');
    expect(await dot.count()).toBe(0);
    await press(page, 'l');
    expect(await dot.count()).toBe(1);
  });

  test('has the size that was chosen, or none', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await press(page, '?');
    await page.getByLabel('Large').check();
    await press(page, 'Escape', 'l');
    expect((await page.locator('.laser').boundingBox())?.width).toBeGreaterThan(20);
    await press(page, '?');
    await page.getByLabel('None').check();
    await press(page, 'Escape', 'l');
    expect(await page.locator('.laser').count()).toBe(0);
  });
});
