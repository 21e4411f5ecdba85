import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { announced, openOnStage, press, shownSlide } from '../../support/browser/stage.ts';
import { findFaintFocus } from './focus-ring.ts';

const deck = `---
title: By keyboard
shortcuts: false
---

# By keyboard

---

## Notes

One[^a] and [a link](https://example.org).

. . .

A step

[^a]: A note with [its source](https://example.org/a).

---

## Last

\`\`\`chart bar "Apples"
x: year

year,apples
2018,17
2019,26
\`\`\`
`;

/** With light text on dark backgrounds. */
const atNight = deck.replace('title:', 'theme: night\ntitle:');

/** Presses Tab until a control of that name has the focus, which must be seen at each stop. */
async function tabTo(page: Page, name: string): Promise<void> {
  const stops: string[] = [];
  for (const _ of Array.from({ length: 40 })) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(nameOfFocus));
    // After the last control, the focus leaves the page.
    if (stops.at(-1) !== 'the browser') expect(await page.evaluate(findFaintFocus)).toEqual([]);
    if (stops.at(-1) === name) return;
  }
  throw new Error(`no ${name} among ${stops.join(', ')}`);
}

function nameOfFocus(): string {
  const focused = document.activeElement as HTMLElement;
  if (focused === document.body) return 'the browser';
  return focused.ariaLabel ?? focused.innerText?.trim() ?? '';
}

/** Opens the list of shortcuts by its button, and chooses one. */
async function choose(page: Page, name: string): Promise<void> {
  await tabTo(page, 'Keyboard shortcuts');
  await press(page, 'Enter');
  await tabTo(page, name);
  await press(page, 'Enter');
}

const focus = (page: Page) => page.evaluate(nameOfFocus);

describe('without shortcuts of letters, Tab, Enter, Space, arrows and Escape', () => {
  test('lead through slides and steps', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    const seen: (string | null)[] = [];
    for (const key of ['ArrowRight', ' ', 'Enter', 'Enter', 'ArrowLeft']) {
      await press(page, key);
      seen.push(await shownSlide(page));
    }
    expect(seen.map((label) => label?.slice(0, 1))).toEqual(['2', '2', '3', '3', '2']);
    await press(page, 'b', 'o', 's', '/', '2');
    expect([await shownSlide(page), await page.locator('dialog').count()]).toEqual([
      '2 of 3: Notes',
      0,
    ]);
    await tabTo(page, 'Next');
    await press(page, 'Enter');
    expect([await shownSlide(page), await focus(page)]).toEqual(['3 of 3: Last', 'Next']);
  });

  test('follow the numbers of footnotes and back, and stay on the slide', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, atNight);
    await press(page, 'ArrowRight', 'ArrowRight');
    await tabTo(page, '1');
    await press(page, 'Enter');
    const note = page.locator('.present [role=doc-footnote]');
    expect(await note.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.evaluate(findFaintFocus)).toEqual([]);
    await tabTo(page, 'its source');
    await press(page, 'Shift+Tab', 'Enter');
    const reference = page.locator('.present [role=doc-noteref]');
    expect(await reference.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await shownSlide(page)).toBe('2 of 3: Notes');
    expect(await page.locator('.present .fragment.visible').count()).toBe(1);
    await tabTo(page, 'a link');
  });

  test('open the overview, the search and the list of titles', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, atNight);
    await choose(page, 'Overview');
    await page.getByRole('dialog', { name: 'Overview' }).waitFor();
    await press(page, 'ArrowRight');
    expect(await page.evaluate(findFaintFocus)).toEqual([]);
    await press(page, 'Enter');
    expect([await shownSlide(page), await focus(page)]).toEqual([
      '2 of 3: Notes',
      'Keyboard shortcuts',
    ]);
    await press(page, 'Enter');
    await tabTo(page, 'Go to slide by title');
    await press(page, 'Enter');
    await page.getByRole('combobox').waitFor();
    expect(await page.evaluate(findFaintFocus)).toEqual([]);
    await press(page, 'ArrowDown', 'Enter');
    expect(await shownSlide(page)).toBe('3 of 3: Last');
    await press(page, 'Enter');
    await tabTo(page, 'Find text');
    await press(page, 'Enter');
    await page.getByRole('combobox').waitFor();
    await press(page, 'Escape');
    expect(await focus(page)).toBe('Keyboard shortcuts');
  });

  test('cover the screen and uncover it', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await choose(page, 'Black screen');
    expect(await announced(page)).toContain('Black screen');
    await press(page, 'Escape');
    expect(await announced(page)).toContain('Slide 1 of 3');
  });

  test('open the speaker view, beside the slides and in a window', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await choose(page, 'Speaker view as panel');
    await tabTo(page, 'A+ larger notes');
    const opened = page.context().waitForEvent('page');
    await choose(page, 'Speaker view');
    const speaker = await opened;
    await tabTo(speaker, 'Next');
    await press(speaker, 'Enter');
    expect(await shownSlide(page)).toBe('2 of 3: Notes');
  });

  test('lead to the page to read, and back to its slide', async ({ openDeck }) => {
    const { page } = await openOnStage(openDeck, deck);
    await press(page, 'ArrowRight');
    await tabTo(page, 'Read as one page');
    await press(page, 'Enter');
    expect(await focus(page)).toBe('2 of 3: Notes');
    await press(page, 'Shift+Tab', 'Shift+Tab');
    await tabTo(page, 'Present');
    await press(page, 'Enter');
    expect([await shownSlide(page), await focus(page)]).toEqual(['2 of 3: Notes', '2 of 3: Notes']);
    await choose(page, 'Read as one page');
    await press(page, 'Escape');
    expect(await focus(page)).toBe('2 of 3: Notes');
  });
});
