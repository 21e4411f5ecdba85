import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { type OpenDeck, type OpenDeckFunction, test } from '../support/browser.ts';
import { axeSource, findAxeFaults, whenReady } from '../support/deck-walk.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const paragraphs = Array.from({ length: 60 }, (_, i) => `Paragraph ${i}.`).join('\n\n');
const chart = '```chart bar\nx: year\nsteps: points\n\nyear,apples\n2016,14\n2017,18\n```';
const text = [
  '---\ntitle: The talk\ntime: 10m\n---',
  `# The talk\n\nNote:\nBegin **slowly**, see [the code](#code) and [a page](https://example.com).\n\n${paragraphs}`,
  '---',
  '## Code {#code}\n\n```ts {1|2}\nconst a = 1;\nconst b = 2;\n```\n\nNote:\nSecond note.',
  '---',
  `## Sales\n\n${chart}`,
  '---',
  '## Two words\n\n- One\n\n. . .\n\n- Two',
].join('\n\n');

interface Opened extends OpenDeck {
  readonly desk: Page;
}

async function build(source = text, ...options: readonly string[]): Promise<string> {
  const folder = temporaryFolder({ 'deck.md': source });
  const args = ['build', 'deck.md', '--out', 'deck.html', ...options];
  const { errors } = await lectern(args, folder);
  expect(errors).toBe('');
  return path.join(folder, 'deck.html');
}

/** Opens a deck and its speaker view. */
async function open(openDeck: OpenDeckFunction, file?: string): Promise<Opened> {
  const deck = await openDeck(file ?? (await build()), { reducedMotion: 'reduce' });
  await whenReady(deck.page);
  return { ...deck, desk: await openDesk(deck.page) };
}

async function openDesk(page: Page): Promise<Page> {
  const [desk] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('s')]);
  await desk.locator('.desk-title').waitFor();
  return desk;
}

/** As somebody closes it; without waiting for what the browser does behind that. */
async function close(desk: Page): Promise<void> {
  const closed = desk.waitForEvent('close');
  await desk.evaluate(() => window.close()).catch(() => {});
  await closed;
}

/** What the speaker view says of the slide on the stage. */
async function waitForTitle(desk: Page, title: string): Promise<void> {
  await desk.locator('.desk-title', { hasText: title }).waitFor();
}

function onStage(page: Page): Promise<string | null> {
  return page.getAttribute('section.slide.present', 'aria-label');
}

describe('the speaker view', () => {
  test('shows slide, next step, notes and times, and loads nothing', async ({ openDeck }) => {
    const { page, desk, requests, consoleErrors, violations } = await open(openDeck);
    const asked: string[] = [];
    desk.on('request', (request) => asked.push(request.url()));
    expect(await desk.title()).toBe('Speaker view: The talk');
    expect(await desk.locator('h1.desk-title').innerText()).toBe('The talk');
    expect(await desk.locator('.desk-place').innerText()).toBe('1 / 4');
    expect(await desk.locator('.notes-text strong').innerText()).toBe('slowly');
    expect(await desk.locator('.desk-next-name').innerText()).toBe('Next: 2 Code');
    expect(await desk.locator('.desk-next h2').innerText()).toBe('Code');
    for (const _ of 'four') await page.keyboard.press('ArrowRight');
    await waitForTitle(desk, 'Sales');
    const face = 'getComputedStyle(document.querySelector(".desk-current h2")).fontFamily';
    const onTheStage = 'getComputedStyle(document.querySelector(".present h2")).fontFamily';
    expect(await desk.evaluate(face)).toBe(await page.evaluate(onTheStage));
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
    expect([requests, consoleErrors, await violations()]).toEqual([[], [], []]);
  });

  test('walks by keys, clickers and clicks in both windows', async ({ openDeck }) => {
    const { page, desk } = await open(openDeck);
    await desk.keyboard.press('PageDown');
    await waitForTitle(desk, 'Code');
    await desk.getByRole('button', { name: 'Current slide: go on' }).click();
    expect(await desk.locator('.desk-next-name').innerText()).toBe('Next: 3 Sales');
    await desk.getByRole('button', { name: 'Next step: go on' }).click();
    await waitForTitle(desk, 'Sales');
    expect(await onStage(page)).toBe('3 of 4: Sales');
    await page.keyboard.press('End');
    await waitForTitle(desk, 'Two words');
    await desk.keyboard.press('Home');
    await waitForTitle(desk, 'The talk');
    await desk.keyboard.press('b');
    await desk.getByText('Screen is black').waitFor();
  });

  test('shows each slide at its step', async ({ openDeck }) => {
    const { page, desk } = await open(openDeck);
    await page.keyboard.press('ArrowRight');
    await waitForTitle(desk, 'Code');
    const dim = (frame: string) => desk.locator(`.desk-${frame} .line.dim`).innerText();
    expect([(await dim('current')).trim(), (await dim('next')).trim()]).toEqual([
      'const b = 2;',
      'const a = 1;',
    ]);
    expect(await desk.locator('.desk-steps').innerText()).toBe('1 step left');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await waitForTitle(desk, 'Sales');
    const values = (frame: string) => desk.locator(`.desk-${frame} .chart-box svg`).textContent();
    expect(await values('current')).not.toContain('18');
    expect(await desk.locator('.desk-current .chart-box svg').isVisible()).toBe(true);
    await page.keyboard.press('End');
    await waitForTitle(desk, 'Two words');
    await page.keyboard.press('ArrowRight');
    await desk.getByText('The deck ends here').waitFor();
    const two = desk.locator('.desk-next li, .desk-current li').getByText('Two');
    expect(await two.count()).toBe(1);
    await page.keyboard.press('ArrowLeft');
    await desk.getByText('Next step', { exact: true }).waitFor();
    const shown = two.evaluateAll((items) =>
      items.map((item) => getComputedStyle(item).visibility),
    );
    expect(await shown).toEqual(['hidden', 'visible']);
  });

  test('keeps the size of notes, and where each was scrolled to', async ({ openDeck }) => {
    const { page, desk } = await open(openDeck);
    const pane = desk.locator('.desk-pane');
    const size = () => pane.evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize));
    const before = await size();
    await desk.getByRole('button', { name: 'A+ larger notes' }).click();
    const larger = await size();
    await pane.focus();
    await desk.keyboard.press('+');
    expect([larger > before, (await size()) > larger]).toEqual([true, true]);
    await pane.evaluate((box) => box.scrollTo(0, 300));
    await desk.keyboard.press('ArrowDown');
    const place = await pane.evaluate((box) => box.scrollTop);
    expect(place).toBeGreaterThan(300);
    await page.keyboard.press('ArrowRight');
    await waitForTitle(desk, 'Code');
    expect(await pane.evaluate((box) => box.scrollTop)).toBe(0);
    await page.keyboard.press('ArrowLeft');
    await waitForTitle(desk, 'The talk');
    expect(await pane.evaluate((box) => box.scrollTop)).toBe(place);
  });

  test('leads links in notes to the stage, and those elsewhere to a tab', async ({ openDeck }) => {
    const { page, desk } = await open(openDeck);
    const link = desk.getByRole('link', { name: 'a page' });
    expect(await link.evaluate((a: HTMLAnchorElement) => [a.target, a.rel])).toEqual([
      '_blank',
      'noopener noreferrer',
    ]);
    await desk.getByRole('link', { name: 'the code' }).click();
    await waitForTitle(desk, 'Code');
    expect(await onStage(page)).toBe('2 of 4: Code');
  });

  test('lets the line between slides and notes be moved, and leaves it there', async ({
    openDeck,
  }) => {
    const { page, desk } = await open(openDeck);
    const line = desk.getByRole('separator');
    const box = await line.boundingBox();
    await desk.mouse.move((box?.x ?? 0) + 4, 300);
    await desk.mouse.down();
    await desk.mouse.move(200 + (box?.x ?? 0), 320);
    await desk.mouse.up();
    const moved = (await line.boundingBox())?.x ?? 0;
    expect(moved - (box?.x ?? 0)).toBeGreaterThan(150);
    await line.focus();
    await desk.keyboard.press('ArrowLeft');
    const place = (await line.boundingBox())?.x ?? 0;
    expect([place < moved, await onStage(page)]).toEqual([true, '1 of 4: The talk']);
    // Built again as it was.
    await desk.keyboard.press('F5');
    expect((await line.boundingBox())?.x).toBeCloseTo(place, 0);
  });

  test('can be read by everyone', async ({ openDeck }) => {
    const { page, desk } = await open(openDeck);
    await desk.evaluate(axeSource);
    expect(await desk.evaluate(findAxeFaults)).toEqual([]);
    await desk.getByRole('button', { name: 'Times' }).click();
    expect(await desk.evaluate(findAxeFaults)).toEqual([]);
    await page.keyboard.press('Shift+S');
    await page.evaluate(axeSource);
    expect(await page.evaluate(findAxeFaults)).toEqual([]);
  });

  test('plays no video twice', async ({ openDeck }) => {
    const html = '# A\n\n---\n\n## B\n\n<video src="data:video/mp4;base64,AA" autoplay></video>';
    const { page, desk } = await open(openDeck, await build(html));
    await page.keyboard.press('ArrowRight');
    await waitForTitle(desk, 'B');
    const state = (video: HTMLVideoElement) => [video.muted, video.outerHTML];
    const video = await desk.locator('.desk-current video').evaluate(state);
    expect(video).toEqual([true, expect.not.stringMatching(/src|autoplay/)]);
  });

  test('says when there are no notes, as in a deck that is shared', async ({ openDeck }) => {
    const { desk } = await open(openDeck, await build(text, '--share'));
    expect(await desk.locator('.desk-pane').innerText()).toBe('No notes in this deck.');
    const other = await open(openDeck);
    await other.page.keyboard.press('End');
    await waitForTitle(other.desk, 'Two words');
    expect(await other.desk.locator('.desk-pane').innerText()).toBe('No notes on this slide.');
  });
});

describe('the second window', () => {
  test('comes back after a reload of the stage, at the same slide and time', async ({
    openDeck,
  }) => {
    const { page, desk } = await open(openDeck);
    await page.keyboard.press('ArrowRight');
    await waitForTitle(desk, 'Code');
    await page.waitForFunction(() => location.hash.length > 1);
    const begun = () =>
      page.evaluate(
        () => Object.entries(sessionStorage).find(([key]) => key.includes('watch'))?.[1],
      );
    const { begun: before } = JSON.parse((await begun()) ?? '');
    const [again] = await Promise.all([page.context().waitForEvent('page'), page.reload()]);
    await waitForTitle(again, 'Code');
    expect(page.context().pages()).toHaveLength(2);
    expect(JSON.parse((await begun()) ?? '').begun).toBe(before);
    await again.keyboard.press('End');
    await waitForTitle(again, 'Two words');
  });

  test('comes with the next key where the browser refuses it at once', async ({ openDeck }) => {
    const { page, desk } = await open(openDeck);
    await page.addInitScript(() => {
      const { open } = window;
      window.open = (url, name, features) =>
        navigator.userActivation.isActive ? open.call(window, url, name, features) : null;
    });
    await page.reload();
    await whenReady(page);
    await close(desk);
    expect(page.context().pages()).toHaveLength(1);
    const [again] = await Promise.all([
      page.context().waitForEvent('page'),
      page.keyboard.press('ArrowRight'),
    ]);
    await waitForTitle(again, 'Code');
  });

  test('comes back when it is itself loaded again', async ({ openDeck }) => {
    const { page, desk } = await open(openDeck);
    await page.keyboard.press('ArrowRight');
    await desk.keyboard.press('F5');
    await waitForTitle(desk, 'Code');
    const [again] = await Promise.all([
      page.context().waitForEvent('page'),
      // It is closed for the new one.
      desk.reload().catch(() => {}),
    ]);
    await waitForTitle(again, 'Code');
    await again.keyboard.press('End');
    await waitForTitle(again, 'Two words');
    expect(await onStage(page)).toBe('4 of 4: Two words');
  });

  test('may be closed, and opened again', async ({ openDeck }) => {
    const { page, desk, consoleErrors } = await open(openDeck);
    await close(desk);
    await page.keyboard.press('ArrowRight');
    const again = await openDesk(page);
    await waitForTitle(again, 'Code');
    await page.keyboard.press('s');
    expect(page.context().pages()).toHaveLength(2);
    expect(consoleErrors).toEqual([]);
  });

  test('has a panel in its place where the browser blocks it', async ({ openDeck }) => {
    const { page, consoleErrors } = await openDeck(await build());
    await whenReady(page);
    await page.evaluate(() => {
      window.open = () => null;
    });
    await page.keyboard.press('s');
    const message = page.getByRole('dialog', { name: 'Speaker view' });
    expect(await message.innerText()).toContain('Allow pop-up windows');
    await page.keyboard.press('Escape');
    expect([await message.count(), await onStage(page)]).toEqual([0, '1 of 4: The talk']);
    await page.keyboard.press('s');
    await message.getByRole('button', { name: 'Show it as a panel here' }).click();
    expect(await page.locator('.desk-panel .desk-title').innerText()).toBe('The talk');
    expect(consoleErrors).toEqual([]);
  });

  test('has no part in another deck of the same folder', async ({ openDeck }) => {
    const first = await open(openDeck);
    const other = await build(text.replaceAll('The talk', 'Other'));
    const page = await first.page.context().newPage();
    await page.goto(`file://${other}?speaker=1&notes=1`);
    await whenReady(page);
    await page.keyboard.press('End');
    await page.evaluate(() => {
      for (const data of ['next', { method: 'next' }]) window.postMessage(data, '*');
    });
    expect(await first.desk.locator('.desk-title').innerText()).toBe('The talk');
    expect(await page.locator('.desk').count()).toBe(0);
    expect(await page.getAttribute('section.slide.present', 'aria-label')).toContain('4 of 4');
  });
});

describe('the panel', () => {
  test('stands beside the stage, and goes', async ({ openDeck }) => {
    const { page, consoleErrors } = await openDeck(await build());
    await whenReady(page);
    const width = async () => (await page.locator('section.present').boundingBox())?.width ?? 0;
    const before = await width();
    await page.keyboard.press('Shift+S');
    expect(await page.getByRole('complementary', { name: 'Speaker view' }).isVisible()).toBe(true);
    const panel = await page.locator('.desk-panel').boundingBox();
    expect(before - (await width())).toBeGreaterThanOrEqual(Math.floor(panel?.width ?? 0) - 1);
    await page.keyboard.press('ArrowRight');
    await page.locator('.desk-panel .desk-title', { hasText: 'Code' }).waitFor();
    await page.waitForFunction(() => location.hash.length > 1);
    await page.reload();
    await whenReady(page);
    expect(await page.locator('.desk-panel .desk-title').innerText()).toBe('Code');
    await page.keyboard.press('Shift+S');
    expect([await page.locator('.desk-panel').count(), await width()]).toEqual([0, before]);
    expect(consoleErrors).toEqual([]);
  });

  test('cuts a long title in Arabic at its end', async ({ openDeck }) => {
    const folder = temporaryFolder({ 'deck.md': `## ${Array(40).fill('كلمة').join(' ')}` });
    // Without a font for it, which is a warning.
    await lectern(['build', 'deck.md', '--out', 'deck.html'], folder);
    const { page } = await openDeck(path.join(folder, 'deck.html'));
    await whenReady(page);
    await page.keyboard.press('Shift+S');
    const [title, first] = await page.locator('.desk-panel .desk-title').evaluate((element) => {
      const range = document.createRange();
      range.setStart(element.firstChild as Text, 0);
      range.setEnd(element.firstChild as Text, 1);
      return [element, range].map((part) => part.getBoundingClientRect());
    });
    expect(first?.right).toBeCloseTo(title?.right ?? 0, 0);
  });

  test.for([
    [1280, 720],
    [700, 1000],
  ] as const)(
    'lies beside a deck that reads from right to left, on %i × %i pixels',
    async ([width, height], { openDeck }) => {
      const file = await build('---\ndir: rtl\n---\n\n# A\n\n---\n\n## B');
      const { page } = await openDeck(file, { viewport: { width, height } });
      await whenReady(page);
      await page.keyboard.press('Shift+S');
      const stage = await page.locator('.reveal').boundingBox();
      const panel = await page.locator('.desk-panel').boundingBox();
      if (width > height) {
        expect(stage).toMatchObject({ x: 0, width: panel?.x });
        expect(panel).toMatchObject({ y: 0, height });
      } else {
        expect(stage).toMatchObject({ y: 0, height: panel?.y, width });
        expect(panel).toMatchObject({ x: 0, width });
      }
    },
  );

  test('and the window take the place of each other', async ({ openDeck }) => {
    const { page, desk } = await open(openDeck);
    await desk.getByRole('button', { name: 'As a panel' }).click();
    await page.locator('.desk-panel').waitFor();
    expect(page.context().pages()).toHaveLength(1);
    const [again] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', { name: 'Own window' }).click(),
    ]);
    await waitForTitle(again, 'The talk');
    expect(await page.locator('.desk-panel').count()).toBe(0);
  });
});

describe('time', () => {
  test('begins with the first step, pauses, and begins anew', async ({ openDeck }) => {
    const { desk } = await open(openDeck);
    const pause = desk.locator('.desk-pause');
    expect(await pause.innerText()).toBe('Start');
    await desk.keyboard.press('ArrowRight');
    await desk.getByRole('button', { name: 'Pause' }).click();
    expect(await pause.innerText()).toBe('Go on');
    await desk.getByRole('button', { name: 'Reset' }).click();
    expect(await pause.innerText()).toBe('Start');
    expect(await desk.locator('.desk-elapsed').innerText()).toBe('0:00');
  });

  test('is compared with the plan, where there is one', async ({ openDeck }) => {
    const { page, desk } = await open(openDeck);
    await page.keyboard.press('ArrowRight');
    await desk.getByText('2:29 ahead').or(desk.getByText('2:30 ahead')).waitFor();
    expect(await desk.locator('.desk-slide-time b').innerText()).toContain('/ 2:30');
    await page.evaluate(() => {
      const now = Date.now;
      Date.now = () => now() + 700_000;
    });
    await desk.getByText(/6:\d\d behind/).waitFor();
    expect(await desk.locator('.desk-left b').innerText()).toMatch(/^\+1:4\d over$/);
    expect(await desk.locator('.desk').getAttribute('data-tone')).toBe('over');
    const plain = await open(openDeck, await build('# One\n\n---\n\n## Two'));
    expect(await plain.desk.locator('.desk-pace').isVisible()).toBe(false);
    expect(await plain.desk.locator('.desk-left').isVisible()).toBe(false);
    expect(await plain.desk.locator('.desk-clock').isVisible()).toBe(true);
  });

  test('of the last runs is shown, saved and cleared', async ({ openDeck }) => {
    const { page, desk } = await open(openDeck);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    await waitForTitle(desk, 'Two words');
    await desk.getByRole('button', { name: 'Reset' }).click();
    await page.keyboard.press('Home');
    await page.keyboard.press('End');
    await waitForTitle(desk, 'Two words');
    await desk.getByRole('button', { name: 'Times' }).click();
    expect(await desk.locator('.desk-log tr:first-child th').count()).toBe(4);
    const saving = desk.waitForEvent('download');
    await desk.getByRole('button', { name: 'Save as CSV' }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe('The talk times.csv');
    const saved = readFileSync(await download.path(), 'utf8');
    expect(saved).toMatch(/^\ufeffnumber,slide,planned,\S+,\S+\r\n1,The talk,150,,\d+\r\n/);
    await desk.getByRole('button', { name: 'Clear' }).click();
    expect(await desk.locator('.desk-log').innerText()).toContain('No run yet');
    await desk.keyboard.press('Escape');
    expect([await desk.locator('dialog[open]').count(), await onStage(page)]).toEqual([
      0,
      '4 of 4: Two words',
    ]);
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  test('is not kept where the browser refuses, which the log says', async ({ openDeck }) => {
    const file = await build();
    const { page, consoleErrors } = await openDeck(file);
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('', 'SecurityError');
          },
        });
      }
    });
    await page.reload();
    await whenReady(page);
    const desk = await openDesk(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    await waitForTitle(desk, 'Two words');
    await desk.getByRole('button', { name: 'Times' }).click();
    const log = desk.locator('.desk-log');
    expect(await log.innerText()).toContain('refuses to keep anything');
    expect(await log.innerText()).toContain('4 Two words');
    expect(consoleErrors).toEqual([]);
  });
});
