import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { axeSource, findAxeProblems } from '../support/browser/deck-walk.ts';
import { openOnStage, press, sendKey, shownSlide } from '../support/browser/stage.ts';

const deck = [
  '# The orchard',
  '## Café Été\n\nPears and\napples\n\n. . .\n\nMore *app*les\n\nNote:\nApples of the notes',
  '## Plums\n\n--\n\n## Apples below',
  '## Year 2\n\n```js\nconst apples = 3;\n```',
  ...Array.from({ length: 8 }, (_, i) => `## Number ${i + 6}`),
].join('\n\n---\n\n');

function lines(page: Page): Promise<readonly string[]> {
  return page.getByRole('option').allInnerTexts();
}

function marked(page: Page, name: string): Promise<readonly string[]> {
  return page.evaluate(
    (highlight) => Array.from(CSS.highlights.get(highlight) ?? [], (range) => String(range)),
    name,
  );
}

describe('G', () => {
  test('lists the slides, from the one that is shown', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await press(page, 'PageDown', 'g');
    expect(await page.getByRole('option').count()).toBe(13);
    const selected = page.getByRole('option', { selected: true });
    expect(await selected.innerText()).toMatch(/2\s+Café Été/);
    await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
    expect(await shownSlide(page)).toBe('4 of 13: Apples below');
    expect(await page.locator('dialog').count()).toBe(0);
  });

  test('finds words of a title, without their accents, and numbers first', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await press(page, 'g');
    await page.keyboard.type('ETE caf');
    expect(await lines(page)).toEqual([expect.stringMatching(/^2\s+Café Été$/)]);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('2');
    expect((await lines(page))[0]).toMatch(/^2\s+Café/);
    expect((await lines(page)).map((line) => line.replace(/\s+/g, ' '))).toContain('5 Year 2');
    await press(page, 'Escape');
    expect(await shownSlide(page)).toBe('1 of 13: The orchard');
  });
});

describe('Ctrl+F', () => {
  test('finds text across lines and styles, and none of the notes', async ({ openDeck }) => {
    const { page, requests, consoleErrors, violations } = await openOnStage(openDeck, deck);
    await press(page, 'Control+f');
    await page.keyboard.type('apples');
    const found = (await lines(page)).map((line) => Number.parseInt(line, 10));
    expect(found).toEqual([2, 2, 4, 5]);
    expect(await page.getByRole('status').filter({ hasText: 'Results' }).innerText()).toBe(
      'Results: 4',
    );
    await page.keyboard.press('Control+a');
    await page.keyboard.type('and apples');
    expect(await lines(page)).toHaveLength(1);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('été pears');
    expect(await lines(page)).toEqual([]);
    await page.evaluate(axeSource);
    expect(await page.evaluate(findAxeProblems, 'body')).toEqual([]);
    expect([requests, consoleErrors, await violations()]).toEqual([[], [], []]);
  });

  test('goes to the step that brings it, and marks it until Esc', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await press(page, 'Control+f');
    await page.keyboard.type('apples');
    await press(page, 'ArrowDown', 'Enter');
    expect(await shownSlide(page)).toBe('2 of 13: Café Été');
    expect(await page.locator('p', { hasText: 'More apples' }).isVisible()).toBe(true);
    expect([await marked(page, 'found-here'), await marked(page, 'found')]).toEqual([
      ['apples'],
      ['apples'],
    ]);
    await press(page, 'Escape');
    expect([await marked(page, 'found-here'), await page.locator('dialog').count()]).toEqual([
      [],
      0,
    ]);
    await press(page, 'Control+f');
    expect(await page.getByRole('combobox').inputValue()).toBe('apples');
    await page.getByRole('option').nth(3).click();
    expect(await shownSlide(page)).toBe('5 of 13: Year 2');
    await press(page, 'PageDown');
    expect(await marked(page, 'found-here')).toEqual([]);
  });

  test('is the browser’s own the second time', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    const search = { key: 'f', code: 'KeyF', ctrlKey: true };
    expect(await sendKey(page, search)).toBe(true);
    expect(await sendKey(page, search)).toBe(false);
    expect(await page.locator('dialog').count()).toBe(0);
  });
});
