import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SessionOptions } from '../../../src/dev/session.ts';
import type { TestBrowser } from '../../support/browser/browser.ts';
import { temporaryFolder } from '../../support/files.ts';
import { openTab } from '../editing/edited-page.ts';
import { serveDeck } from '../session.ts';

export const talk = [
  '# A talk',
  '## Bread\n\n- flour\n- water',
  '## Steps\n\none\n\n. . .\n\ntwo\n\n. . .\n\nthree',
  '## Last',
].join('\n\n---\n\n');

/** A deck in a tab, which is marked: a reload would lose the mark. */
export async function openTalk(
  browser: TestBrowser,
  text = talk,
  more: Partial<SessionOptions> = {},
  files: Readonly<Record<string, string>> = {},
) {
  const folder = temporaryFolder({ 'package.json': '{}', 'talk.md': text, ...files });
  const running = await serveDeck(folder, 'talk.md', more);
  const page = await openTab(browser, running.url);
  await page.evaluate(() => document.documentElement.setAttribute('data-mark', ''));
  const deck = path.join(folder, 'talk.md');
  const replace = (from: string, to: string): void => {
    const before = readFileSync(deck, 'utf8');
    expect(before).toContain(from);
    writeFileSync(deck, before.replace(from, to));
  };
  return { ...running, page, folder, deck, replace };
}

export const isMarked = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.hasAttribute('data-mark'));
