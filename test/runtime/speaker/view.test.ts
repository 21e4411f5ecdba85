import { describe, expect } from 'vitest';
import { test } from '../../support/browser.ts';
import { axeSource, findAxeFaults } from '../../support/deck-walk.ts';
import { shownSlide } from '../../support/stage.ts';
import { build, open, text, waitForTitle } from './speaker-view.ts';

describe('the speaker view', () => {
  test('shows slide, next step, notes and times, and loads nothing', async ({ openDeck }) => {
    const { page, desk, requests, consoleErrors, violations } = await open(openDeck);
    const asked: string[] = [];
    desk.on('request', (request) => asked.push(request.url()));
    expect(await desk.title()).toBe('Speaker view: The talk');
    expect(await desk.locator('h1.desk-title').innerText()).toBe('The talk');
    expect(await desk.locator('.desk-place').innerText()).toBe('1 / 4');
    expect(await desk.locator('.notes-text strong').innerText()).toBe('slowly');
    expect(await desk.locator('.desk-next-name').innerText()).toBe('Next: 2 Code');
    expect(await desk.locator('.desk-next h2').innerText()).toBe('Code');
    for (const _ of 'four') await page.keyboard.press('ArrowRight');
    await waitForTitle(desk, 'Sales');
    const face = 'getComputedStyle(document.querySelector(".desk-current h2")).fontFamily';
    const onTheStage = 'getComputedStyle(document.querySelector(".present h2")).fontFamily';
    expect(await desk.evaluate(face)).toBe(await page.evaluate(onTheStage));
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
    expect([requests, consoleErrors, await violations()]).toEqual([[], [], []]);
  });

  test('walks by keys, clickers and clicks in both windows', async ({ openDeck }) => {
    const { page, desk } = await open(openDeck);
    await desk.keyboard.press('PageDown');
    await waitForTitle(desk, 'Code');
    await desk.getByRole('button', { name: 'Current slide: go on' }).click();
    expect(await desk.locator('.desk-next-name').innerText()).toBe('Next: 3 Sales');
    await desk.getByRole('button', { name: 'Next step: go on' }).click();
    await waitForTitle(desk, 'Sales');
    expect(await shownSlide(page)).toBe('3 of 4: Sales');
    await page.keyboard.press('End');
    await waitForTitle(desk, 'Two words');
    await desk.keyboard.press('Home');
    await waitForTitle(desk, 'The talk');
    await desk.keyboard.press('b');
    await desk.getByText('Screen is black').waitFor();
  });

  test('shows each slide at its step', async ({ openDeck }) => {
    const { page, desk } = await open(openDeck);
    await page.keyboard.press('ArrowRight');
    await waitForTitle(desk, 'Code');
    const dim = (frame: string) => desk.locator(`.desk-${frame} .line.dim`).innerText();
    expect([(await dim('current')).trim(), (await dim('next')).trim()]).toEqual([
      'const b = 2;',
      'const a = 1;',
    ]);
    expect(await desk.locator('.desk-steps').innerText()).toBe('1 step left');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await waitForTitle(desk, 'Sales');
    const values = (frame: string) => desk.locator(`.desk-${frame} .chart-box svg`).textContent();
    expect(await values('current')).not.toContain('18');
    expect(await desk.locator('.desk-current .chart-box svg').isVisible()).toBe(true);
    await page.keyboard.press('End');
    await waitForTitle(desk, 'Two words');
    await page.keyboard.press('ArrowRight');
    await desk.getByText('The deck ends here').waitFor();
    const two = desk.locator('.desk-next li, .desk-current li').getByText('Two');
    expect(await two.count()).toBe(1);
    await page.keyboard.press('ArrowLeft');
    await desk.getByText('Next step', { exact: true }).waitFor();
    const shown = two.evaluateAll((items) =>
      items.map((item) => getComputedStyle(item).visibility),
    );
    expect(await shown).toEqual(['hidden', 'visible']);
  });

  test('keeps the size of notes, and where each was scrolled to', async ({ openDeck }) => {
    const { page, desk } = await open(openDeck);
    const pane = desk.locator('.desk-pane');
    const size = () => pane.evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize));
    const before = await size();
    await desk.getByRole('button', { name: 'A+ larger notes' }).click();
    const larger = await size();
    await pane.focus();
    await desk.keyboard.press('+');
    expect([larger > before, (await size()) > larger]).toEqual([true, true]);
    await pane.evaluate((box) => box.scrollTo(0, 300));
    await desk.keyboard.press('ArrowDown');
    const place = await pane.evaluate((box) => box.scrollTop);
    expect(place).toBeGreaterThan(300);
    await page.keyboard.press('ArrowRight');
    await waitForTitle(desk, 'Code');
    expect(await pane.evaluate((box) => box.scrollTop)).toBe(0);
    await page.keyboard.press('ArrowLeft');
    await waitForTitle(desk, 'The talk');
    expect(await pane.evaluate((box) => box.scrollTop)).toBe(place);
  });

  test('leads links in notes to the stage, and those elsewhere to a tab', async ({ openDeck }) => {
    const { page, desk } = await open(openDeck);
    const link = desk.getByRole('link', { name: 'a page' });
    expect(await link.evaluate((a: HTMLAnchorElement) => [a.target, a.rel])).toEqual([
      '_blank',
      'noopener noreferrer',
    ]);
    await desk.getByRole('link', { name: 'the code' }).click();
    await waitForTitle(desk, 'Code');
    expect(await shownSlide(page)).toBe('2 of 4: Code');
  });

  test('lets the line between slides and notes be moved, and leaves it there', async ({
    openDeck,
  }) => {
    const { page, desk } = await open(openDeck);
    const line = desk.getByRole('separator');
    const box = await line.boundingBox();
    await desk.mouse.move((box?.x ?? 0) + 4, 300);
    await desk.mouse.down();
    await desk.mouse.move(200 + (box?.x ?? 0), 320);
    await desk.mouse.up();
    const moved = (await line.boundingBox())?.x ?? 0;
    expect(moved - (box?.x ?? 0)).toBeGreaterThan(150);
    await line.focus();
    await desk.keyboard.press('ArrowLeft');
    const place = (await line.boundingBox())?.x ?? 0;
    expect([place < moved, await shownSlide(page)]).toEqual([true, '1 of 4: The talk']);
    // Built again as it was.
    await desk.keyboard.press('F5');
    expect((await line.boundingBox())?.x).toBeCloseTo(place, 0);
  });

  test('can be read by everyone', async ({ openDeck }) => {
    const { page, desk } = await open(openDeck);
    await desk.evaluate(axeSource);
    expect(await desk.evaluate(findAxeFaults)).toEqual([]);
    await desk.getByRole('button', { name: 'Times' }).click();
    expect(await desk.evaluate(findAxeFaults)).toEqual([]);
    await page.keyboard.press('Shift+S');
    await page.evaluate(axeSource);
    expect(await page.evaluate(findAxeFaults)).toEqual([]);
  });

  test('plays no video twice', async ({ openDeck }) => {
    const html = '# A\n\n---\n\n## B\n\n<video src="data:video/mp4;base64,AA" autoplay></video>';
    const { page, desk } = await open(openDeck, await build(html));
    await page.keyboard.press('ArrowRight');
    await waitForTitle(desk, 'B');
    const state = (video: HTMLVideoElement) => [video.muted, video.outerHTML];
    const video = await desk.locator('.desk-current video').evaluate(state);
    expect(video).toEqual([true, expect.not.stringMatching(/src|autoplay/)]);
  });

  test('says when there are no notes, as in a deck that is shared', async ({ openDeck }) => {
    const { desk } = await open(openDeck, await build(text, '--share'));
    expect(await desk.locator('.desk-pane').innerText()).toBe('No notes in this deck.');
    const other = await open(openDeck);
    await other.page.keyboard.press('End');
    await waitForTitle(other.desk, 'Two words');
    expect(await other.desk.locator('.desk-pane').innerText()).toBe('No notes on this slide.');
  });
});
