import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { findBrowser } from '../support/browser/find-browser.ts';
import { lectern } from '../support/lectern.ts';

/** Calls `work` with a browser, and closes it; throws where there is none, saying what to do. */
export async function withBrowser(work: (browser: Browser) => Promise<void>): Promise<void> {
  const found = findBrowser() ?? { problem: 'no Chromium, Chrome or Edge: see LECTERN_BROWSER' };
  if ('problem' in found) throw new Error(found.problem);
  // Chromium's sandbox does not start as root, which is what containers run as.
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: found.path,
    chromiumSandbox: !isRoot,
    args: ['--font-render-hinting=none'],
  });
  await work(browser).finally(() => browser.close());
}

/** What to take pictures of. */
export interface Shots {
  /** Of a picture, in pixels; a slide is 1280 wide. */
  readonly width: number;
  /** Their numbers, from 1; all of them where left out. */
  readonly slides?: readonly number[];
  /** In place of the deck's own. */
  readonly theme?: string;
}

/**
 * Builds a deck and takes pictures of its slides as they are presented, all steps shown.
 *
 * @param deck path of its Markdown file, from the package's folder on
 * @returns PNG images
 * @throws where the deck has problems or warnings, with their text
 */
export async function shootDeck(
  browser: Browser,
  deck: string,
  shots: Shots,
): Promise<readonly Buffer[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-pictures-'));
  try {
    const file = path.join(folder, 'deck.html');
    await buildDeck(deck, file, shots.theme);
    return await shootPage(browser, file, shots);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the speaker sees, after some steps on a slide, five minutes into the talk. */
export async function shootSpeakerView(
  browser: Browser,
  deck: string,
  { slide, steps }: { readonly slide: number; readonly steps: number },
): Promise<Buffer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-pictures-'));
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
    offline: true,
  });
  try {
    const file = path.join(folder, 'deck.html');
    await buildDeck(deck, file);
    const page = await context.newPage();
    await page.clock.setFixedTime('2026-01-15T10:10:00');
    await page.goto(pathToFileURL(file).href);
    await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
    const [view] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')]);
    await page.keyboard.press('PageDown');
    await page.evaluate(showSlide, slide - 1);
    await page.clock.setFixedTime('2026-01-15T10:18:20');
    for (let step = 0; step <= steps; step++) await page.keyboard.press('PageDown');
    await page.clock.setFixedTime('2026-01-15T10:18:40');
    await view.waitForFunction(() => document.body.textContent?.includes('8:40'));
    return await view.screenshot();
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildDeck(deck: string, file: string, theme?: string): Promise<void> {
  const text = readFileSync(path.join(packageRoot, deck), 'utf8');
  // Beside the deck, for the files that it names.
  const copy = path.join(packageRoot, path.dirname(deck), `.picture-${process.pid}.md`);
  writeFileSync(copy, theme === undefined ? text : text.replace(/^theme: .*$/m, `theme: ${theme}`));
  try {
    const outcome = await lectern(['build', copy, '--strict', '--out', file], packageRoot);
    if (outcome.exitCode !== 0) throw new Error(outcome.errors);
  } finally {
    rmSync(copy);
  }
}

async function shootPage(
  browser: Browser,
  file: string,
  { width, slides }: Shots,
): Promise<readonly Buffer[]> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 720 },
    deviceScaleFactor: width / 1280,
    reducedMotion: 'reduce',
    offline: true,
  });
  await page.goto(pathToFileURL(file).href);
  await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
  const count = await page.locator('section.slide').count();
  const pictures: Buffer[] = [];
  for (const number of slides ?? Array.from({ length: count }, (_, index) => index + 1)) {
    await page.evaluate(showSlide, number);
    pictures.push(await page.screenshot());
  }
  await page.close();
  return pictures;
}

/** Goes to a slide and to its last step; resolves when that has been painted. Runs in the page. */
function showSlide(number: number): Promise<void> {
  const { Reveal } = window;
  const slide = document.querySelectorAll<HTMLElement>('section.slide')[number - 1];
  const { h, v } = Reveal.getIndices(slide);
  Reveal.slide(h, v, 999);
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
