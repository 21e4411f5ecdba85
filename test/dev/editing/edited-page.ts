import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { TestBrowser } from '../../support/browser/browser.ts';
import { temporaryFolder } from '../../support/files.ts';
import { goTo } from '../live-page.ts';
import { serveDeck } from '../session.ts';

/** A deck that is edited in the page of `lectern dev`. */
export const talk = [
  '---\ntitle: A talk\n---\n\n# A talk',
  '## Bread\n\n- flour\n- water\n\nNote:\nKnead.',
  '## Last\n\nThe end',
].join('\n\n---\n\n');

export async function serveTalk(
  browser: TestBrowser,
  text = talk,
  files: Readonly<Record<string, string | Uint8Array>> = {},
) {
  const folder = temporaryFolder({ 'package.json': '{}', 'talk.md': text, ...files });
  const running = await serveDeck(folder, 'talk.md');
  const deck = path.join(folder, 'talk.md');
  const page = await openTab(browser, running.url);
  return {
    ...running,
    folder,
    page,
    deck,
    read: (name = 'talk.md') => readFileSync(path.join(folder, name), 'utf8'),
    write: (content: string, name = 'talk.md') => writeFileSync(path.join(folder, name), content),
  };
}

/** Opens a page, with all on record that its policy refuses and that goes wrong in it. */
export async function openTab(browser: TestBrowser | BrowserContext, url: string): Promise<Page> {
  const page =
    browser instanceof TestBrowser ? await browser.openWindow() : await browser.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  recorded.set(page, errors);
  await goTo(page, url);
  return page;
}

const recorded = new WeakMap<Page, string[]>();

export function errorsOf(page: Page): readonly string[] {
  return recorded.get(page) ?? [];
}

/** Opens the editor and gives its text field, which has the focus. */
export async function openEditor(page: Page) {
  await page.keyboard.press('e');
  await page.waitForSelector('.cm-content[contenteditable=true]:focus');
  return page.locator('.cm-content');
}

/** The text in the editor: all of it, as the files here are short. */
export function textIn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const root = document.querySelector('.lectern-editor')?.shadowRoot;
    const lines = Array.from(root?.querySelectorAll('.cm-line') ?? [], (line) => line.textContent);
    return lines.join('\n');
  });
}

/** Puts the cursor behind a text in the editor. */
export async function goBehind(page: Page, text: string): Promise<void> {
  await page.locator('.cm-line', { hasText: text }).first().click();
  await page.keyboard.press('End');
}

/** Resolves once the slide that is shown says something. */
export async function shown(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('section.slide.present')?.textContent.includes(wanted),
    text,
    // Frames, in which Playwright looks otherwise, are drawn for it.
    { polling: 30 },
  );
}

export function stateOf(page: Page) {
  return page.locator('.lectern-editor .state');
}

export function noticeOf(page: Page) {
  return page.locator('.lectern-editor .notice');
}

/** Resolves once the editor says that all is saved. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  await expect.poll(() => stateOf(page).textContent()).toBe('Saved');
}
