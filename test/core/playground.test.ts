import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { licensesOf, packagesOf } from '../../scripts/licenses.ts';
import { playgroundPage } from '../../src/core/playground/page.ts';
import { test } from '../support/browser/browser.ts';
import { axeSource, findAxeProblems } from '../support/browser/deck-walk.ts';
import { readText, temporaryFolder } from '../support/files.ts';
import { png } from '../support/images.ts';
import { lectern } from '../support/lectern.ts';

const talk = `---
title: In the page
---

# In the page

---
autoAnimate: true
---

## Sales

\`\`\`chart bar
data: sales.csv
\`\`\`

---

![A photo](photo.png)

Note: for the speaker
`;
const licenses = (files: readonly string[]): string =>
  licensesOf(packagesOf(files), 'It contains:');
const csv = 'month,sold\nMay,3\nJune,5\n';

test('decks are written, shown and downloaded in one page, from a file', async ({ openDeck }) => {
  const folder = temporaryFolder({
    'playground.html': await playgroundPage(licenses),
    'before.html': '<!doctype html><title>Before</title>',
  });
  const opened = await openDeck(path.join(folder, 'before.html'));
  const { page } = opened;
  // A worker that does not start is tried again: to start one takes long, so no other test does.
  await failWorkers(page, 1);
  await page.goto(pathToFileURL(path.join(folder, 'playground.html')).href);
  await builds(page, 1);
  expect(await page.textContent('#status')).toBe('5 slides');
  await page.evaluate(axeSource);
  expect(await page.evaluate(findAxeProblems, 'html')).toEqual([]);

  // Dropped and chosen files go into the text, and are there for the deck.
  await page.setInputFiles('#picker', [
    { name: 'sales.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) },
    { name: 'photo.png', mimeType: 'image/png', buffer: png(40, 20) },
    { name: 'My photo (1).png', mimeType: 'image/png', buffer: png(40, 20) },
  ]);
  await expect.poll(() => page.textContent('.cm-content')).toContain('![photo](photo.png)');
  expect(await page.textContent('.cm-content')).toContain('![My photo 1](My-photo-1.png)');
  await write(page, talk);
  await page.selectOption('#theme', 'paper');
  await expect.poll(() => page.textContent('.cm-content')).toContain('theme: paper');
  await expect.poll(() => headingShown(page)).toBe('In the page');
  const text = talk.replace('---\n', '---\ntheme: paper\n');

  const downloading = page.waitForEvent('download');
  await page.click('#download');
  const file = path.join(folder, 'downloaded.html');
  await (await downloading).saveAs(file);
  const project = temporaryFolder({ 'talk.md': text, 'sales.csv': csv, 'photo.png': png(40, 20) });
  const { errors } = await lectern(['build', 'talk.md', '--out', 'talk.html'], project);
  expect(errors).toBe('');
  expect(readText(folder, 'downloaded.html') === readText(project, 'talk.html')).toBe(true);

  const saving = page.waitForEvent('download');
  await page.click('#licenses');
  await (await saving).saveAs(path.join(folder, 'licenses.txt'));
  for (const name of ['@codemirror/view', 'chart.js', 'esbuild-wasm', 'reveal.js', 'Graphviz']) {
    expect(readText(folder, 'licenses.txt')).toContain(name);
  }

  // Errors are at their places; the deck is shown in spite of them, and not downloaded.
  await write(page, '# Broken\n\n![](none.png)\n');
  const error = page.locator('#diagnostics .error button');
  await expect
    .poll(() => error.allTextContents())
    .toEqual(['3:5 error: there is no file "none.png"']);
  await error.click();
  const place = () =>
    page.evaluate(
      () => document.getSelection()?.anchorNode?.parentElement?.closest('.cm-line')?.textContent,
    );
  expect(await place()).toBe('![](none.png)');
  await page.click('#download');
  await expect.poll(() => page.textContent('#status')).toContain('nothing was downloaded');

  // In a narrow window, there is room for the text also while errors are listed.
  await page.setViewportSize({ width: 380, height: 720 });
  const editor = await page.locator('#editor').boundingBox();
  expect(editor?.height).toBeGreaterThan(240);
  expect(opened.requests).toEqual([page.url()]);
  expect(opened.consoleErrors).toEqual([]);

  // If the second one does not start either, the page says so.
  await failWorkers(page, 2);
  await page.reload();
  await expect
    .poll(() => page.textContent('#status'))
    .toContain('The build has failed: no memory. Change the text');
});

/** Of the workers of the pages that are loaded next, the first ones do not start. */
async function failWorkers(page: Page, count: number): Promise<void> {
  await page.addInitScript((failing) => {
    const { Worker } = window;
    let started = 0;
    window.Worker = class extends Worker {
      constructor(url: string | URL) {
        if (started++ < failing) throw new Error('no memory');
        super(url);
      }
    };
  }, count);
}

async function builds(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => Number(document.documentElement.dataset.built) >= wanted,
    count,
  );
}

/** Replaces the text, as by pasting. */
async function write(page: Page, text: string): Promise<void> {
  await page.focus('.cm-content');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

/** The heading in the frame of the deck. */
async function headingShown(page: Page): Promise<string | undefined> {
  const frames = page.frames().slice(1);
  const texts = await Promise.all(
    frames.map((frame) => frame.textContent('.slides h1', { timeout: 1000 }).catch(() => null)),
  );
  return texts.at(-1)?.trim();
}
