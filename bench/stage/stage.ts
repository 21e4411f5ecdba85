import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../test/support/browser/find-browser.ts';
import { type FramesWindow, openOverview, walk, watchFrames } from './stage-page.ts';

/** One opening of a deck's file, in milliseconds since it was asked for. */
export interface Opening {
  /** The first slide is on the screen, as it stays there. */
  readonly shown: number;
  /** Keys lead on. */
  readonly ready: number;
  /** The processor's time that the page's main thread had until half a second later. */
  readonly cpu: number;
}

/** What the script of a step took, and the styles and the layout that it made necessary. */
export interface Step {
  readonly script: number;
  readonly layout: number;
}

export interface StageRun {
  readonly openings: readonly Opening[];
  readonly steps: readonly Step[];
  /** The processor's time that a step took on the main thread, its pictures included. */
  readonly stepCpu: readonly number[];
  /** From the key to the picture. */
  readonly overviews: readonly number[];
  readonly overviewCpu: readonly number[];
}

export interface StageSeries {
  readonly slides: number;
  readonly lectern: StageRun;
  readonly reveal: StageRun;
}

const dist = path.dirname(createRequire(import.meta.url).resolve('reveal.js'));

/**
 * Opens decks and walks through them, in turn as Lectern makes them and as plain reveal.js shows the
 * same slides.
 *
 * @param build gives the path of a deck's file, which is left to the caller
 */
export async function measureStage(
  sizes: readonly number[],
  rounds: number,
  build: (slides: number) => string,
): Promise<readonly StageSeries[]> {
  const found = findBrowser();
  if (!found || 'problem' in found) throw new Error(found?.problem ?? 'there is no browser');
  const chromiumSandbox = process.getuid?.() !== 0;
  const browser = await chromium.launch({ executablePath: found.path, chromiumSandbox });
  const all: StageSeries[] = [];
  for (const slides of sizes) {
    console.error(`on stage, ${slides} slides: ${rounds} rounds`);
    const file = build(slides);
    const plain = file.replace(/\.html$/, '.plain.html');
    writeFileSync(plain, writePlainPage(readFileSync(file, 'utf8')));
    const [lectern, reveal]: StageRun[][] = [[], []];
    // The round before the first warms what the browser keeps of files.
    for (let round = 0; round <= rounds; round++) {
      lectern?.push(await measureFile(browser, file));
      reveal?.push(await measureFile(browser, plain));
    }
    all.push({ slides, lectern: join(lectern), reveal: join(reveal) });
  }
  await browser.close();
  return all;
}

function join(runs: readonly StageRun[] = []): StageRun {
  const counted = runs.slice(1);
  return {
    openings: counted.flatMap(({ openings }) => openings),
    steps: counted.flatMap(({ steps }) => steps),
    stepCpu: counted.flatMap(({ stepCpu }) => stepCpu),
    overviews: counted.flatMap(({ overviews }) => overviews),
    overviewCpu: counted.flatMap(({ overviewCpu }) => overviewCpu),
  };
}

/** The slides of a deck in a page as reveal.js' own documentation shows it. */
export function writePlainPage(html: string): string {
  const [, found = ''] = /<div class="slides">\n([\s\S]*)<\/div>\n<\/main>/.exec(html) ?? [];
  // Long decks have their scripts between the slides.
  const slides = found.replace(/^<script[^>]*>[\s\S]*?<\/script>\n/gm, '');
  const read = (name: string): string => readFileSync(path.join(dist, name), 'utf8');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plain</title>
<style>${read('reset.css')}${read('reveal.css')}${read('theme/white.css')}</style></head>
<body><div class="reveal"><div class="slides">
${slides}</div></div>
<script>${read('reveal.js')}</script>
<script>Reveal.initialize({ hash: true });</script></body></html>
`;
}

async function measureFile(browser: Browser, file: string): Promise<StageRun> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    offline: true,
  });
  const page = await context.newPage();
  // tsx gives functions their names by a helper, which does not go to the page with them.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(watchFrames);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(pathToFileURL(file).href);
  const opening = await readOpening(page, session);
  const before = await readCpu(session);
  const steps = await page.evaluate(walk, 60);
  const after = await readCpu(session);
  const stepCpu = (after - before) / steps.length;
  const overview = await page.evaluate(openOverview);
  const overviewCpu = (await readCpu(session)) - after;
  await context.close();
  return {
    openings: [opening],
    steps,
    stepCpu: [stepCpu],
    overviews: [overview],
    overviewCpu: [overviewCpu],
  };
}

async function readOpening(page: Page, session: CDPSession): Promise<Opening> {
  await page.waitForFunction(() => (window as FramesWindow).isDone === true);
  const frames = await page.evaluate(() => (window as FramesWindow).pictures ?? []);
  const cpu = await readCpu(session);
  const last = frames.at(-1);
  const from = frames.findLastIndex(({ look }) => look !== last?.look) + 1;
  const ready = frames.find(({ isReady }) => isReady);
  return { shown: frames[from]?.time ?? 0, ready: ready?.time ?? 0, cpu };
}

/** The processor's time that the page's main thread has had, in milliseconds. */
async function readCpu(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0) * 1000;
}
