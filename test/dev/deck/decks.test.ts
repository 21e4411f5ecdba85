import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { planBuild } from '../../../src/cli/plan.ts';
import { test } from '../../support/browser/browser.ts';
import { temporaryFolder } from '../../support/files.ts';
import { shown } from '../editing/edited-page.ts';
import { cookieOf, serveFolder } from '../session.ts';

const talk = ['# A talk', '# Two', '# Three', '# Four'].join('\n\n---\n\n');

test('the list of all decks shows each with its first slide, title, length and state, and stays so', async ({
  browser,
}) => {
  const folder = temporaryFolder({
    'package.json': '{}',
    'slides/a.md': `${talk}${'\n\n---\n\n# More'.repeat(20)}`,
    'slides/b.md': '# Second\n\n![](gone.png)',
  });
  const { url, built } = await serveFolder(folder);
  await built(({ deck }) => deck.name === 'b');
  const page = await browser.openWindow();
  const exceptions: string[] = [];
  page.on('pageerror', ({ message }) => exceptions.push(message));
  await page.goto(url);
  const entries = page.locator('.decks > li');
  await expect.poll(() => entries.allTextContents()).toHaveLength(2);
  const [first = '', second = ''] = await entries.allTextContents();
  expect(first).toMatch(/A talk\s+24 slides · slides\/a\.md\s+no errors/);
  expect(second).toMatch(/Second\s+1 slide · slides\/b\.md\s+1 error/);
  const [long, short] = [0, 1].map((i) => page.frameLocator(`iframe >> nth=${i}`));
  await long?.getByText('A talk').waitFor();
  for (const frame of [long, short]) {
    await frame?.locator('.reveal.ready').waitFor({ state: 'attached' });
  }
  expect(exceptions).toEqual([]);
  writeFileSync(path.join(folder, 'slides/b.md'), '# Second');
  await expect.poll(() => entries.nth(1).textContent()).toContain('no errors');
  await page.getByRole('link', { name: 'Second' }).click();
  await shown(page, 'Second');
});

test('decks of any name are served', async ({ browser }) => {
  const names = ['50% off.md', 'Q: x.md', 'Ämter & Co.md', '#1?.md', '..talk.md'];
  const folder = temporaryFolder({
    'package.json': '{}',
    ...Object.fromEntries(names.map((name) => [name, `# ${name}`])),
  });
  const { url, port, builds } = await serveFolder(folder, names);
  await expect.poll(() => new Set(builds.map(({ deck }) => deck.name)).size).toBe(names.length);
  const page = await browser.openWindow();
  await page.goto(url);
  const links = await page
    .locator('a.deck')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  const headers = { Cookie: cookieOf(port) };
  const titles = await Promise.all(
    links.map(
      async (link) =>
        /<title>(.*)<\/title>/.exec(await (await fetch(link, { headers })).text())?.[1],
    ),
  );
  expect(titles).toEqual(names.map((name) => name.replace('&', '&amp;')));
});

test('a deck that is added to the folder is listed, also in a page that connects only after that', async ({
  browser,
}) => {
  const folder = temporaryFolder({ 'package.json': '{}', 'slides/a.md': talk });
  const deckFolder = {
    folder: path.join(folder, 'slides'),
    jobs: () => planBuild([], {}, folder),
  };
  const { session } = await serveFolder(folder, [], { deckFolder });
  const pages = [await browser.openWindow(), await browser.openWindow()] as const;
  const [page, late] = pages;
  let connect = (): void => {};
  const mayConnect = new Promise<void>((resolve) => {
    connect = resolve;
  });
  await late.routeWebSocket(/live/, async (socket) => {
    await mayConnect;
    socket.connectToServer();
  });
  for (const each of pages) {
    await each.goto(new URL(`/${new URL(session.url).search}`, session.url).href);
    await each.getByText('4 slides').waitFor();
  }
  writeFileSync(path.join(folder, 'slides/b.md'), '# Second');
  await page.getByRole('link', { name: 'Second' }).waitFor();
  expect(await late.getByRole('link', { name: 'Second' }).count()).toBe(0);
  connect();
  await late.getByRole('link', { name: 'Second' }).waitFor();
});
