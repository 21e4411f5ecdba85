import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { shown } from '../editing/edited-page.ts';
import { loadAgain } from '../live-page.ts';
import { isMarked, openTalk, talk } from './open-talk.ts';

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

test('a slide that an edit makes too full shrinks at once, and grows again', async ({
  browser,
}) => {
  const { page, replace } = await openTalk(browser);
  const scale = () =>
    page.$eval('.slide.present', (slide) =>
      (slide as HTMLElement).style.getPropertyValue('--shrink'),
    );
  const items = Array.from({ length: 14 }, (_, index) => `- item ${index}`).join('\n');
  replace('- water', `${items}\n- milk`);
  await shown(page, 'milk');
  expect(Number(await scale())).toBeLessThan(1);
  expect(Number(await scale())).toBeGreaterThan(0.5);
  replace(`${items}\n- milk`, '- honey');
  await shown(page, 'honey');
  expect(await scale()).toBe('');
  expect(await isMarked(page)).toBe(true);
});

test('the speaker view shows what is edited', async ({ browser }) => {
  const { page, replace } = await openTalk(browser, `${talk}\n\nNote: First words.`);
  const opening = page.context().waitForEvent('page');
  await page.keyboard.press('s');
  const speaker = await opening;
  await page.evaluate(() => window.Reveal.slide(3));
  await speaker.locator('.speaker-notes', { hasText: 'First words.' }).waitFor();
  replace('First words.', 'Other words.');
  await speaker.locator('.speaker-notes', { hasText: 'Other words.' }).waitFor();
  replace('## Last', '## End');
  await speaker.locator('.frame', { hasText: 'End' }).first().waitFor();
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
  await loadAgain(page);
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
  const slide = page.locator('.slide').nth(1);
  const ground = () =>
    slide.evaluate((element) => getComputedStyle(element).getPropertyValue('--color-background'));
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

test('the overview stays open over an edit', async ({ browser }) => {
  const { page, replace } = await openTalk(browser);
  await page.keyboard.press('o');
  await page.waitForSelector('.all-slides[open]');
  replace('## Last', '## The end');
  await page.locator('.all-slides').getByText('The end').first().waitFor();
});
