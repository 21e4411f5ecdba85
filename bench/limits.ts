/** What a browser needs by itself for work that Lectern asks of it: the machine's own limit. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../test/support/browser/find-browser.ts';
import { writePlainPage } from './stage/stage.ts';

/** One figure of Lectern and of what it is compared with, in the same round. */
export interface LimitRound {
  readonly lectern: number;
  readonly limit: number;
}

/** So long after it is ready, a page has done what it leaves for idle time, in milliseconds. */
const rest = 3000;

/**
 * Opens a deck's file and a page of plain reveal.js with the same slides, in turn.
 *
 * @returns bytes of the processes that show them, without what they share with others
 */
export async function measurePageMemory(
  file: string,
  rounds: number,
): Promise<readonly LimitRound[]> {
  const plain = file.replace(/\.html$/, '.plain.html');
  writeFileSync(plain, writePlainPage(readFileSync(file, 'utf8')));
  const all: LimitRound[] = [];
  for (let round = 0; round < rounds; round++) {
    all.push({ lectern: await memoryOf(file), limit: await memoryOf(plain) });
  }
  return all;
}

/** In a browser of its own, so that no other page is in the process. */
async function memoryOf(file: string): Promise<number> {
  return withPage(file, async (page, browser) => {
    await page.waitForSelector('.reveal.ready', { state: 'attached' });
    await wait(rest);
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    const system = await browser.newBrowserCDPSession();
    const { processInfo } = await system.send('SystemInfo.getProcessInfo');
    const pages = processInfo.filter(({ type }) => type === 'renderer');
    return Math.max(...pages.map(({ id }) => ownMemory(id)));
  });
}

function ownMemory(pid: number): number {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const lines = text.matchAll(/^Private_\w+: +(\d+) kB/gm);
  return Array.from(lines, ([, size]) => Number(size) * 1024).reduce((a, b) => a + b, 0);
}

/**
 * Starts a browser, opens a deck's file and takes a PNG of each slide, of the size that Lectern exports.
 *
 * @param folder for the images
 * @returns milliseconds
 */
export async function captureSlides(file: string, folder: string): Promise<number> {
  const start = performance.now();
  await withPage(file, async (page) => {
    await page.waitForSelector('.reveal.ready', { state: 'attached' });
    const session = await page.context().newCDPSession(page);
    const count = await page.evaluate(() => Number(document.querySelectorAll('.slide').length));
    for (let slide = 0; slide < count; slide++) {
      await page.evaluate(`Reveal.slide(${slide})`);
      const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
      writeFileSync(path.join(folder, `own-${slide}.png`), Buffer.from(data, 'base64'));
    }
  });
  return performance.now() - start;
}

async function withPage<T>(
  file: string,
  work: (page: Page, browser: Browser) => Promise<T>,
): Promise<T> {
  const found = findBrowser();
  if (!found || 'problem' in found) throw new Error(found?.problem ?? 'there is no browser');
  const chromiumSandbox = process.getuid?.() !== 0;
  const browser = await chromium.launch({ executablePath: found.path, chromiumSandbox });
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 720 },
      deviceScaleFactor: 1.5,
      reducedMotion: 'reduce',
    });
    await page.goto(pathToFileURL(file).href);
    return await work(page, browser);
  } finally {
    await browser.close();
  }
}
