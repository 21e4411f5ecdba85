import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { bundlePage } from '../../src/5-bundle/page.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { Inputs } from '../../src/base/inputs.ts';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { announced, press as pressKeys } from '../support/browser/stage.ts';
import { temporaryFolder } from '../support/files.ts';
import { optionsFor, problems, renderedDeck, stacksOf } from './support.ts';

const slides = `<section class="slide" id="one" aria-label="1 of 3: One" style="--background:#123"><h1>One</h1></section>
<section class="slide" id="two" aria-label="2 of 3: Two" data-auto-animate><h2>Two</h2>
<figure class="code" data-steps="1|2,3|all"><pre><code class="hljs"><span class="line">a
</span><span class="line">b
</span><span class="line">c
</span></code></pre><span class="fragment code-step" data-fragment-index="0"></span><span class="fragment code-step" data-fragment-index="1"></span></figure></section>
<section class="slide" id="three" aria-label="3 of 3: Three" data-auto-animate><h2>Two</h2>
<p class="fragment" data-fragment-index="0">At <b>last</b></p></section>
`;

async function writeDeck(): Promise<string> {
  const root = temporaryFolder({ 'theme.css': '.slide { background: var(--background, #fff) }' });
  const report = new Report();
  const deck = renderedDeck(path.join(root, 'theme.css'), {
    stacks: stacksOf(...slides.split(/(?<=<\/section>\n)/)),
    features: new Set(['steps', 'code-steps']),
  });
  const { html } = await bundlePage(
    deck,
    { ...optionsFor(root), isDraft: () => false },
    new Inputs(),
    report,
  );
  expect(problems(report)).toEqual([]);
  const file = path.join(root, 'deck.html');
  writeFileSync(file, html);
  return file;
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  await whenReady(page);
  await pressKeys(page, ...keys);
}

/** The classes of a code block's lines. */
function lines(page: Page): Promise<readonly string[]> {
  return page.$$eval('.line', (all) => all.map((line) => line.className));
}

describe('a page', () => {
  test('runs under its policy, also where a slide moves into the next', async ({ openDeck }) => {
    const { page, requests, consoleErrors, violations } = await openDeck(await writeDeck());
    await press(page, 'End', 'ArrowLeft', 'Home');
    await page.waitForFunction(() => document.getAnimations().length === 0);
    expect([requests, consoleErrors, await violations()]).toEqual([[], [], []]);
  });

  test('brings lines into focus step by step, forwards and backwards', async ({ openDeck }) => {
    const { page } = await openDeck(await writeDeck());
    await press(page, 'ArrowRight');
    const first = ['line focus', 'line dim', 'line dim'];
    const second = ['line dim', 'line focus', 'line focus'];
    const all = ['line', 'line', 'line'];
    const seen = [await lines(page)];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft']) {
      await press(page, key);
      seen.push(await lines(page));
    }
    expect(seen).toEqual([first, second, all, all, all, second]);
  });

  test('announces slides and what steps bring', async ({ openDeck }) => {
    const { page } = await openDeck(await writeDeck());
    await press(page, 'ArrowRight');
    expect(await announced(page)).toBe('Slide 2 of 3: Two');
    await press(page, 'End');
    expect(await announced(page)).toBe('Slide 3 of 3: Three');
    await press(page, 'ArrowRight');
    expect(await announced(page)).toBe('At last');
  });

  test('leaves keys to what has the focus, and to the browser', async ({ openDeck }) => {
    const { page } = await openDeck(await writeDeck());
    await press(page, 'Tab', 'Control+n', 'Alt+n');
    expect(await announced(page)).toBe('');
    await page.focus('.controls button:last-child');
    await press(page, ' ');
    expect(await announced(page)).toBe('Slide 2 of 3: Two');
  });

  test('is not changed by its address', async ({ browser }) => {
    const page = await browser.openWindow();
    await page.goto(`file://${await writeDeck()}?view=print&print-pdf&autoSlide=50&progress=false`);
    await press(page, 'ArrowRight');
    expect(await announced(page)).toBe('Slide 2 of 3: Two');
    expect(await page.isVisible('.progress')).toBe(true);
    await page.close();
  });

  test('gives its slide’s ground to the screen beside it', async ({ openDeck }) => {
    const { page } = await openDeck(await writeDeck());
    const ground = () => page.evaluate(() => document.body.style.backgroundColor);
    await press(page);
    await page.waitForFunction(() => document.body.style.backgroundColor !== '');
    expect(await ground()).toBe('rgb(17, 34, 51)');
    await press(page, 'ArrowRight');
    expect(await ground()).toBe('rgb(255, 255, 255)');
  });

  test('prints each slide, and is afterwards as it was before', async ({ openDeck }) => {
    const { page } = await openDeck(await writeDeck());
    await press(page, 'ArrowRight');
    const state = () =>
      page.$$eval('.slides, .slides *', (all) =>
        all.map((element) =>
          Array.from(element.attributes, ({ name, value }) => `${name}=${value}`).sort(),
        ),
      );
    const before = await state();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const hidden = ':is([hidden], [aria-hidden], [inert], [style*=display])';
    expect(await page.locator(`section${hidden}, .line.dim`).count()).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await state()).toEqual(before);
  });

  test('moves nothing for those who asked for less motion', async ({ openDeck }) => {
    const { page } = await openDeck(await writeDeck());
    await press(page, 'ArrowRight');
    const style = await page.$eval('#two', (slide) => getComputedStyle(slide).transitionDuration);
    expect(style).toBe('0s');
  });
});
