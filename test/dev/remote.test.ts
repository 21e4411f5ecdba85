import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { SessionOptions } from '../../src/dev/session.ts';
import { test } from '../support/browser.ts';
import { axeSource, findAxeFaults, whenReady } from '../support/deck-walk.ts';
import { temporaryFolder } from '../support/files.ts';
import { press, shownSlide } from '../support/stage.ts';
import { type RunningSession, serveDeck, serveFolder } from './session.ts';

const talk = [
  '---\ntitle: The talk\ntime: 10m\n---\n\n# A talk\n\nNote:\nBegin **slowly**, then [the bread](#bread).',
  '## Bread {#bread}\n\n- flour\n- water\n\nNote:\nSecond note.',
  '## Steps\n\none\n\n. . .\n\ntwo\n\n. . .\n\nthree',
  '## Code\n\n```ts {1|2}\nconst a = 1;\nconst b = 2;\n```',
  '## Last',
].join('\n\n---\n\n');

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

interface Stand extends RunningSession {
  readonly folder: string;
  readonly edit: (from: string, to: string) => void;
}

async function serveTalk(more: Partial<SessionOptions> = {}, text = talk): Promise<Stand> {
  const folder = temporaryFolder({ 'package.json': '{}', 'talk.md': text });
  const file = path.join(folder, 'talk.md');
  const edit = (from: string, to: string): void => {
    const before = readFileSync(file, 'utf8');
    expect(before).toContain(from);
    writeFileSync(file, before.replace(from, to));
  };
  return { ...(await serveDeck(folder, 'talk.md', more)), folder, edit };
}

async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce', ...options })).newPage();
  await page.goto(url);
  await whenReady(page);
  return page;
}

async function openRemote(browser: Browser, { session }: Stand, options = phone): Promise<Page> {
  const page = await openPage(browser, session.remoteUrl, options);
  await page.locator('.remote').waitFor();
  return page;
}

/** A deck on a stage, and two remotes that lead it. */
async function openAll(browser: Browser, text = talk) {
  const stand = await serveTalk({}, text);
  const stage = await openPage(browser, stand.url);
  const remotes = [await openRemote(browser, stand), await openRemote(browser, stand)] as const;
  for (const remote of remotes) await remote.locator('.remote.has-scene:not(.idle)').waitFor();
  return { ...stand, stage, remotes };
}

const button = (remote: Page, name: string) => remote.getByRole('button', { name, exact: true });
const titled = (remote: Page, title: string) =>
  remote.getByRole('heading', { name: title, exact: true }).waitFor();
const saying = (remote: Page, words: string | RegExp) =>
  remote.locator('.remote-says', { hasText: words }).waitFor();

/** What the picture of a slide shows of its steps. */
const stepsIn = (remote: Page, frame: string) =>
  remote
    .locator(`.${frame} .fragment`)
    .evaluateAll((all) => all.map(({ classList }) => classList.contains('visible')));

describe('a remote', () => {
  test('leads the stage by steps, and all remotes show what it shows', async ({ browser }) => {
    const { stage, remotes } = await openAll(browser);
    const [first, second] = remotes;
    await button(first, 'Next').click();
    for (const remote of remotes) await titled(remote, 'Bread');
    expect(await shownSlide(stage)).toBe('2 of 5: Bread');
    await button(second, 'Next').click();
    await button(second, 'Next').click();
    for (const remote of remotes) {
      await remote.getByText('Next step, the last here').waitFor();
      expect(await stepsIn(remote, 'remote-current')).toEqual([true, false]);
      expect(await stepsIn(remote, 'remote-coming')).toEqual([true, true]);
      expect(await remote.locator('.remote-place').innerText()).toBe('3 / 5');
    }
    expect(await stage.locator('.present .fragment.visible').count()).toBe(1);
    await button(first, 'Previous').click();
    await button(first, 'Previous').click();
    for (const remote of remotes) await titled(remote, 'Bread');
    expect(await shownSlide(stage)).toBe('2 of 5: Bread');
  });

  test('shows what is done on the stage itself, such as lines of code in focus', async ({
    browser,
  }) => {
    const { stage, remotes } = await openAll(browser);
    await stage.evaluate(() => window.Reveal.slide(3));
    await titled(remotes[0], 'Code');
    const dim = (frame: string) => remotes[0].locator(`.${frame} .line.dim`).innerText();
    expect((await dim('remote-current')).trim()).toBe('const b = 2;');
    expect((await dim('remote-coming')).trim()).toBe('const a = 1;');
  });

  test('makes the screen black and bright again, by its button or by going on', async ({
    browser,
  }) => {
    const { stage, remotes } = await openAll(browser);
    const [first, second] = remotes;
    const cover = stage.locator('.reveal.paused');
    await button(first, 'Black screen').click();
    await cover.waitFor();
    await second.getByText('Screen is black', { exact: true }).waitFor();
    expect(await button(second, 'Black screen').getAttribute('aria-pressed')).toBe('true');
    await button(second, 'Black screen').click();
    await expect.poll(() => cover.count()).toBe(0);
    // As any key on the stage does.
    await stage.keyboard.press('b');
    await first.getByText('Screen is black', { exact: true }).waitFor();
    await button(first, 'Next').click();
    await expect.poll(() => cover.count()).toBe(0);
    expect(await shownSlide(stage)).toBe('1 of 5: A talk');
  });

  test('goes to any slide, from a list and from links in the notes', async ({ browser }) => {
    const { stage, remotes } = await openAll(browser);
    const [first, second] = remotes;
    await first.getByRole('button', { name: 'All slides' }).click();
    expect(await first.locator('[aria-current]').innerText()).toContain('A talk');
    await first.getByRole('button', { name: '5 Last' }).click();
    for (const remote of remotes) await titled(remote, 'Last');
    expect(await shownSlide(stage)).toBe('5 of 5: Last');
    expect(await first.locator('dialog[open]').count()).toBe(0);
    await second.getByText('The deck ends here').waitFor();
    await stage.keyboard.press('Home');
    await titled(second, 'A talk');
    await second.getByRole('link', { name: 'the bread' }).click();
    await titled(first, 'Bread');
    expect(await shownSlide(stage)).toBe('2 of 5: Bread');
  });

  test('is led by keys, clickers and swipes, which do nothing to the deck in its own page', async ({
    browser,
  }) => {
    const { stage, remotes } = await openAll(browser);
    const [remote] = remotes;
    await press(remote, 'PageDown');
    await titled(remote, 'Bread');
    await press(remote, 'ArrowLeft');
    await titled(remote, 'A talk');
    await press(remote, 'o', 's', 'r', '3', 'Enter');
    await titled(remote, 'Bread');
    expect(await remote.locator('.all-slides[open], .desk-panel').count()).toBe(0);
    const swipe = async (from: number, to: number) => {
      const touch = await remote.context().newCDPSession(remote);
      const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
        touch.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: x === undefined ? [] : [{ x, y: 200 }],
        });
      await send('touchStart', from);
      await send('touchMove', (from + to) / 2);
      await send('touchMove', to);
      await send('touchEnd');
    };
    await swipe(300, 100);
    await titled(remote, 'Steps');
    await swipe(100, 300);
    await titled(remote, 'Bread');
    expect(await shownSlide(stage)).toBe('2 of 5: Bread');
  });

  test('shows the notes in a size of choice, the time and the pace', async ({ browser }) => {
    const { stage, remotes } = await openAll(browser);
    const [remote] = remotes;
    expect(await remote.locator('.notes-text strong').innerText()).toBe('slowly');
    const size = () =>
      remote
        .locator('.desk-pane')
        .evaluate((pane) => Number.parseFloat(getComputedStyle(pane).fontSize));
    const before = await size();
    await button(remote, 'A+ larger notes').click();
    expect(await size()).toBeGreaterThan(before);
    expect(await remote.locator('.desk-elapsed').innerText()).toBe('0:00');
    await button(remote, 'Next').click();
    await remote.getByText('0:02', { exact: true }).waitFor();
    await remote.getByText(/^1:5\d ahead$/).waitFor();
    await remote.getByText(/^9:5\d left$/).waitFor();
    // The speaker view on the stage halts the time.
    await stage.keyboard.press('Shift+S');
    await stage.getByRole('button', { name: 'Pause' }).click();
    await remote.locator('.remote.standing').waitFor();
    await stage.getByRole('button', { name: 'Reset' }).click();
    await remote.getByText('0:00', { exact: true }).waitFor();
  });

  test('that joins later is told at once where the talk is', async ({ browser }) => {
    const { stage, session, remotes, ...stand } = await openAll(browser);
    await stage.evaluate(() => window.Reveal.slide(2, 0, 0));
    await remotes[0].getByText('0:01', { exact: true }).waitFor();
    const late = await openRemote(browser, { ...stand, session });
    await titled(late, 'Steps');
    expect(await stepsIn(late, 'remote-current')).toEqual([true, false]);
    expect(await late.locator('.desk-elapsed').innerText()).not.toBe('0:00');
  });

  test('shows what is edited meanwhile, and stays where the stage is', async ({ browser }) => {
    // With a plan for the whole talk a new slide changes that of each.
    const { stage, remotes, edit } = await openAll(browser, talk.replace('time: 10m\n', ''));
    const [remote] = remotes;
    await remote.evaluate(() => document.documentElement.setAttribute('data-mark', ''));
    edit('- water', '- milk');
    // An edit brings its slide up on the stage.
    await titled(remote, 'Bread');
    await remote.locator('.remote-current', { hasText: 'milk' }).waitFor();
    edit('Second note.', 'Another note.');
    await remote.locator('.desk-pane', { hasText: 'Another note.' }).waitFor();
    edit('## Code', '## New\n\n---\n\n## Code');
    await titled(remote, 'New');
    await button(remote, 'Next').click();
    await titled(remote, 'Code');
    expect(await shownSlide(stage)).toBe('5 of 6: Code');
    expect(await remote.evaluate(() => document.documentElement.hasAttribute('data-mark'))).toBe(
      true,
    );
  });

  test('plays nothing, asks for nothing elsewhere, and breaks no rule of its page', async ({
    browser,
  }) => {
    const stand = await serveTalk(
      {},
      '# A\n\n<video src="data:video/mp4;base64,AA" autoplay></video>\n\n```chart bar\nsteps: points\n\nx,y\na,1\nb,2\n```',
    );
    await openPage(browser, stand.url);
    const context = await browser.newContext(phone);
    const remote = await context.newPage();
    const [errors, requests]: [string[], string[]] = [[], []];
    remote.on('console', (message) => errors.push(message.text()));
    remote.on('pageerror', (error) => errors.push(String(error)));
    remote.on('request', (request) => requests.push(request.url()));
    await remote.goto(stand.session.remoteUrl);
    await remote.locator('.remote-current h1').waitFor();
    const videos = await remote
      .locator('.remote video')
      .evaluateAll((all) => all.map((video) => video.outerHTML));
    expect(videos.join()).not.toMatch(/src=|autoplay/);
    await remote.locator('.remote-coming .chart-box svg').waitFor();
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !/^data:/.test(url))).toEqual([stand.session.remoteUrl]);
  });
});

describe('the stage', () => {
  test('that is missing is missed, until there is one', async ({ browser }) => {
    const stand = await serveTalk();
    const remote = await openRemote(browser, stand);
    await saying(remote, 'No stage: open the deck on the computer that shows it.');
    expect(await button(remote, 'Next').getAttribute('aria-disabled')).toBe('true');
    await button(remote, 'Next').click({ force: true });
    const stage = await openPage(browser, stand.url);
    await titled(remote, 'A talk');
    expect(await remote.locator('.remote-says').innerText()).toBe('');
    expect(await shownSlide(stage)).toBe('1 of 5: A talk');
    // Who reads the deck presents nothing.
    await stage.keyboard.press('r');
    await saying(remote, 'No stage');
    await stage.keyboard.press('r');
    await titled(remote, 'A talk');
    await stage.close();
    await saying(remote, 'No stage');
  });

  test('is the page that was opened or led on last, whatever the server does to others', async ({
    browser,
  }) => {
    const { remotes, url, stage: first, edit } = await openAll(browser);
    const [remote] = remotes;
    const second = await openPage(browser, url);
    await button(remote, 'Next').click();
    await expect.poll(() => shownSlide(second)).toBe('2 of 5: Bread');
    expect(await shownSlide(first)).toBe('1 of 5: A talk');
    await first.keyboard.press('End');
    await titled(remote, 'Last');
    // Both go to the slide that is edited, or load it anew, and nobody has used them.
    edit('- water', '- milk');
    await titled(remote, 'Bread');
    edit('## Last', '## Last\n\n```chart bar\nx,y\na,1\n```');
    await titled(remote, 'Last');
    await button(remote, 'Previous').click();
    await titled(remote, 'Code');
    await expect.poll(() => shownSlide(first)).toBe('4 of 5: Code');
    expect(await shownSlide(second)).toBe('5 of 5: Last');
    await remote.getByRole('button', { name: 'All slides' }).click();
    await remote.getByText('2 pages show this deck').waitFor();
    await button(remote, 'Close').click();
    await first.close();
    await titled(remote, 'Last');
  });

  test('has nothing to do with the remote of another deck', async ({ browser }) => {
    const folder = temporaryFolder({
      'package.json': '{}',
      'a.md': '# A\n\n---\n\n# A2',
      'b.md': '# B\n\n---\n\n# B2',
    });
    const { session, built } = await serveFolder(folder, ['a.md', 'b.md']);
    await built(({ deck }) => deck.name === 'b');
    const stages = [];
    for (const name of ['a', 'b']) stages.push(await openPage(browser, `${session.url}${name}/`));
    const remote = await openPage(browser, `${session.url}a/remote`, phone);
    await button(remote, 'Next').click();
    await titled(remote, 'A2');
    const shown = await Promise.all(stages.map(shownSlide));
    expect(shown).toEqual(['2 of 2: A2', '1 of 2: B']);
  });
});

describe('a connection that is lost', () => {
  test('comes back by itself, and what was pressed meanwhile does nothing', async ({ browser }) => {
    const stand = await serveTalk();
    const stage = await openPage(browser, stand.url);
    const page = await (await browser.newContext(phone)).newPage();
    const network = { isThere: true, held: [] as (() => void)[], drop: () => {} };
    await page.routeWebSocket(/live/, (socket) => {
      const server = socket.connectToServer();
      network.drop = () => socket.close();
      const pass = (send: () => void): unknown =>
        network.isThere ? send() : network.held.push(send);
      socket.onMessage((message) => pass(() => server.send(message)));
      server.onMessage((message) => pass(() => socket.send(message)));
    });
    await page.goto(stand.session.remoteUrl);
    await titled(page, 'A talk');
    network.drop();
    await saying(page, 'Not connected');
    await titled(page, 'A talk');
    await page.locator('.remote:not(.idle)').waitFor();
    await button(page, 'Next').click();
    await titled(page, 'Bread');
    // The network holds everything up, without a word.
    network.isThere = false;
    await button(page, 'Next').click();
    await saying(page, 'The stage does not answer.');
    await saying(page, 'Not connected');
    await button(page, 'Next').click({ force: true });
    const held = network.held.splice(0);
    network.isThere = true;
    for (const send of held) send();
    await page.locator('.remote:not(.idle)').waitFor();
    await button(page, 'Previous').click();
    await titled(page, 'A talk');
    expect(await shownSlide(stage)).toBe('1 of 5: A talk');
  });

  test('comes back to a server that was started again', async ({ browser }) => {
    const { session, folder, port, remotes } = await openAll(browser);
    const [remote] = remotes;
    session.close();
    await saying(remote, 'Not connected');
    expect(await button(remote, 'Next').getAttribute('aria-disabled')).toBe('true');
    await serveDeck(folder, 'talk.md', { port });
    await remote.locator('.remote.has-scene:not(.idle)').waitFor();
    await button(remote, 'Next').click();
    await titled(remote, 'Bread');
  });

  test('says that the address is a new one where it is', async ({ browser }) => {
    const stand = await serveTalk({ isOpen: true });
    const remote = await openRemote(browser, stand);
    expect(new URL(remote.url()).search).toBe('');
    await saying(remote, 'No stage');
    stand.session.close();
    await saying(remote, 'Not connected');
    const again = await serveDeck(stand.folder, 'talk.md', { isOpen: true, port: stand.port });
    await saying(remote, /its address is a new one: scan the code/);
    // Another tab of the same browser has it.
    await (await remote.context().newPage()).goto(again.session.remoteUrl);
    await saying(remote, 'No stage');
  });
});

describe('on a phone', () => {
  const sizes = [
    { width: 320, height: 568 },
    { width: 390, height: 844 },
    { width: 844, height: 390 },
    { width: 1024, height: 768 },
  ];

  test('everything is within reach, in both directions, and can be read by everyone', async ({
    browser,
  }) => {
    const { stage, remotes } = await openAll(browser);
    await stage.evaluate(() => window.Reveal.slide(2));
    const [remote] = remotes;
    await titled(remote, 'Steps');
    await remote.evaluate(axeSource);
    for (const size of sizes) {
      await remote.setViewportSize(size);
      expect(await remote.evaluate(findMisplaced)).toEqual([]);
      expect(await remote.evaluate(findAxeFaults)).toEqual([]);
    }
    await remote.getByRole('button', { name: 'All slides' }).click();
    expect(await remote.evaluate(findAxeFaults)).toEqual([]);
    await remote.keyboard.press('Escape');
    expect(await remote.locator('dialog[open]').count()).toBe(0);
    await stage.close();
    await saying(remote, 'No stage');
    expect(await remote.evaluate(findAxeFaults)).toEqual([]);
  });

  test('the list of decks leads to the remote of each', async ({ browser }) => {
    const folder = temporaryFolder({
      'package.json': '{}',
      'slides/a.md': '# A',
      'slides/b.md': '# B',
    });
    const { session, built } = await serveFolder(folder, [], { isOpen: true });
    await built(({ deck }) => deck.name === 'b');
    expect(session.remoteUrl).toBe(session.url);
    const page = await (await browser.newContext(phone)).newPage();
    await page.goto(session.remoteUrl);
    // Their pictures are slides, not pages to read, as on phones the decks themselves are.
    const picture = page.frameLocator('iframe').first();
    await picture.locator('html.live[data-ready] section.present').waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.evaluate(axeSource);
    expect(await page.evaluate(findAxeFaults)).toEqual([]);
    await page.getByRole('link', { name: 'Remote' }).last().click();
    await saying(page, 'No stage');
    expect(new URL(page.url()).pathname).toBe('/b/remote');
    await page.getByRole('button', { name: 'All slides' }).click();
    await page.getByRole('link', { name: 'All decks' }).click();
    await page.getByRole('heading', { name: '2 decks' }).waitFor();
  });
});

/** What a finger cannot press, or what lies beyond the screen or over something else. */
function findMisplaced(): readonly string[] {
  const faults: string[] = [];
  const boxes = ['.remote-bar', '.remote-slides', '.desk-notes', '.remote-keys > *'].flatMap(
    (name) =>
      Array.from(document.querySelectorAll(name), (element) => element.getBoundingClientRect()),
  );
  for (const [i, a] of boxes.entries()) {
    if (a.left < 0 || a.top < 0 || a.right > innerWidth || a.bottom > innerHeight) {
      faults.push(`${i} is beyond the screen`);
    }
    for (const b of boxes.slice(i + 1)) {
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (width > 1 && height > 1) faults.push(`${i} lies over another`);
    }
  }
  for (const button of document.querySelectorAll('.remote button')) {
    const { width, height } = button.getBoundingClientRect();
    if (button.checkVisibility() && Math.min(width, height) < 48) faults.push(button.outerHTML);
  }
  for (const text of document.querySelectorAll<HTMLElement>(
    '.desk-elapsed, .desk-pace, .remote-left, .remote-place',
  )) {
    if (text.scrollWidth > text.clientWidth + 1 && getComputedStyle(text).display !== 'inline')
      faults.push(`${text.innerText} is cut`);
  }
  return faults;
}
