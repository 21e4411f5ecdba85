import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { goBehind, noticeOf, openEditor, serveTalk, stateOf, talk } from './edited-page.ts';

/** On how many lines some buttons of the editor stand. */
async function rows(page: Page, buttons: string): Promise<number> {
  const tops = await page
    .locator(`.lectern-editor ${buttons} button`)
    .evaluateAll((all) => all.map((button) => button.getBoundingClientRect().top));
  return new Set(tops).size;
}

test.for([
  [1280, 720],
  [390, 844],
] as const)(
  'on %i × %i pixels, buttons stand beside each other',
  async ([width, height], { browser }) => {
    const { page, write } = await serveTalk(browser);
    await page.setViewportSize({ width, height });
    await openEditor(page);
    const head = () => page.locator('.lectern-editor header').boundingBox();
    expect((await head())?.height).toBeLessThan(50);
    await goBehind(page, 'water');
    await page.keyboard.type('!');
    await expect.poll(() => stateOf(page).textContent()).toBe('Not saved');
    expect((await head())?.height).toBeLessThan(50);
    write(talk.replace('- water', '- milk'));
    await noticeOf(page).getByText('Nothing was overwritten').waitFor();
    expect([await rows(page, 'header'), await rows(page, '.notice')]).toEqual([1, 1]);
  },
);
