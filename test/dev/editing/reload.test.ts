import { expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { serveDeck } from '../session.ts';
import {
  goBehind,
  openEditor,
  save,
  serveTalk,
  shown,
  stateOf,
  talk,
  textIn,
} from './edited-page.ts';

test('what is not saved is there after a reload, with all that can be undone', async ({
  browser,
}) => {
  const { page, read } = await serveTalk(browser);
  page.on('dialog', (dialog) => void dialog.accept());
  await openEditor(page);
  await goBehind(page, 'water');
  await page.keyboard.type('!');
  await shown(page, 'water!');
  await page.reload();
  await page.waitForSelector('html[data-ready]');
  await expect.poll(() => textIn(page)).toContain('water!');
  await shown(page, 'water!');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => textIn(page)).toBe(talk);
  expect(read()).toBe(talk);
});

test('whoever leaves with words that are not saved is asked first', async ({ browser }) => {
  const { page } = await serveTalk(browser);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await openEditor(page);
  await goBehind(page, 'water');
  await page.keyboard.type('!');
  await shown(page, 'water!');
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
});

test('a draft that needs another page frame loads the page anew, once, and goes on', async ({
  browser,
}) => {
  const { page } = await serveTalk(browser);
  let loads = 0;
  page.on('load', () => loads++);
  await openEditor(page);
  await goBehind(page, 'The end');
  await page.keyboard.insertText('\n\n```chart bar\nx,y\na,1\n```');
  await page.waitForSelector('.present .chart', { state: 'attached' });
  await page.waitForSelector('.cm-content:focus');
  await page.keyboard.type('\n\nAnd on');
  await shown(page, 'And on');
  await expect.poll(() => textIn(page)).toContain('```chart bar');
  await page.keyboard.type(', and on');
  await shown(page, 'And on, and on');
  expect(loads).toBe(1);
});

test('the text outlives the server, and is shown by the next one', async ({ browser }) => {
  const { page, session, folder, port, read } = await serveTalk(browser);
  await openEditor(page);
  await goBehind(page, 'water');
  await page.keyboard.type('!');
  await shown(page, 'water!');
  session.close();
  await page.keyboard.type('?');
  await expect.poll(() => stateOf(page).textContent()).toContain('No connection');
  const again = await serveDeck(folder, 'talk.md', { port });
  await page.getByText('lectern dev was restarted').waitFor();
  // Another tab of the same browser has the new address.
  const other = await page.context().newPage();
  await other.goto(again.url);
  await other.close();
  await shown(page, 'water!?');
  await expect.poll(() => textIn(page)).toContain('water!?');
  await page.locator('.cm-content').focus();
  await save(page);
  expect(read()).toContain('water!?');
});
