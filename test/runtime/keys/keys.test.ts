import { describe, expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { axeSource, findAxeProblems, whenReady } from '../../support/browser/deck-walk.ts';
import { announced, openOnStage, press, sendKey, shownSlide } from '../../support/browser/stage.ts';

const deck = [
  '# The talk',
  '## Steps\n\nOne\n\n. . .\n\nTwo',
  '## Above\n\n--\n\n## Below',
  '## A form\n\n<input aria-label="Name"> <a href="#/1">back</a>',
  ...Array.from({ length: 8 }, (_, i) => `## Number ${i + 6}`),
].join('\n\n---\n\n');

describe('keys and clickers', () => {
  test('walk by steps and by slides', async ({ openDeck }) => {
    const { page, requests, consoleErrors, violations } = await openOnStage(openDeck, deck);
    const seen: unknown[] = [];
    const walked = 'PageDown Enter PageDown PageUp Backspace Alt+ArrowRight End Home Shift+Space';
    for (const key of walked.split(' ')) {
      await press(page, key);
      seen.push(Number.parseInt((await shownSlide(page)) ?? '', 10));
    }
    expect(seen).toEqual([2, 2, 3, 2, 2, 3, 13, 1, 1]);
    expect([requests, consoleErrors, await violations()]).toEqual([[], [], []]);
  });

  test('are the same on keyboards without Latin letters', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await sendKey(page, { key: 'и', code: 'KeyB' });
    expect(await announced(page)).toBe('Black screen');
    await press(page, 'x');
    await sendKey(page, { key: '٣', code: 'Digit3' });
    await press(page, 'Enter');
    expect(await shownSlide(page)).toBe('3 of 13: Above');
  });

  test('leave alone what is typed, and what belongs to the browser', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await press(page, '5', 'Enter');
    await page.focus('section.present input');
    await press(page, 'b', '2', 'Enter', 'Space');
    expect(await page.inputValue('section.present input')).toBe('b2 ');
    expect(await shownSlide(page)).toBe('5 of 13: A form');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    expect(await sendKey(page, { key: 'b', ctrlKey: true })).toBe(false);
    expect(await sendKey(page, { key: '+', ctrlKey: true })).toBe(false);
    expect(await sendKey(page, { key: 'Shift', shiftKey: true })).toBe(false);
  });

  test('that are single characters can be off, and a talk is given without them', async ({
    openDeck,
  }) => {
    const off = `---\nshortcuts: false\n---\n\n${deck}`;
    const { page } = await openOnStage(openDeck, off);
    await press(page, 'b', 'o', 'n', '.', '3', 'Enter');
    expect(await shownSlide(page)).toBe('2 of 13: Steps');
    expect(await announced(page)).not.toBe('Black screen');
    expect(await page.locator('.overview').count()).toBe(0);
    const seen: unknown[] = [];
    for (const key of 'PageDown Space ArrowRight PageUp End Home ArrowRight Backspace'.split(' ')) {
      await press(page, key);
      seen.push(Number.parseInt((await shownSlide(page)) ?? '', 10));
    }
    expect(seen).toEqual([2, 3, 5, 4, 13, 1, 2, 1]);
    await press(page, 'Alt+Shift+B');
    expect(await announced(page)).toBe('Black screen');
    await press(page, 'x');
    await press(page, 'Escape', 'Alt+Shift+Digit3', 'Enter');
    expect(await shownSlide(page)).toBe('3 of 13: Above');
    // The switch is remembered.
    await press(page, 'F1');
    const black = page.locator('.help-keys div', { hasText: 'Black' }).locator('kbd');
    expect(await black.allInnerTexts()).toEqual(['Alt', 'Shift', 'B']);
    const single = page.getByRole('checkbox', { name: 'Single-key shortcuts' });
    expect(await single.isChecked()).toBe(false);
    await single.check();
    expect(await black.allInnerTexts()).toEqual(['B', '.']);
    await page.reload();
    await whenReady(page);
    await press(page, 'b');
    expect(await announced(page)).toBe('Black screen');
  });

  test('of clickers do not load the page again', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await press(page, 'PageDown', 'F5');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await press(page, 'Shift+F5', '.', 'F5');
    expect(await page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    expect(await announced(page)).toBe('Black screen');
    await press(page, 'PageDown');
    expect(await shownSlide(page)).toBe('2 of 13: Steps');
  });

  test('reach no deck through messages of other pages', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await page.evaluate(async () => {
      postMessage(JSON.stringify({ method: 'slide', args: [5] }), '*');
      postMessage('{"method":"togglePause"}', '*');
      await new Promise((resolve) => addEventListener('message', () => setTimeout(resolve)));
    });
    expect(await shownSlide(page)).toBe('1 of 13: The talk');
  });
});

describe('a black or white screen', () => {
  test('is said, and gives way to any key or a click', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    const cover = page.locator('.pause-overlay');
    for (const [key, words, color] of [
      ['b', 'Black screen', 'rgb(0, 0, 0)'],
      ['.', 'Black screen', 'rgb(0, 0, 0)'],
      ['w', 'White screen', 'rgb(255, 255, 255)'],
      [',', 'White screen', 'rgb(255, 255, 255)'],
    ] as const) {
      await press(page, key);
      expect(await announced(page)).toBe(words);
      expect(await cover.evaluate((it) => getComputedStyle(it).backgroundColor)).toBe(color);
      expect(await cover.isVisible()).toBe(true);
      await press(page, 'Shift');
      expect(await cover.isVisible()).toBe(true);
      await press(page, 'ArrowRight');
      expect(await cover.isVisible()).toBe(false);
    }
    expect(await announced(page)).toBe('Slide 1 of 13: The talk');
    await page.keyboard.down('b');
    await page.keyboard.down('b');
    await page.keyboard.up('b');
    expect(await cover.isVisible()).toBe(true);
    await page.mouse.click(600, 300);
    expect(await cover.isVisible()).toBe(false);
    await press(page, 'ArrowRight');
    expect(await shownSlide(page)).toBe('2 of 13: Steps');
  });
});

describe('a number', () => {
  test('that was typed takes the focus from nothing later on', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await page.clock.install();
    await press(page, '5', 'Enter');
    await page.focus('section.present input');
    await page.clock.runFor(30_000);
    await press(page, 'a');
    expect(await page.inputValue('section.present input')).toBe('a');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await press(page, '9');
    await page.focus('section.present input');
    // The badge goes, and that is all.
    await page.clock.runFor(30_000);
    expect(await page.innerText('.badge')).toBe('');
    await press(page, 'b');
    expect(await page.inputValue('section.present input')).toBe('ab');
  });

  test('and Enter go to the slide that shows it', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    const badge = page.getByRole('status').filter({ has: page.locator('b') });
    await press(page, '1', '2');
    expect(await badge.innerText()).toMatch(/^12\s+Number 12$/);
    await press(page, 'Backspace', '0');
    expect(await badge.innerText()).toMatch(/^10\s+Number 10$/);
    await press(page, 'Enter');
    expect(await shownSlide(page)).toBe('10 of 13: Number 10');
    expect(await badge.count()).toBe(0);
  });

  test('is given up by Esc, and where there is no such slide', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await press(page, '3', 'Escape');
    expect(await page.locator('dialog').count()).toBe(0);
    await press(page, '9', '9');
    expect(await page.innerText('.badge')).toMatch(/99\s+of 13 slides/);
    await press(page, 'Enter');
    expect(await shownSlide(page)).toBe('1 of 13: The talk');
    await press(page, 'Enter');
    expect(await shownSlide(page)).toBe('2 of 13: Steps');
  });
});

describe('the list of all keys', () => {
  test('names each once, and can be read by all', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await press(page, '?');
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    const names = await list.locator('dt').allInnerTexts();
    expect(names.length).toBeGreaterThan(12);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('Black screen');
    await page.evaluate(axeSource);
    expect(await page.evaluate(findAxeProblems, 'body')).toEqual([]);
    await press(page, 'PageDown', 'b');
    expect(await shownSlide(page)).toBe('1 of 13: The talk');
    await press(page, 'Escape');
    expect(await list.count()).toBe(0);
    await press(page, 'PageDown');
    expect(await shownSlide(page)).toBe('2 of 13: Steps');
  });

  test('has the switches of print', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await page.mouse.move(600, 400);
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await page.getByLabel('One page per step').check();
    await page.getByLabel('Drawings').check();
    await page.getByLabel('Notes below slides').check();
    await page.getByLabel('Drawings').uncheck();
    expect(await page.evaluate(() => document.documentElement.dataset.print)).toBe('steps notes');
    await press(page, '?', '?');
    expect(await page.getByLabel('One page per step').isChecked()).toBe(true);
  });

  test('says what the browser lacks', async ({ browser, openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await press(page, '?');
    expect(await page.innerText('.help-browser li')).toBe('This browser supports all features.');
    const poor = await browser.openWindow();
    await poor.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'wakeLock');
      Object.defineProperty(Document.prototype, 'fullscreenEnabled', { get: () => false });
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await poor.goto(page.url());
    await whenReady(poor);
    await press(poor, 'PageDown', 'f', '?');
    const lines = await poor.locator('.help-browser li').allInnerTexts();
    expect(lines.map((line) => /storage|full screen|screen on/.exec(line)?.[0])).toEqual([
      'storage',
      'full screen',
      'screen on',
    ]);
    await poor.close();
  });
});

test('the screen is kept awake once somebody walks on', async ({ browser, openDeck }) => {
  const file = (await openOnStage(openDeck, deck)).page.url();
  const page = await browser.openWindow();
  await page.addInitScript(() => {
    const asked: unknown[] = [];
    Object.assign(window, { asked });
    // A browser without a screen refuses.
    WakeLock.prototype.request = async (type) => {
      asked.push(type);
      return new EventTarget() as WakeLockSentinel;
    };
  });
  await page.goto(file);
  await whenReady(page);
  const asked = () => page.evaluate(() => (window as unknown as { asked: unknown[] }).asked);
  expect(await asked()).toEqual([]);
  await press(page, 'PageDown', 'PageDown', 'PageDown', 'PageDown');
  expect(await asked()).toEqual(['screen']);
  await page.close();
});
