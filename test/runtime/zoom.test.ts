import type { CDPSession, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { openOnStage, press, shownSlide } from '../support/browser/stage.ts';

const slides = ['# One', '## Two\n\n--\n\n## Three', '## Four'];
const deck = slides.join('\n\n---\n\n');

/** Where the slide is in the window. */
async function place(page: Page): Promise<readonly number[]> {
  const box = await page.locator('section.slide.present').boundingBox();
  return [box?.x, box?.y, box?.width].map((value) => Math.round(value ?? Number.NaN));
}

describe('zooming', () => {
  test('goes to the mouse, which then leads over the slide', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await page.mouse.move(320, 180);
    await press(page, '+');
    expect(await place(page)).toEqual([-160, -90, 1920]);
    await page.mouse.move(1200, 600);
    expect(await place(page)).toEqual([-600, -300, 1920]);
    await press(page, 'ArrowLeft');
    expect(await place(page)).toEqual([-520, -300, 1920]);
    expect(await shownSlide(page)).toBe('1 of 4: One');
    await press(page, '-');
    expect(await place(page)).toEqual([0, 0, 1280]);
    await press(page, 'ArrowRight');
    expect(await shownSlide(page)).toBe('2 of 4: Two');
  });

  test('ends by Esc, by 0 and with the slide', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    for (const key of ['Escape', '0', 'PageDown']) {
      await press(page, '+', '+', '+', key);
      expect(await place(page)).toEqual([0, 0, 1280]);
    }
    expect(await page.locator('dialog').count()).toBe(0);
  });

  test('lets the pen draw where it is', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await page.mouse.move(0, 0);
    await press(page, '+', 'p');
    await page.mouse.move(300, 300);
    await page.mouse.down();
    await page.mouse.move(600, 300);
    await page.mouse.up();
    expect(await page.locator('.drawings path').getAttribute('d')).toMatch(/^M200 200/);
  });
});

async function swipe(
  session: CDPSession,
  from: readonly [number, number],
  to: readonly [number, number],
  fingers = 1,
): Promise<void> {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: readonly [number, number]) => {
    const touchPoints = at
      ? Array.from({ length: fingers }, (_, id) => ({ x: at[0] + id * 60, y: at[1], id }))
      : [];
    return session.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
  await touch('touchStart', from);
  for (const part of [0.25, 0.5, 0.75, 1]) {
    const at = (i: 0 | 1): number => from[i] + (to[i] - from[i]) * part;
    await touch('touchMove', [at(0), at(1)]);
  }
  await touch('touchEnd');
}

describe('a finger', () => {
  test.for([
    ['ltr', 200, 600],
    ['rtl', 600, 200],
  ] as const)('pulls slides in (%s)', async ([dir, left, right], { openDeck }) => {
    const text = `---\ndir: ${dir}\n---\n\n${deck}`;
    const { page } = await openOnStage(openDeck, text, {
      hasTouch: true,
      viewport: { width: 800, height: 450 },
    });
    const session = await page.context().newCDPSession(page);
    const seen: unknown[] = [];
    const look = async () => seen.push(Number.parseInt((await shownSlide(page)) ?? '', 10));
    for (const [from, to] of [
      [
        [right, 200],
        [left, 200],
      ],
      [
        [400, 350],
        [400, 150],
      ],
      [
        [400, 150],
        [400, 350],
      ],
      [
        [right, 200],
        [left, 200],
      ],
      [
        [400, 350],
        [400, 150],
      ],
      [
        [left, 200],
        [right, 200],
      ],
      [
        [400, 200],
        [420, 200],
      ],
    ] as const) {
      await swipe(session, from, to);
      await look();
    }
    expect(seen).toEqual([2, 3, 2, 4, 4, 2, 2]);
    await swipe(session, [right, 200], [left, 200], 2);
    await look();
    await press(page, 'p');
    await swipe(session, [left, 200], [right, 200]);
    await look();
    expect(seen.slice(-2)).toEqual([2, 2]);
    expect(await page.locator('.drawings path').count()).toBe(1);
  });
});
