import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { buildPage } from '../../../build.ts';
import type { SessionOptions } from '../../../src/dev/session.ts';
import { test } from '../../support/browser.ts';
import { temporaryFolder } from '../../support/files.ts';
import { openTab, shown } from '../editing/edited-page.ts';
import { serveDeck } from '../session.ts';

const talk = [
  '# A talk',
  '## Bread\n\n- flour\n- water',
  '## Steps\n\none\n\n. . .\n\ntwo\n\n. . .\n\nthree',
  '## Last',
].join('\n\n---\n\n');

/** A deck in a tab, which is marked: a reload would lose the mark. */
async function openTalk(
  browser: Browser,
  text = talk,
  more: Partial<SessionOptions> = {},
  files: Readonly<Record<string, string>> = {},
) {
  const folder = temporaryFolder({ 'package.json': '{}', 'talk.md': text, ...files });
  const running = await serveDeck(folder, 'talk.md', more);
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await openTab(context, running.url);
  await page.evaluate(() => document.documentElement.setAttribute('data-mark', ''));
  const deck = path.join(folder, 'talk.md');
  const replace = (from: string, to: string): void => {
    const before = readFileSync(deck, 'utf8');
    expect(before).toContain(from);
    writeFileSync(deck, before.replace(from, to));
  };
  return { ...running, page, folder, deck, replace };
}

const isMarked = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.hasAttribute('data-mark'));

const place = (page: Page) => page.evaluate(() => window.Reveal.getIndices());

const labels = (page: Page): Promise<readonly (string | null)[]> =>
  page.evaluate(() => Array.from(document.querySelectorAll('.slide'), (slide) => slide.ariaLabel));

test('an edited slide comes up without a reload; the other slides stay the elements that they were', async ({
  browser,
}) => {
  const { page, replace } = await openTalk(browser);
  await page.evaluate(() => {
    for (const slide of document.querySelectorAll('.slide')) slide.setAttribute('data-old', '');
  });
  replace('- water', '- milk');
  await shown(page, 'milk');
  expect(await isMarked(page)).toBe(true);
  const old = await page.evaluate(() =>
    Array.from(document.querySelectorAll('.slide'), (slide) => slide.hasAttribute('data-old')),
  );
  expect(old).toEqual([true, false, true, true]);
});

test('an edited slide stays the element that it was, with its place in the deck and what was drawn on it', async ({
  browser,
}) => {
  const { page, replace } = await openTalk(browser, talk, { stay: true });
  await page.evaluate(() => window.Reveal.slide(1));
  await page.keyboard.press('p');
  await page.mouse.move(400, 400);
  await page.mouse.down();
  await page.mouse.move(600, 450);
  await page.mouse.up();
  await page.evaluate(() => window.Reveal.slide(2));
  const slide = await page.evaluateHandle(() => document.querySelectorAll('.slide')[1] as Element);
  replace('## Bread\n\n- flour\n- water', '## Cake\n\n- sugar');
  await page.waitForFunction((element) => element.textContent.includes('sugar'), slide);
  const now = await slide.evaluate((element) => ({
    isShown: element === document.querySelectorAll('.slide')[1],
    label: element.ariaLabel,
    isPast: element.matches('.past[hidden]'),
    items: element.querySelectorAll('li').length,
    strokes: element.querySelectorAll('.drawings > *').length,
  }));
  expect(now).toEqual({
    isShown: true,
    label: '2 of 4: Cake',
    isPast: true,
    items: 1,
    strokes: 1,
  });
});

test('the speaker view shows what is edited', async ({ browser }) => {
  const { page, replace } = await openTalk(browser, `${talk}\n\nNote: First words.`);
  const opening = page.context().waitForEvent('page');
  await page.keyboard.press('s');
  const desk = await opening;
  await page.evaluate(() => window.Reveal.slide(3));
  await desk.locator('.desk-notes', { hasText: 'First words.' }).waitFor();
  replace('First words.', 'Other words.');
  await desk.locator('.desk-notes', { hasText: 'Other words.' }).waitFor();
  replace('## Last', '## End');
  await desk.locator('.frame', { hasText: 'End' }).first().waitFor();
  expect(await isMarked(page)).toBe(true);
});

test('pictures on an edited slide stay, and are not sent again', async ({ browser }) => {
  const square = (color: string): string => {
    const rect = `<rect width="9" height="9" fill="${color}"/>`;
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${rect.repeat(30)}</svg>`;
  };
  const slide = '## Squares\n\nred\n\n![Red](red.svg)\n\n![Blue](blue.svg)';
  const head = '---\nbackground: ground.svg\n---\n\n';
  const { page, folder, replace } = await openTalk(
    browser,
    `# A talk\n\n${head}${slide}`,
    { stay: true },
    {
      'red.svg': square('#ff0000'),
      'blue.svg': square('#0000ff'),
      'ground.svg': square('#eeeeee'),
    },
  );
  const received: string[] = [];
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  network.on('Network.webSocketFrameReceived', ({ response }) => {
    if (response.payloadData.includes('"patch"')) received.push(response.payloadData);
  });
  await page.reload();
  await page.waitForSelector('html[data-ready]');
  const pictures = await page.evaluateHandle(() => [...document.querySelectorAll('.slide img')]);
  const looks = () =>
    page.evaluate((before) => {
      const shown = [...document.querySelectorAll('.slide img')];
      const colorOf = (url: string) => /fill="(#\w+)"/.exec(atob(url.split(',')[1] ?? ''))?.[1];
      const ground = document.querySelector('.slide-background')?.getAttribute('style') ?? '';
      return {
        colors: shown.map((picture) => colorOf(picture.getAttribute('src') ?? '')),
        stayed: shown.map((picture) => before.includes(picture)),
        ground: colorOf(ground.replace(/"\).*/, '')),
      };
    }, pictures);

  replace('\n\nred', '\n\ntwo');
  await page.waitForFunction(() => document.body.textContent.includes('two'));
  expect(await looks()).toEqual({
    colors: ['#ff0000', '#0000ff'],
    stayed: [true, true],
    ground: '#eeeeee',
  });
  expect(received.map((text) => text.length < 4000)).toEqual([true]);

  // As long as before, and with the same end.
  writeFileSync(path.join(folder, 'red.svg'), square('#00ff00'));
  await expect.poll(looks).toEqual({
    colors: ['#00ff00', '#0000ff'],
    stayed: [false, true],
    ground: '#eeeeee',
  });
});

test('a slide whose layout is another one is that from then on', async ({ browser }) => {
  const { page, replace } = await openTalk(browser);
  replace('---\n\n## Bread', '---\nlayout: statement\n---\n\n## Bread');
  await page.waitForSelector('.slide.layout-statement.present');
  expect(await page.locator('.slide.present').count()).toBe(1);
  expect(await page.locator('.slide').count()).toBe(4);
});

test('after an edit elsewhere, a slide still moves over to the next one', async ({ browser }) => {
  const moving = talk.replace('---\n\n## Last', '---\nautoAnimate: true\n---\n\n## Last');
  const { page, replace } = await openTalk(browser, moving, { stay: true });
  await page.evaluate(() => window.Reveal.slide(3));
  replace('- water', '- milk');
  await page.waitForFunction(() => document.body.textContent.includes('milk'));
  expect(await page.locator('.present[data-auto-animate]').count()).toBe(1);
});

test('a slide that comes or goes changes the numbers of those behind it', async ({ browser }) => {
  const { page, replace } = await openTalk(browser);
  replace('## Steps', '## New\n\n---\n\n## Steps');
  await shown(page, 'New');
  expect(await labels(page)).toEqual([
    '1 of 5: A talk',
    '2 of 5: Bread',
    '3 of 5: New',
    '4 of 5: Steps',
    '5 of 5: Last',
  ]);
  replace('## New\n\n---\n\n', '');
  await page.waitForFunction(() => document.querySelectorAll('.slide').length === 4);
  expect(await labels(page)).toContain('3 of 4: Steps');
  expect(await place(page)).toMatchObject({ h: 1 });
  // The deck walks on from there.
  await page.keyboard.press('ArrowRight');
  await shown(page, 'Steps');
});

test('the step stays when the slide that is shown is edited', async ({ browser }) => {
  const { page, replace } = await openTalk(browser);
  await page.evaluate(() => window.Reveal.slide(2, 0, 0));
  replace('one', 'uno');
  await shown(page, 'uno');
  const state = await page.evaluate(() => ({
    visible: document.querySelectorAll('.present .fragment.visible').length,
    step: (window.Reveal.getIndices() as { readonly f?: number }).f,
  }));
  expect(state).toEqual({ visible: 1, step: 0 });
});

test('slides can become a stack, and a stack can change', async ({ browser }) => {
  const { page, replace } = await openTalk(browser);
  replace('water\n\n---\n\n## Steps', 'water\n\n--\n\n## Steps');
  await page.waitForSelector('section.stack');
  expect(await page.locator('section.stack > section').count()).toBe(2);
  replace('three', 'drei');
  await shown(page, 'drei');
  expect(await place(page)).toMatchObject({ h: 1, v: 1 });
  expect(await isMarked(page)).toBe(true);
});

test('a slide that comes is shown, though the others get less time by it', async ({ browser }) => {
  const { page, replace } = await openTalk(browser, `---\ntime: 10m\n---\n\n${talk}`);
  const seconds = () =>
    page.evaluate(() =>
      Array.from(
        document.querySelectorAll<HTMLElement>('.slide'),
        (slide) => slide.dataset.seconds,
      ),
    );
  expect(await seconds()).toEqual(['150', '150', '150', '150']);
  replace('## Last', '## New\n\n---\n\n## Last');
  await shown(page, 'New');
  expect(await seconds()).toEqual(['120', '120', '120', '120', '120']);
});

test('--stay stays on the slide that is shown', async ({ browser }) => {
  const { page, replace } = await openTalk(browser, talk, { stay: true });
  replace('## Last', '## The end');
  await page.waitForFunction(() => document.body.textContent.includes('The end'));
  expect(await place(page)).toMatchObject({ h: 0 });
});

test('an edit in an included file or a data file brings up the slide that shows it', async ({
  browser,
}) => {
  const chart = '```chart bar\ndata: data.csv\n```';
  const text = `# A talk\n\n---\nsrc: part.md\n---\n\n---\n\n## Chart\n\n${chart}`;
  const files = { 'part.md': '## Part\n\nfrom outside\n', 'data.csv': 'x,y\na,1\nb,2\n' };
  const { page, folder } = await openTalk(browser, text, {}, files);
  writeFileSync(path.join(folder, 'part.md'), '## Part\n\nfrom elsewhere\n');
  await shown(page, 'from elsewhere');
  writeFileSync(path.join(folder, 'data.csv'), 'x,y\na,1\nb,77\n');
  await shown(page, '77');
  expect(await isMarked(page)).toBe(true);
});

test('another theme comes without a reload', async ({ browser }) => {
  const { page, replace } = await openTalk(browser);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.evaluate(() => window.Reveal.slide(1));
  const before = await ground();
  replace('# A talk', '---\ntheme: night\n---\n\n# A talk');
  await expect.poll(ground).not.toBe(before);
  expect(await isMarked(page)).toBe(true);
});

test('letters that the fonts in the page lack come with their fonts, and nothing is refused', async ({
  browser,
}) => {
  const { page, replace } = await openTalk(browser);
  const errors: string[] = [];
  page.on('console', (message) => errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  replace('- water', '- wąter');
  await shown(page, 'wąter');
  await page.evaluate(() => document.fonts.ready);
  const faces = await page.evaluate(() =>
    Array.from(document.fonts, ({ family, status }) => `${family} ${status}`),
  );
  expect(faces.length).toBeGreaterThan(0);
  expect(faces.filter((face) => face.endsWith('error'))).toEqual([]);
  expect(await page.evaluate(() => document.fonts.check('1em "Hanken Grotesk"', 'ą'))).toBe(true);
  expect(errors).toEqual([]);
  expect(await isMarked(page)).toBe(true);
});

test('what another page frame needs, such as the first chart, loads the page anew, at the same step', async ({
  browser,
}) => {
  const { page, replace } = await openTalk(browser);
  await page.evaluate(() => window.Reveal.slide(2, 0, 0));
  replace('three', 'three\n\n```chart bar\nx,y\na,1\n```');
  await page.waitForSelector('.present .chart', { state: 'attached' });
  expect(await isMarked(page)).toBe(false);
  await expect.poll(() => place(page)).toMatchObject({ h: 2, f: 0 });
});

test('faults lie over the deck as it was last good, and go when they are mended', async ({
  browser,
}) => {
  const { page, replace } = await openTalk(browser);
  replace('- water', '- water\n\n```chart nope\nx,y\na,1\n```\n\n![](gone.png)');
  const panel = page.locator('.lectern-faults');
  const text = await panel.locator('section').textContent();
  expect(text).toContain('2 faults');
  expect(text).toContain('talk.md:10:10: error: there is no chart type "nope"');
  expect(text).toContain('^^^^');
  expect(text).toContain('talk.md:15:');
  // It comes up over the slide that it is about.
  await shown(page, 'water');
  await panel.getByRole('button', { name: 'Slide 2' }).first().click();
  replace('```chart nope\nx,y\na,1\n```\n\n![](gone.png)', 'mended');
  await shown(page, 'mended');
  await expect.poll(() => panel.count()).toBe(0);
});

test('a deck with faults from the start shows them, and the deck once they are mended', async ({
  browser,
}) => {
  const folder = temporaryFolder({ 'package.json': '{}', 'talk.md': '![](gone.png)' });
  const { url } = await serveDeck(folder, 'talk.md');
  const page = await browser.newPage();
  await page.goto(url);
  const panel = page.locator('.lectern-faults');
  await panel.getByText('there is no file "gone.png"').waitFor();
  expect(await panel.locator('header').textContent()).toBe('1 faultHide');
  writeFileSync(path.join(folder, 'talk.md'), '# Good');
  await shown(page, 'Good');
});

test('a deck that vanishes stays on screen, with a fault, until it is back', async ({
  browser,
}) => {
  const { page, deck } = await openTalk(browser);
  renameSync(deck, `${deck}.away`);
  await page.locator('.lectern-faults').getByText('there is no file talk.md').waitFor();
  await shown(page, 'A talk');
  renameSync(`${deck}.away`, deck);
  await page.waitForFunction(() => !document.querySelector('.lectern-faults'));
});

test('the overview stays open over an edit', async ({ browser }) => {
  const { page, replace } = await openTalk(browser);
  await page.keyboard.press('o');
  await page.waitForSelector('.all-slides[open]');
  replace('## Last', '## The end');
  await page.locator('.all-slides').getByText('The end').first().waitFor();
});

test('twelve tabs of one browser all stay live', async ({ browser }) => {
  const { page, url, replace } = await openTalk(browser);
  const context = page.context();
  const tabs = [page];
  while (tabs.length < 12) {
    const tab = await context.newPage();
    await tab.goto(url);
    await tab.waitForSelector('html[data-ready]');
    tabs.push(tab);
  }
  replace('- water', '- milk');
  for (const tab of tabs) {
    await tab.waitForFunction(() => document.body.textContent.includes('milk'));
  }
});

test('a page that was away while the deck changed catches up', async ({ browser }) => {
  const { page, session, folder, port, replace } = await openTalk(browser);
  session.close();
  replace('- water', '- milk');
  await serveDeck(folder, 'talk.md', { port });
  await page.waitForFunction(() => document.body.textContent.includes('milk'));
});

test('the page is the one that build writes, and what the server adds', async ({ browser }) => {
  const { url, folder, page } = await openTalk(browser);
  const { Report } = await import('../../../src/base/diagnostics/report.ts');
  const options = { cwd: folder, root: folder, allowRemote: false, share: false };
  const built = await buildPage(path.join(folder, 'talk.md'), options, new Report());
  const served = await (await fetch(url)).text();
  const policy = /connect-src 'self';script-src 'self' '[^']*' /;
  const added =
    /<script type="application\/json" id="lectern-dev">[^<]*<\/script>\n<script>[\s\S]*?<\/script>\n(?=<\/body>)/;
  expect(served).toMatch(added);
  expect(served.replace(policy, 'script-src ').replace(added, '')).toBe(built?.html);
  expect(await page.evaluate(() => document.querySelectorAll('.lectern-faults').length)).toBe(0);
});

test('a file that is empty just as the deck is built is read again once it is saved', async ({
  browser,
}) => {
  const words = (number: number): string => `## Bread ${number}\n\n- flour`;
  let isSaving = false;
  const { page, folder } = await openTalk(
    browser,
    '# A talk\n\n---\nsrc: part.md\n---',
    {
      buildPage: async (...options) => {
        if (!isSaving) return buildPage(...options);
        isSaving = false;
        writeFileSync(path.join(folder, 'part.md'), '');
        const built = await buildPage(...options);
        writeFileSync(path.join(folder, 'part.md'), words(2));
        return built;
      },
    },
    { 'part.md': words(1) },
  );
  isSaving = true;
  writeFileSync(path.join(folder, 'part.md'), words(2));
  await shown(page, 'Bread 2');
  expect(await page.locator('.lectern-faults').count()).toBe(0);
});

test('a folder that is deleted and made again is still watched', async ({ browser }) => {
  const { page, folder } = await openTalk(
    browser,
    '# A talk\n\n---\nsrc: parts/a.md\n---\n',
    {},
    {
      'parts/a.md': '## Part\n\nfirst',
    },
  );
  rmSync(path.join(folder, 'parts'), { recursive: true });
  mkdirSync(path.join(folder, 'parts'));
  writeFileSync(path.join(folder, 'parts/a.md'), '## Part\n\nsecond');
  await shown(page, 'second');
});
