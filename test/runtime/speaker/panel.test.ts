import path from 'node:path';
import { describe, expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { whenReady } from '../../support/browser/deck-walk.ts';
import { temporaryFolder } from '../../support/files.ts';
import { lectern } from '../../support/lectern.ts';
import { build, open, waitForTitle } from './speaker-view.ts';

describe('the panel', () => {
  test('stands beside the stage, and goes', async ({ openDeck }) => {
    const { page, consoleErrors } = await openDeck(await build());
    await whenReady(page);
    const width = async () => (await page.locator('section.present').boundingBox())?.width ?? 0;
    const before = await width();
    await page.keyboard.press('Shift+S');
    expect(await page.getByRole('complementary', { name: 'Speaker view' }).isVisible()).toBe(true);
    const panel = await page.locator('.speaker-panel').boundingBox();
    expect(before - (await width())).toBeGreaterThanOrEqual(Math.floor(panel?.width ?? 0) - 1);
    await page.keyboard.press('ArrowRight');
    await page.locator('.speaker-panel .speaker-title', { hasText: 'Code' }).waitFor();
    await page.waitForFunction(() => location.hash.length > 1);
    await page.reload();
    await whenReady(page);
    expect(await page.locator('.speaker-panel .speaker-title').innerText()).toBe('Code');
    await page.keyboard.press('Shift+S');
    expect([await page.locator('.speaker-panel').count(), await width()]).toEqual([0, before]);
    expect(consoleErrors).toEqual([]);
  });

  test.for([
    [1280, 720],
    [720, 1000],
  ] as const)(
    'leaves the reading view its room, on %i × %i pixels',
    async ([width, height], { openDeck }) => {
      const { page } = await openDeck(await build(), { viewport: { width, height } });
      await whenReady(page);
      await page.keyboard.press('Shift+S');
      await page.keyboard.press('r');
      await page.locator('.reading-bar').waitFor();
      const panel = await page.locator('.speaker-panel').boundingBox();
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      for (const part of ['.reading-bar', 'main section.slide >> nth=-1']) {
        const box = await page.locator(part).boundingBox();
        if (width > height)
          expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(panel?.x ?? 0);
        else expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((panel?.y ?? 0) + 1);
      }
    },
  );

  test('cuts a long title in Arabic at its end', async ({ openDeck }) => {
    const folder = temporaryFolder({ 'deck.md': `## ${Array(40).fill('كلمة').join(' ')}` });
    // Without a font for it, which is a warning.
    await lectern(['build', 'deck.md', '--out', 'deck.html'], folder);
    const { page } = await openDeck(path.join(folder, 'deck.html'));
    await whenReady(page);
    await page.keyboard.press('Shift+S');
    const [title, first] = await page
      .locator('.speaker-panel .speaker-title')
      .evaluate((element) => {
        const range = document.createRange();
        range.setStart(element.firstChild as Text, 0);
        range.setEnd(element.firstChild as Text, 1);
        return [element, range].map((part) => part.getBoundingClientRect());
      });
    expect(first?.right).toBeCloseTo(title?.right ?? 0, 0);
  });

  test.for([
    [1280, 720],
    [720, 1000],
  ] as const)(
    'lies beside a deck that reads from right to left, on %i × %i pixels',
    async ([width, height], { openDeck }) => {
      const file = await build('---\ndir: rtl\n---\n\n# A\n\n---\n\n## B');
      const { page } = await openDeck(file, { viewport: { width, height } });
      await whenReady(page);
      await page.keyboard.press('Shift+S');
      const stage = await page.locator('.reveal').boundingBox();
      const panel = await page.locator('.speaker-panel').boundingBox();
      if (width > height) {
        expect(stage).toMatchObject({ x: 0, width: panel?.x });
        expect(panel).toMatchObject({ y: 0, height });
      } else {
        expect(stage).toMatchObject({ y: 0, height: panel?.y, width });
        expect(panel).toMatchObject({ x: 0, width });
      }
    },
  );

  test('and the window take the place of each other', async ({ openDeck }) => {
    const { page, speaker } = await open(openDeck);
    await speaker.getByRole('button', { name: 'Show as panel' }).click();
    await page.locator('.speaker-panel').waitFor();
    expect(page.context().pages()).toHaveLength(1);
    const [again] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', { name: 'Open in window' }).click(),
    ]);
    await waitForTitle(again, 'The talk');
    expect(await page.locator('.speaker-panel').count()).toBe(0);
  });
});
