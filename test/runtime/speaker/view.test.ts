import { describe, expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { axeSource, findAxeProblems } from '../../support/browser/deck-walk.ts';
import { shownSlide } from '../../support/browser/stage.ts';
import { mp4 } from '../../support/media.ts';
import { build, open, text, waitForTitle } from './speaker-view.ts';

describe('the speaker view', () => {
  test('shows slide, next step, notes and times, and loads nothing', async ({ openDeck }) => {
    const { page, speaker, requests, consoleErrors, violations } = await open(openDeck);
    const asked: string[] = [];
    speaker.on('request', (request) => asked.push(request.url()));
    expect(await speaker.title()).toBe('Speaker view: The talk');
    expect(await speaker.locator('h1.speaker-title').innerText()).toBe('The talk');
    expect(await speaker.locator('.speaker-position').innerText()).toBe('1 / 4');
    expect(await speaker.locator('.notes-text strong').innerText()).toBe('slowly');
    expect(await speaker.locator('.speaker-next-name').innerText()).toBe('Next: 2 Code');
    expect(await speaker.locator('.speaker-next h2').innerText()).toBe('Code');
    for (const _ of 'four') await page.keyboard.press('ArrowRight');
    await waitForTitle(speaker, 'Sales');
    const face = 'getComputedStyle(document.querySelector(".speaker-current h2")).fontFamily';
    const onTheStage = 'getComputedStyle(document.querySelector(".present h2")).fontFamily';
    expect(await speaker.evaluate(face)).toBe(await page.evaluate(onTheStage));
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
    expect([requests, consoleErrors, await violations()]).toEqual([[], [], []]);
  });

  test('walks by keys, clickers and clicks in both windows', async ({ openDeck }) => {
    const { page, speaker } = await open(openDeck);
    await speaker.keyboard.press('PageDown');
    await waitForTitle(speaker, 'Code');
    await speaker.getByRole('button', { name: 'Current slide: advance' }).click();
    expect(await speaker.locator('.speaker-next-name').innerText()).toBe('Next: 3 Sales');
    await speaker.getByRole('button', { name: 'Next step: advance' }).click();
    await waitForTitle(speaker, 'Sales');
    expect(await shownSlide(page)).toBe('3 of 4: Sales');
    await page.keyboard.press('End');
    await waitForTitle(speaker, 'Two words');
    await speaker.keyboard.press('Home');
    await waitForTitle(speaker, 'The talk');
    await speaker.keyboard.press('b');
    await speaker.getByText('Screen is black').waitFor();
  });

  test('shows each slide at its step', async ({ openDeck }) => {
    const { page, speaker } = await open(openDeck);
    await page.keyboard.press('ArrowRight');
    await waitForTitle(speaker, 'Code');
    const dim = (frame: string) => speaker.locator(`.speaker-${frame} .line.dim`).innerText();
    expect([(await dim('current')).trim(), (await dim('next')).trim()]).toEqual([
      'const b = 2;',
      'const a = 1;',
    ]);
    expect(await speaker.locator('.speaker-steps').innerText()).toBe('Steps left: 1');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await waitForTitle(speaker, 'Sales');
    const values = (frame: string) =>
      speaker.locator(`.speaker-${frame} .chart-box svg`).textContent();
    expect(await values('current')).not.toContain('18');
    expect(await speaker.locator('.speaker-current .chart-box svg').isVisible()).toBe(true);
    await page.keyboard.press('End');
    await waitForTitle(speaker, 'Two words');
    await page.keyboard.press('ArrowRight');
    await speaker.getByText('End of the deck').waitFor();
    const two = speaker.locator('.speaker-next li, .speaker-current li').getByText('Two');
    expect(await two.count()).toBe(1);
    await page.keyboard.press('ArrowLeft');
    await speaker.getByText('Next step', { exact: true }).waitFor();
    const shown = two.evaluateAll((items) =>
      items.map((item) => getComputedStyle(item).visibility),
    );
    expect(await shown).toEqual(['hidden', 'visible']);
  });

  test('keeps the size of notes, and where each was scrolled to', async ({ openDeck }) => {
    const { page, speaker } = await open(openDeck);
    const pane = speaker.locator('.speaker-pane');
    const size = () => pane.evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize));
    const before = await size();
    await speaker.getByRole('button', { name: 'A+ larger notes' }).click();
    const larger = await size();
    await pane.focus();
    await speaker.keyboard.press('+');
    expect([larger > before, (await size()) > larger]).toEqual([true, true]);
    await pane.evaluate((box) => box.scrollTo(0, 300));
    await speaker.keyboard.press('ArrowDown');
    const place = await pane.evaluate((box) => box.scrollTop);
    expect(place).toBeGreaterThan(300);
    await page.keyboard.press('ArrowRight');
    await waitForTitle(speaker, 'Code');
    expect(await pane.evaluate((box) => box.scrollTop)).toBe(0);
    await page.keyboard.press('ArrowLeft');
    await waitForTitle(speaker, 'The talk');
    expect(await pane.evaluate((box) => box.scrollTop)).toBe(place);
  });

  test('leads links in notes to the stage, and those elsewhere to a tab', async ({ openDeck }) => {
    const { page, speaker } = await open(openDeck);
    const link = speaker.getByRole('link', { name: 'a page' });
    expect(await link.evaluate((a: HTMLAnchorElement) => [a.target, a.rel])).toEqual([
      '_blank',
      'noopener noreferrer',
    ]);
    await speaker.getByRole('link', { name: 'the code' }).click();
    await waitForTitle(speaker, 'Code');
    expect(await shownSlide(page)).toBe('2 of 4: Code');
  });

  test('lets the line between slides and notes be moved, and leaves it there', async ({
    openDeck,
  }) => {
    const { page, speaker } = await open(openDeck);
    const line = speaker.getByRole('separator');
    const box = await line.boundingBox();
    await speaker.mouse.move((box?.x ?? 0) + 4, 300);
    await speaker.mouse.down();
    await speaker.mouse.move(200 + (box?.x ?? 0), 320);
    await speaker.mouse.up();
    const moved = (await line.boundingBox())?.x ?? 0;
    // As far as the pointer, wherever the line was held.
    expect(moved - (box?.x ?? 0)).toBeCloseTo(196, 0);
    await line.focus();
    await speaker.keyboard.press('ArrowLeft');
    const place = (await line.boundingBox())?.x ?? 0;
    expect([place < moved, await shownSlide(page)]).toEqual([true, '1 of 4: The talk']);
    // Built again as it was.
    await speaker.keyboard.press('F5');
    expect((await line.boundingBox())?.x).toBeCloseTo(place, 0);
  });

  test('can be read by everyone', async ({ openDeck }) => {
    const { page, speaker } = await open(openDeck);
    await speaker.evaluate(axeSource);
    expect(await speaker.evaluate(findAxeProblems, 'body')).toEqual([]);
    await speaker.getByRole('button', { name: 'Times' }).click();
    expect(await speaker.evaluate(findAxeProblems, 'body')).toEqual([]);
    await page.keyboard.press('Shift+S');
    await page.evaluate(axeSource);
    expect(await page.evaluate(findAxeProblems, 'body')).toEqual([]);
  });

  test('has its controls in the order of the Tab key in small windows', async ({ openDeck }) => {
    const { speaker } = await open(openDeck);
    await speaker.setViewportSize({ width: 320, height: 180 });
    const tops = await speaker
      .locator('.speaker-slides button')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().top));
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });

  test('plays no video twice', async ({ openDeck }) => {
    const html = `# A\n\n---\n\n## B\n\n<video src="data:video/mp4;base64,${mp4().toString('base64')}" autoplay aria-label="A video"></video>`;
    const { page, speaker } = await open(openDeck, await build(html));
    await page.keyboard.press('ArrowRight');
    await waitForTitle(speaker, 'B');
    const state = (video: HTMLVideoElement) => [video.muted, video.outerHTML];
    const video = await speaker.locator('.speaker-current video').evaluate(state);
    expect(video).toEqual([true, expect.not.stringMatching(/src|autoplay/)]);
  });

  test('says when there are no notes, as in a deck that is shared', async ({ openDeck }) => {
    const { speaker } = await open(openDeck, await build(text, '--share'));
    expect(await speaker.locator('.speaker-pane').innerText()).toBe('No notes in this deck.');
    const other = await open(openDeck);
    await other.page.keyboard.press('End');
    await waitForTitle(other.speaker, 'Two words');
    expect(await other.speaker.locator('.speaker-pane').innerText()).toBe(
      'No notes on this slide.',
    );
  });
});
