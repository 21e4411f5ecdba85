import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { whenReady } from '../../support/browser/deck-walk.ts';
import { shownSlide } from '../../support/browser/stage.ts';
import { build, open, openSpeakerView, waitForTitle } from './speaker-view.ts';

describe('time', () => {
  test('begins with the first step, pauses, and begins anew', async ({ openDeck }) => {
    const { speaker } = await open(openDeck);
    const pause = speaker.locator('.speaker-pause');
    expect(await pause.innerText()).toBe('Start');
    await speaker.keyboard.press('ArrowRight');
    await speaker.getByRole('button', { name: 'Pause' }).click();
    expect(await pause.innerText()).toBe('Resume');
    await speaker.getByRole('button', { name: 'Reset' }).click();
    expect(await pause.innerText()).toBe('Start');
    expect(await speaker.locator('.speaker-elapsed').innerText()).toBe('0:00');
  });

  test('is compared with the plan, where there is one', async ({ openDeck }) => {
    const { page, speaker } = await open(openDeck);
    // The clock stops, as a slow machine may not show any second.
    await page.evaluate(setClock, 0);
    await page.keyboard.press('ArrowRight');
    await speaker.getByText('2:30 ahead').waitFor();
    expect(await speaker.locator('.speaker-slide-time b').innerText()).toContain('/ 2:30');
    await page.evaluate(setClock, 700_000);
    await speaker.getByText(/6:\d\d behind/).waitFor();
    expect(await speaker.locator('.speaker-left b').innerText()).toMatch(/^\+1:4\d over$/);
    expect(await speaker.locator('.speaker').getAttribute('data-tone')).toBe('over');
    const plain = await open(openDeck, await build('# One\n\n---\n\n## Two'));
    expect(await plain.speaker.locator('.speaker-pace').isVisible()).toBe(false);
    expect(await plain.speaker.locator('.speaker-left').isVisible()).toBe(false);
    expect(await plain.speaker.locator('.speaker-clock').isVisible()).toBe(true);
  });

  test('of the last runs is shown, saved and cleared', async ({ openDeck }) => {
    const { page, speaker } = await open(openDeck);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    await waitForTitle(speaker, 'Two words');
    await speaker.getByRole('button', { name: 'Reset' }).click();
    await page.keyboard.press('Home');
    await page.keyboard.press('End');
    await waitForTitle(speaker, 'Two words');
    await speaker.getByRole('button', { name: 'Times' }).click();
    expect(await speaker.locator('.speaker-log tr:first-child th').count()).toBe(4);
    const saving = speaker.waitForEvent('download');
    await speaker.getByRole('button', { name: 'Save as CSV' }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe('The talk times.csv');
    const saved = readFileSync(await download.path(), 'utf8');
    expect(saved).toMatch(/^\ufeffnumber,slide,planned,\S+,\S+\r\n1,The talk,150,,\d+\r\n/);
    await speaker.getByRole('button', { name: 'Clear' }).click();
    expect(await speaker.locator('.speaker-log').innerText()).toContain('No runs yet');
    await speaker.keyboard.press('Escape');
    expect([await speaker.locator('dialog[open]').count(), await shownSlide(page)]).toEqual([
      0,
      '4 of 4: Two words',
    ]);
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  test('is not kept where the browser refuses, which the log says', async ({ openDeck }) => {
    const file = await build();
    const { page, consoleErrors } = await openDeck(file);
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('', 'SecurityError');
          },
        });
      }
    });
    await page.reload();
    await whenReady(page);
    const speaker = await openSpeakerView(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    await waitForTitle(speaker, 'Two words');
    await speaker.getByRole('button', { name: 'Times' }).click();
    const log = speaker.locator('.speaker-log');
    expect(await log.innerText()).toContain('blocks storage');
    expect(await log.innerText()).toContain('4 Two words');
    expect(consoleErrors).toEqual([]);
  });
});

/** Stops the clock of a page. @param ahead of what it shows now, in milliseconds */
function setClock(ahead: number): void {
  const time = Date.now() + ahead;
  Date.now = () => time;
}
