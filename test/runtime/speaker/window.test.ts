import { describe, expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { whenReady } from '../../support/browser/deck-walk.ts';
import { shownSlide } from '../../support/browser/stage.ts';
import { build, close, open, openSpeakerView, text, waitForTitle } from './speaker-view.ts';

describe('the second window', () => {
  test('comes back after a reload of the stage, at the same slide and time', async ({
    openDeck,
  }) => {
    const { page, speaker } = await open(openDeck);
    await page.keyboard.press('ArrowRight');
    await waitForTitle(speaker, 'Code');
    await page.waitForFunction(() => location.hash.length > 1);
    // The window may have shown other decks before.
    const begun = () =>
      page.evaluate(() => sessionStorage.getItem(`lectern watch ${location.pathname}`));
    const { startedAt: before } = JSON.parse((await begun()) ?? '');
    expect(before).toBeGreaterThan(0);
    const [again] = await Promise.all([page.context().waitForEvent('page'), page.reload()]);
    await waitForTitle(again, 'Code');
    expect(page.context().pages()).toHaveLength(2);
    expect(JSON.parse((await begun()) ?? '').startedAt).toBe(before);
    await again.keyboard.press('End');
    await waitForTitle(again, 'Two words');
  });

  test('comes with the next key where the browser refuses it at once', async ({ openDeck }) => {
    const { page, speaker } = await open(openDeck);
    await page.addInitScript(() => {
      const { open } = window;
      window.open = (url, name, features) =>
        navigator.userActivation.isActive ? open.call(window, url, name, features) : null;
    });
    await page.reload();
    await whenReady(page);
    await close(speaker);
    expect(page.context().pages()).toHaveLength(1);
    const [again] = await Promise.all([
      page.context().waitForEvent('page'),
      page.keyboard.press('ArrowRight'),
    ]);
    await waitForTitle(again, 'Code');
  });

  test('comes back when it is itself loaded again', async ({ openDeck }) => {
    const { page, speaker } = await open(openDeck);
    await page.keyboard.press('ArrowRight');
    await speaker.keyboard.press('F5');
    await waitForTitle(speaker, 'Code');
    const [again] = await Promise.all([
      page.context().waitForEvent('page'),
      // It is closed for the new one.
      speaker.reload().catch(() => {}),
    ]);
    await waitForTitle(again, 'Code');
    await again.keyboard.press('End');
    await waitForTitle(again, 'Two words');
    expect(await shownSlide(page)).toBe('4 of 4: Two words');
  });

  test('may be closed, and opened again', async ({ openDeck }) => {
    const { page, speaker, consoleErrors } = await open(openDeck);
    await close(speaker);
    await page.keyboard.press('ArrowRight');
    const again = await openSpeakerView(page);
    await waitForTitle(again, 'Code');
    await page.keyboard.press('s');
    expect(page.context().pages()).toHaveLength(2);
    expect(consoleErrors).toEqual([]);
  });

  test('has a panel in its place where the browser blocks it', async ({ openDeck }) => {
    const { page, consoleErrors } = await openDeck(await build());
    await whenReady(page);
    await page.evaluate(() => {
      window.open = () => null;
    });
    await page.keyboard.press('s');
    const message = page.getByRole('dialog', { name: 'Speaker view' });
    expect(await message.innerText()).toContain('Allow pop-up windows');
    await page.keyboard.press('Escape');
    expect([await message.count(), await shownSlide(page)]).toEqual([0, '1 of 4: The talk']);
    await page.keyboard.press('s');
    await message.getByRole('button', { name: 'Show as panel' }).click();
    expect(await page.locator('.speaker-panel .speaker-title').innerText()).toBe('The talk');
    expect(consoleErrors).toEqual([]);
  });

  test('has no part in another deck of the same folder', async ({ openDeck }) => {
    const first = await open(openDeck);
    const other = await build(text.replaceAll('The talk', 'Other'));
    const page = await first.page.context().newPage();
    await page.goto(`file://${other}?speaker=1&notes=1`);
    await whenReady(page);
    await page.keyboard.press('End');
    await page.evaluate(() => {
      for (const data of ['next', { method: 'next' }]) window.postMessage(data, '*');
    });
    expect(await first.speaker.locator('.speaker-title').innerText()).toBe('The talk');
    expect(await page.locator('.speaker').count()).toBe(0);
    expect(await page.getAttribute('section.slide.present', 'aria-label')).toContain('4 of 4');
  });
});
