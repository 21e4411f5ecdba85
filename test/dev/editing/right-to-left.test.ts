import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { goBehind, openEditor, openTab, serveTalk, shown } from './edited-page.ts';

const talk = '---\ntitle: A talk\ndir: rtl\n---\n\n# A\n\n---\n\n## B\n\nbread\n\nخبز **طازج** هنا';

/** Whether all of one lies at the left of the other. */
async function isLeftOf(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  return (a?.x ?? 0) + (a?.width ?? 0) <= (b?.x ?? 0);
}

/** Of a line in the editor. */
const directionOf = (page: Page, text: string) =>
  page.locator('.cm-line', { hasText: text }).evaluate((line) => getComputedStyle(line).direction);

test('errors are in English, from left to right', async ({ browser }) => {
  const { page, write } = await serveTalk(browser, talk);
  write(`${talk}\n\n![](gone.png)`);
  const panel = page.locator('.lectern-diagnostics');
  const sentence = panel.getByText('1 error');
  await sentence.waitFor();
  expect(await isLeftOf(sentence, panel.getByRole('button', { name: 'Hide' }))).toBe(true);
  const directions = await panel
    .locator('pre')
    .evaluateAll((all) => all.map((text) => getComputedStyle(text).direction));
  expect(directions).toEqual(['ltr']);
});

test('the editor lies beside the slide, and each line reads its own way', async ({ browser }) => {
  const { page } = await serveTalk(browser, talk);
  await openEditor(page);
  expect(await isLeftOf(page.locator('.reveal'), page.locator('.lectern-editor'))).toBe(true);
  expect([await directionOf(page, 'bread'), await directionOf(page, 'خبز')]).toEqual([
    'ltr',
    'rtl',
  ]);
  await goBehind(page, 'خبز');
  await page.keyboard.type(' و');
  // In such a line, the letter before the last one is at the right of it.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('زبدة');
  await shown(page, 'هنا زبدةو');
});

test('what the server adds says that it is English, and the titles of decks do not', async ({
  browser,
}) => {
  const { page, session } = await serveTalk(browser, talk.replace('dir: rtl', 'lang: de'));
  const languageOf = (text: Locator) =>
    text.evaluate((element) => element.closest<HTMLElement>('[lang]')?.lang);
  await openEditor(page);
  expect(await languageOf(page.locator('.cm-content'))).toBe('de');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  const heading = page.locator('.help-keys').getByRole('heading', { name: 'Editing' });
  await heading.waitFor();
  expect(await languageOf(heading)).toBe('en');
  const remote = await openTab(browser, session.remoteUrl);
  await remote.locator('.remote.has-presentation').waitFor();
  expect(await languageOf(remote.getByText('No notes on this slide.'))).toBe('en');
  expect(await languageOf(remote.locator('.speaker-title'))).toBe('de');
  await remote.goto(new URL(`/${new URL(session.url).search}`, session.url).href);
  expect(await languageOf(remote.getByText('A talk', { exact: true }))).toBe('de');
});

test('the list of slides on a remote begins at the right', async ({ browser }) => {
  const { session } = await serveTalk(browser, talk);
  const remote = await openTab(browser, session.remoteUrl);
  await remote.locator('.remote.has-presentation').waitFor();
  await remote.getByRole('button', { name: 'All slides' }).click();
  const line = remote.getByRole('button', { name: '2 B' });
  expect(await isLeftOf(line.getByText('B', { exact: true }), line.getByText('2'))).toBe(true);
});
