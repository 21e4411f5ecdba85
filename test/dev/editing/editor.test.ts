import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { axeSource } from '../../support/browser/deck-walk.ts';
import { temporaryFolder } from '../../support/files.ts';
import { serveDeck } from '../session.ts';
import {
  errorsOf,
  goBehind,
  noticeOf,
  openEditor,
  serveTalk,
  shown,
  stateOf,
  talk,
  textIn,
} from './edited-page.ts';

test('E opens the text of the slide; what is typed is on the slide without being saved, and controls nothing', async ({
  browser,
}) => {
  const { page, read } = await serveTalk(browser);
  await page.keyboard.press('ArrowRight');
  await openEditor(page);
  expect(await textIn(page)).toBe(talk);
  await goBehind(page, 'water');
  await page.keyboard.type(' obwpl?2');
  await shown(page, 'water obwpl?2');
  await expect.poll(() => stateOf(page).textContent()).toBe('Not saved');
  expect(read()).toBe(talk);
  expect(await page.locator('dialog[open]').count()).toBe(0);
  expect(await page.evaluate(() => window.Reveal.getIndices().h)).toBe(1);
  expect(errorsOf(page)).toEqual([]);
});

test('writing begins below the front matter of the deck; the slide of the cursor is shown, the lines of others are dimmed', async ({
  browser,
}) => {
  const { page } = await serveTalk(browser);
  await openEditor(page);
  await page.locator('.cm-activeLine', { hasText: '# A talk' }).waitFor();
  const dimmed = () => page.locator('.cm-otherSlide').allTextContents();
  expect(await dimmed()).toContain('## Bread');
  // It belongs to no other slide.
  expect(await dimmed()).not.toContain('title: A talk');
  await page.keyboard.type('So: ');
  await expect.poll(() => textIn(page)).toBe(talk.replace('# A talk', 'So: # A talk'));
  await goBehind(page, 'The end');
  await shown(page, 'The end');
  await goBehind(page, 'flour');
  await shown(page, 'flour');
  expect(await dimmed()).toEqual(expect.arrayContaining(['So: # A talk', 'The end']));
  expect(await dimmed()).not.toContain('- flour');
});

test('the text of the slide that somebody goes to is scrolled to', async ({ browser }) => {
  const many = Array.from({ length: 60 }, (_, i) => `## Slide ${i + 1}\n\nText ${i + 1}`);
  const { page } = await serveTalk(browser, many.join('\n\n---\n\n'));
  await openEditor(page);
  await page.locator('.deck').click();
  await page.keyboard.press('End');
  await page.locator('.cm-line', { hasText: '## Slide 60' }).waitFor();
  await page.locator('.cm-otherSlide', { hasText: 'Text 59' }).waitFor();
});

test('a new slide that is typed comes up', async ({ browser }) => {
  const { page } = await serveTalk(browser);
  await openEditor(page);
  await goBehind(page, 'The end');
  await page.keyboard.type('\n\n---\n\n## Yeast\n\n. . .\n\nbubbles', { delay: 5 });
  await shown(page, 'Yeast');
  // All of it is seen, though it comes step by step.
  await page.waitForSelector('.present .fragment.visible');
});

test('the mark of a slot is not colored as an emoji', async ({ browser }) => {
  const text =
    '# A\n\n---\nlayout: two-columns\n---\n\n## Two\n\n::left::\n\none `code`\n\n::right::\n\ntwo';
  const { page } = await serveTalk(browser, text);
  await openEditor(page);
  const colors = (line: string) => page.locator('.cm-line', { hasText: line }).locator('span');
  await colors('code').first().waitFor();
  expect(await colors('::left::').count()).toBe(0);
});

test('all steps of a slide are seen where it is edited', async ({ browser }) => {
  const text = talk.replace('- flour\n- water', '::: incremental\n- flour\n- water\n:::');
  const { page } = await serveTalk(browser, text);
  const unseen = page.locator('.present .fragment:not(.visible)');
  await page.keyboard.press('ArrowRight');
  await shown(page, 'flour');
  expect(await unseen.count()).toBe(2);
  await openEditor(page);
  expect(await unseen.count()).toBe(0);
  // Whoever goes back to the first step sees what is typed into the second one.
  await page.locator('.deck').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await unseen.count()).toBe(2);
  await goBehind(page, 'water');
  await page.keyboard.type('y', { delay: 5 });
  await shown(page, 'watery');
  expect(await unseen.count()).toBe(0);
  await page.keyboard.type('\n- salt', { delay: 5 });
  await shown(page, 'salt');
  expect(await unseen.count()).toBe(0);
});

test('errors are marked where they are, until they are fixed', async ({ browser }) => {
  const { page } = await serveTalk(browser);
  await openEditor(page);
  await goBehind(page, 'The end');
  await page.keyboard.type('\n\n![](gone.png)');
  const mark = page.locator('.cm-lintRange-error');
  await mark.waitFor();
  expect(await mark.textContent()).toContain('gone.png');
  await mark.hover();
  const tip = page.locator('.cm-tooltip-lint');
  await tip.waitFor();
  expect(await tip.textContent()).toContain('there is no file "gone.png"');
  // The slide beside stays in sight: what the mark says is not said again, unless somebody asks.
  const panel = page.locator('.lectern-diagnostics');
  await panel.getByText('1 error: showing an earlier version').waitFor();
  const sentence = panel.getByText('there is no file "gone.png"');
  expect(await sentence.isVisible()).toBe(false);
  await panel.getByRole('button', { name: 'Show' }).click();
  expect(await sentence.isVisible()).toBe(true);
  await page.locator('.cm-content').focus();
  for (let i = 0; i < '![](gone.png)'.length; i++) await page.keyboard.press('Backspace');
  await expect.poll(() => mark.count()).toBe(0);
});

test('errors cover the deck again when the editor is closed', async ({ browser }) => {
  const { page, write } = await serveTalk(browser);
  write(talk.replace('The end', '![](gone.png)'));
  const sentence = page.locator('.lectern-diagnostics').getByText('there is no file "gone.png"');
  await sentence.waitFor();
  await openEditor(page);
  expect(await sentence.isVisible()).toBe(false);
  await page.keyboard.press('Escape');
  await sentence.waitFor();
});

test('the editor leaves the window to the deck when it is closed, and opens at the width that was set', async ({
  browser,
}) => {
  const { page } = await serveTalk(browser);
  const width = () => page.evaluate(() => document.querySelector('.deck')?.clientWidth);
  const left = async () => (await page.locator('.lectern-editor').boundingBox())?.x ?? 0;
  expect(await width()).toBe(1280);
  await openEditor(page);
  expect(await width()).toBeLessThan(800);
  const before = await left();
  await page.getByRole('separator').focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(left).toBeLessThan(before);
  // By pointer as far as that, wherever the line is held.
  const byKey = await left();
  const line = await page.getByRole('separator').boundingBox();
  const [x, y] = [(line?.x ?? 0) + (line?.width ?? 0) - 1, line?.y ?? 0];
  await page.mouse.move(x, y + 300);
  await page.mouse.down();
  await page.mouse.move(x - 50, y + 300);
  await page.mouse.up();
  await expect.poll(async () => Math.abs((await left()) - (byKey - 50))).toBeLessThan(2);
  const moved = await left();
  await page.keyboard.press('Escape');
  await expect.poll(width).toBe(1280);
  await page.keyboard.press('ArrowRight');
  await shown(page, 'Bread');
  await openEditor(page);
  expect(await left()).toBe(moved);
  // On a narrow screen it is below the deck.
  await page.keyboard.press('Escape');
  await expect.poll(width).toBe(1280);
  await page.setViewportSize({ width: 700, height: 900 });
  await openEditor(page);
  const [deck, editor] = await Promise.all(
    ['.deck', '.lectern-editor'].map((name) => page.locator(name).boundingBox()),
  );
  expect(deck?.width).toBe(700);
  expect(editor?.y).toBeCloseTo((deck?.y ?? 0) + (deck?.height ?? 0), 0);
});

test('a deck with errors from the start can be edited, and is shown once they are fixed', async ({
  browser,
}) => {
  const folder = temporaryFolder({ 'package.json': '{}', 'talk.md': '![](gone.png)' });
  const { url } = await serveDeck(folder, 'talk.md');
  const page = await browser.openWindow();
  await page.goto(url);
  await page.locator('.lectern-diagnostics').waitFor();
  await openEditor(page);
  await page.keyboard.press('Control+a');
  // At once: the page is loaded anew as soon as the deck can be shown.
  await page.keyboard.insertText('# Good');
  await shown(page, 'Good');
  await expect.poll(() => textIn(page)).toBe('# Good');
  expect(readFileSync(path.join(folder, 'talk.md'), 'utf8')).toBe('![](gone.png)');
});

test('the list of all keys begins with those for writing, and E erases while the pen is down', async ({
  browser,
}) => {
  const { page } = await serveTalk(browser);
  await page.keyboard.press('p');
  await page.keyboard.press('e');
  await page.waitForSelector('.erasing');
  expect(await page.locator('.lectern-editor').count()).toBe(0);
  await page.keyboard.press('p');
  await page.locator('.erasing').waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  const first = page.locator('.help-keys section').first();
  await first.getByRole('heading', { name: 'Editing' }).waitFor();
  const lines = await first.locator('dl > div').allInnerTexts();
  expect(lines.map((line) => line.replace(/\s+/g, ' '))).toEqual([
    'Edit slide E',
    'Save Ctrl + S',
    'Open line in your editor Alt + click',
    'Add image drop or paste',
  ]);
  // With the pen in hand the same key is another one.
  await page.locator('.help-keys').getByText('Eraser, with the pen on').waitFor();
  await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck();
  expect(await first.locator('kbd').allInnerTexts()).toEqual([
    'Alt',
    'Shift',
    'E',
    'Ctrl',
    'S',
    'Alt',
  ]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+Shift+E');
  await page.waitForSelector('.cm-content');
});

test('the editor is accessible, in light and dark colors', async ({ browser }) => {
  const { page, write } = await serveTalk(browser);
  await page.evaluate(axeSource);
  await openEditor(page);
  await goBehind(page, 'water');
  await page.keyboard.type('!\n\n![](gone.png)');
  await page.locator('.cm-lintRange-error').waitFor();
  write(talk.replace('- water', '- milk'));
  await noticeOf(page).getByRole('button', { name: 'Compare' }).click();
  await page.locator('.cm-deletedChunk').waitFor();
  await page.keyboard.press('Control+f');
  await page.waitForSelector('.cm-search');
  const content = page.locator('.cm-content');
  const colors = new Set<string>();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    colors.add(await content.evaluate((element) => getComputedStyle(element).color));
    const problems = await page.evaluate(async () => {
      const rules = { 'target-size': { enabled: true } };
      const { violations } = await window.axe.run('.lectern-editor', { rules });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(problems, colorScheme).toEqual([]);
  }
  expect(colors.size).toBe(2);
});

test('the editor stays beside the deck that is read as one page, and is not printed', async ({
  browser,
}) => {
  const { page } = await serveTalk(browser);
  await openEditor(page);
  const left = async () => (await page.locator('.lectern-editor').boundingBox())?.x;
  const before = await left();
  await page.locator('.deck').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('r');
  await page.waitForFunction(() => !document.documentElement.classList.contains('live'));
  expect(await left()).toBe(before);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.lectern-editor').isVisible()).toBe(false);
});
