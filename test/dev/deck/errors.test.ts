import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { temporaryFolder } from '../../support/files.ts';
import { shown } from '../editing/edited-page.ts';
import { serveDeck } from '../session.ts';
import { isMarked, openTalk, talk } from './open-talk.ts';

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

const broken = {
  diagram: '```mermaid\nflowchart LR\n  a[Bread --> b\n```',
  chart: '```chart bar\nx,y\na,many\n```',
  image: 'A loaf ![](gone.png)',
};

describe('a deck that has an error from the start is shown with it', () => {
  test.for([
    ['a broken diagram', broken.diagram, 'a[Bread --> b'],
    ['a broken chart', broken.chart, 'a,many'],
    ['a missing image', broken.image, 'A loaf'],
  ] as const)('%s', async ([, source, remains], { browser }) => {
    const { page, replace } = await openTalk(browser, `${talk}\n\n---\n\n## Broken\n\n${source}`);
    await shown(page, 'A talk');
    const panel = page.locator('.lectern-diagnostics');
    expect(await panel.locator('header').textContent()).toBe('1 errorHide');
    await panel.getByRole('button', { name: 'Slide 5' }).click();
    await shown(page, remains);
    // What is edited elsewhere is shown meanwhile.
    replace('- water', '- salt');
    await shown(page, 'salt');
    replace(source, 'Mended');
    await shown(page, 'Mended');
    await expect.poll(() => panel.count()).toBe(0);
    expect(await isMarked(page)).toBe(true);
  });

  test('and stays as it was once it had none', async ({ browser }) => {
    const { page, replace } = await openTalk(browser, `${talk}\n\n${broken.image}`);
    const panel = page.locator('.lectern-diagnostics');
    await panel.getByText('there is no file "gone.png"').waitFor();
    replace(broken.image, 'Mended');
    await shown(page, 'Mended');
    replace('Mended', broken.image);
    await panel.getByText('1 error: showing an earlier version').waitFor();
    await shown(page, 'Mended');
  });

  test('with its diagrams and charts', async ({ browser }) => {
    const good =
      '```mermaid\nflowchart LR\n  dough --> bread\n```\n\n---\n\n```chart bar\nx,y\na,1\n```';
    const { page } = await openTalk(browser, `${talk}\n\n---\n\n${good}\n\n---\n\n${broken.image}`);
    await page.locator('.lectern-diagnostics').getByText('there is no file "gone.png"').waitFor();
    expect(await page.locator('figure.diagram svg text').allTextContents()).toEqual([
      'dough',
      'bread',
    ]);
    expect(await page.locator('figure.chart svg, figure.chart canvas').count()).toBe(1);
  });
});

test('a deck that cannot be read is shown once it can be', async ({ browser }) => {
  const folder = temporaryFolder({ 'package.json': '{}', 'talk.md': '' });
  const deck = path.join(folder, 'talk.md');
  writeFileSync(deck, Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x0a]));
  const { url } = await serveDeck(folder, 'talk.md');
  const page = await browser.openWindow();
  await page.goto(url);
  await page.locator('.lectern-diagnostics').waitFor();
  await page.getByText('This deck will be shown here once it can be read.').waitFor();
  writeFileSync(deck, '# Good');
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
