import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { temporaryFolder } from '../../support/files.ts';
import { shown } from '../editing/edited-page.ts';
import { serveDeck } from '../session.ts';
import { openTalk } from './open-talk.ts';

test('errors cover the last good version of the deck until they are fixed', async ({ browser }) => {
  const { page, replace } = await openTalk(browser);
  replace('- water', '- water\n\n```chart nope\nx,y\na,1\n```\n\n![](gone.png)');
  const panel = page.locator('.lectern-diagnostics');
  const text = await panel.locator('section').textContent();
  expect(text).toContain('2 errors');
  expect(text).toContain('talk.md:10:10: error: unknown chart type "nope"');
  expect(text).toContain('^^^^');
  expect(text).toContain('talk.md:15:');
  // It comes up over the slide that it is about.
  await shown(page, 'water');
  await panel.getByRole('button', { name: 'Slide 2' }).first().click();
  replace('```chart nope\nx,y\na,1\n```\n\n![](gone.png)', 'mended');
  await shown(page, 'mended');
  await expect.poll(() => panel.count()).toBe(0);
});

test('a deck with errors from the start shows them until they are fixed', async ({ browser }) => {
  const folder = temporaryFolder({ 'package.json': '{}', 'talk.md': '![](gone.png)' });
  const { url } = await serveDeck(folder, 'talk.md');
  const page = await browser.openWindow();
  await page.goto(url);
  const panel = page.locator('.lectern-diagnostics');
  await panel.getByText('there is no file "gone.png"').waitFor();
  expect(await panel.locator('header').textContent()).toBe('1 errorHide');
  writeFileSync(path.join(folder, 'talk.md'), '# Good');
  await shown(page, 'Good');
});

test('a deleted deck stays on screen, with an error, until it is back', async ({ browser }) => {
  const { page, deck } = await openTalk(browser);
  renameSync(deck, `${deck}.away`);
  await page.locator('.lectern-diagnostics').getByText('there is no file talk.md').waitFor();
  await shown(page, 'A talk');
  renameSync(`${deck}.away`, deck);
  await page.waitForFunction(() => !document.querySelector('.lectern-diagnostics'));
});
