import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import {
  errorsOf,
  goBehind,
  noticeOf,
  openEditor,
  openTab,
  save,
  serveTalk,
  shown,
  stateOf,
  talk,
  textIn,
} from './edited-page.ts';

/** The texts that the browser keeps. */
function kept(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith('lectern-dev-drafts'))
      .map(([, text]) => String(text)),
  );
}

/** Types text after a word, waits until it is kept, and closes the tab as a crash does. */
async function typeAndLose(page: Page, url: string, after: string, text: string): Promise<Page> {
  await openEditor(page);
  await goBehind(page, after);
  await page.keyboard.type(text);
  await shown(page, `${after}${text}`);
  await expect.poll(async () => (await kept(page)).join()).toContain(`${after}${text}`);
  const context = page.context();
  await page.close({ runBeforeUnload: false });
  return openTab(context, url);
}

const choose = (page: Page, name: string) =>
  noticeOf(page).getByRole('button', { name, exact: true }).click();

test('what was not saved when its tab was closed is offered again, until it is saved', async ({
  browser,
}) => {
  const { page: first, url, read } = await serveTalk(browser);
  const page = await typeAndLose(first, url, 'water', '!');
  await noticeOf(page)
    .getByText(/^Changes to talk.md of .* were not saved. They begin at line 12\.$/)
    .waitFor();
  expect(await textIn(page)).toBe(talk);
  expect(read()).toBe(talk);
  await choose(page, 'Restore');
  await shown(page, 'water!');
  await save(page);
  expect(read()).toBe(talk.replace('- water', '- water!'));
  expect(await kept(page)).toEqual([]);
  // A second tab is not offered what the first one has open.
  await goBehind(page, 'flour');
  await page.keyboard.type('s');
  await expect.poll(async () => (await kept(page)).length).toBe(1);
  const other = await openTab(page.context(), url);
  await openEditor(other);
  await other.waitForFunction(() => document.querySelector('.lectern-editor') !== null);
  // Longer than it waits for the first tab: the first one answers at once.
  const claims = other.evaluate(
    () =>
      new Promise((resolve) => {
        const channel = new BroadcastChannel('lectern-dev-drafts');
        channel.addEventListener('message', ({ data }) => resolve(data));
        channel.postMessage({ ask: 'lectern-dev-drafts ' });
      }),
  );
  expect(await claims).toHaveProperty('claim');
  expect(await noticeOf(other).isVisible()).toBe(false);
  expect(errorsOf(page)).toEqual([]);
});

test('a file that was changed meanwhile is merged, or the author chooses', async ({ browser }) => {
  const { page: first, url, read, write } = await serveTalk(browser);
  const changed = talk.replace('# A talk', '# Another talk');
  const second = await typeAndLose(first, url, 'water', '!');
  await noticeOf(second).waitFor();
  write(changed);
  await expect.poll(() => textIn(second)).toBe(changed);
  await noticeOf(second).getByText('The file was changed since.').waitFor();
  await choose(second, 'Restore');
  await expect.poll(() => textIn(second)).toBe(changed.replace('- water', '- water!'));
  expect(read()).toBe(changed);
  await expect.poll(() => kept(second)).toHaveLength(1);
  // The tab is lost again, and somebody changes the same line.
  const context = second.context();
  await second.close({ runBeforeUnload: false });
  const theirs = changed.replace('- water', '- milk');
  write(theirs);
  const third = await openTab(context, url);
  await noticeOf(third).getByText('The file was changed since.').waitFor();
  await choose(third, 'Restore');
  await noticeOf(third).getByText('Nothing was overwritten').waitFor();
  expect(read()).toBe(theirs);
  await choose(third, 'Keep mine');
  await expect.poll(read).toBe(changed.replace('- water', '- water!'));
  await expect.poll(() => kept(third)).toEqual([]);
});

test('the difference can be looked at, and discarded', async ({ browser }) => {
  const { page: first, url, read } = await serveTalk(browser);
  const page = await typeAndLose(first, url, 'water', '!');
  await choose(page, 'Compare');
  await page.locator('.cm-deletedChunk', { hasText: 'water' }).waitFor();
  await page.locator('.choice', { hasText: 'Theirs' }).click();
  await expect.poll(() => textIn(page)).toBe(talk);
  await choose(page, 'Done');
  await expect.poll(() => kept(page)).toEqual([]);
  const again = await typeAndLose(page, url, 'flour', 's');
  await choose(again, 'Discard');
  await expect.poll(() => kept(again)).toEqual([]);
  expect(await textIn(again)).toBe(talk);
  expect(read()).toBe(talk);
});

test('editing works where the browser stores nothing', async ({ browser }) => {
  const { url, read, page: first } = await serveTalk(browser);
  await first.close();
  const page = await browser.openWindow();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
  });
  await page.goto(url);
  await page.waitForSelector('html[data-ready]');
  await openEditor(page);
  await goBehind(page, 'water');
  await page.keyboard.type('!');
  await expect
    .poll(() => stateOf(page).textContent())
    .toBe('Not saved. The browser has no room to keep the text if this tab is closed');
  await save(page);
  expect(read()).toContain('- water!');
  expect(errors).toEqual([]);
});
