import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { press, shownSlide } from '../../support/browser/stage.ts';
import { mp4 } from '../../support/media.ts';
import {
  button,
  openAll,
  openPage,
  openRemote,
  openStage,
  phone,
  serveTalk,
  stepsIn,
  talk,
  titled,
} from './remote-page.ts';

const timeIs = (remote: Page, time: string) =>
  remote.locator('.speaker-elapsed', { hasText: time }).waitFor();

/** Resolves once the time goes on. No second is waited for: a slow machine may not show it. */
const timeRuns = (remote: Page, from = '0:00') =>
  remote.locator('.speaker-elapsed', { hasNotText: from }).waitFor();

describe('a remote', () => {
  test('controls the presentation by steps, a list and links in the notes, and all remotes show it', async ({
    browser,
  }) => {
    const { stage, remotes } = await openAll(browser);
    const [first, second] = remotes;
    await button(first, 'Next').click();
    for (const remote of remotes) await titled(remote, 'Bread');
    expect(await shownSlide(stage)).toBe('2 of 5: Bread');
    // What it says is in English, and titles in the language of the deck.
    await first.evaluate(() => {
      document.documentElement.lang = 'de';
    });
    await button(second, 'Next').click();
    const said = first.locator('.remote-announcer', { hasText: 'Slide 3 of 5: Steps' });
    expect(await said.locator('[lang=de]').innerText()).toBe('3 of 5: Steps');
    await button(second, 'Previous').click();
    await titled(first, 'Bread');
    expect(await first.locator('.remote-next-name').innerText()).toBe('Next: 3 Steps');
    expect(await first.locator('.remote-next-name [lang=de]').innerText()).toBe('3 Steps');
    await titled(second, 'Bread');
    await button(second, 'Next').click();
    await button(second, 'Next').click();
    for (const remote of remotes) {
      await remote.getByText('Next step, the last on this slide').waitFor();
      expect(await stepsIn(remote, 'remote-current')).toEqual([true, false]);
      expect(await stepsIn(remote, 'remote-upcoming')).toEqual([true, true]);
      expect(await remote.locator('.remote-position').innerText()).toBe('3 / 5');
    }
    expect(await stage.locator('.present .fragment.visible').count()).toBe(1);
    await button(first, 'Previous').click();
    await button(first, 'Previous').click();
    for (const remote of remotes) await titled(remote, 'Bread');
    expect(await shownSlide(stage)).toBe('2 of 5: Bread');
    await first.getByRole('button', { name: 'All slides' }).click();
    expect(await first.locator('[aria-current]').innerText()).toContain('Bread');
    await first.getByRole('button', { name: '5 Last' }).click();
    for (const remote of remotes) await titled(remote, 'Last');
    expect(await shownSlide(stage)).toBe('5 of 5: Last');
    expect(await first.locator('dialog[open]').count()).toBe(0);
    await second.getByText('End of the deck').waitFor();
    await stage.keyboard.press('Home');
    await titled(second, 'A talk');
    await second.getByRole('link', { name: 'the bread' }).click();
    await titled(first, 'Bread');
    expect(await shownSlide(stage)).toBe('2 of 5: Bread');
  });

  test('shows what is done on the stage itself, and at once where the talk is when it joins later', async ({
    browser,
  }) => {
    const { stage, remote, ...stand } = await openStage(browser);
    await stage.evaluate(() => window.Reveal.slide(3));
    await titled(remote, 'Code');
    const dim = (frame: string) => remote.locator(`.${frame} .line.dim`).innerText();
    expect((await dim('remote-current')).trim()).toBe('const b = 2;');
    expect((await dim('remote-upcoming')).trim()).toBe('const a = 1;');
    await stage.evaluate(() => window.Reveal.slide(2, 0, 0));
    await timeRuns(remote);
    const late = await openRemote(browser, stand);
    await titled(late, 'Steps');
    expect(await stepsIn(late, 'remote-current')).toEqual([true, false]);
    expect(await late.locator('.speaker-elapsed').innerText()).not.toBe('0:00');
  });

  test('shows a slide that is too full at the scale of the stage', async ({ browser }) => {
    const items = Array.from({ length: 14 }, (_, index) => `- item ${index}`).join('\n');
    const text = `# A talk\n\n---\n\n## Full\n\n${items}`;
    const { stage, remote } = await openStage(browser, text);
    await button(remote, 'Next').click();
    await titled(remote, 'Full');
    const scaleOf = (page: Page, slide: string) =>
      page.$eval(slide, (each) => (each as HTMLElement).style.getPropertyValue('--shrink'));
    const scale = await scaleOf(stage, '.slide.present');
    expect(Number(scale)).toBeLessThan(1);
    expect(await scaleOf(remote, '.remote-current .slide-copy')).toBe(scale);
  });

  test('is led by keys, clickers and swipes, which do nothing to the deck in its own page', async ({
    browser,
  }) => {
    const { stage, remote } = await openStage(browser);
    await press(remote, 'PageDown');
    await titled(remote, 'Bread');
    await press(remote, 'ArrowLeft');
    await titled(remote, 'A talk');
    await press(remote, 'o', 's', 'r', '3', 'Enter');
    await titled(remote, 'Bread');
    expect(await remote.locator('.all-slides[open], .speaker-panel').count()).toBe(0);
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
    const { stage, remote } = await openStage(browser);
    expect(await remote.locator('.notes-text strong').innerText()).toBe('slowly');
    const size = () =>
      remote
        .locator('.speaker-pane')
        .evaluate((pane) => Number.parseFloat(getComputedStyle(pane).fontSize));
    const before = await size();
    await button(remote, 'A+ larger notes').click();
    expect(await size()).toBeGreaterThan(before);
    expect(await remote.locator('.speaker-elapsed').innerText()).toBe('0:00');
    await button(remote, 'Next').click();
    await timeRuns(remote);
    await remote.getByText(/^[01]:\d\d ahead$/).waitFor();
    await remote.getByText(/^[89]:\d\d left$/).waitFor();
    // The speaker view on the stage halts the time.
    await stage.keyboard.press('Shift+S');
    await stage.getByRole('button', { name: 'Pause' }).click();
    await remote.locator('.remote.timer-paused').waitFor();
    await stage.getByRole('button', { name: 'Reset' }).click();
    await timeIs(remote, '0:00');
  });

  test('starts, pauses and resets the time, as the speaker view does, and makes the screen black and bright', async ({
    browser,
  }) => {
    const { stage, remotes } = await openAll(browser);
    const [first, second] = remotes;
    const pressTime = async (remote: Page, name: string) => {
      await remote.locator('.remote-clock').click();
      await button(remote, name).click();
      expect(await remote.locator('dialog[open]').count()).toBe(0);
    };
    const cover = stage.locator('.reveal.paused');
    await stage.keyboard.press('Shift+S');
    await pressTime(first, 'Start');
    for (const remote of remotes) await timeRuns(remote);
    await button(stage, 'Pause').waitFor();
    expect(await shownSlide(stage)).toBe('1 of 5: A talk');
    // A screen that is black stays so: nobody has gone on.
    await button(first, 'Black screen').click();
    await second.getByText('Screen is black', { exact: true }).waitFor();
    await pressTime(second, 'Pause');
    for (const remote of remotes) await remote.locator('.remote.timer-paused').waitFor();
    await button(stage, 'Resume').waitFor();
    expect(await cover.count()).toBe(1);
    const paused = await second.locator('.speaker-elapsed').innerText();
    await pressTime(first, 'Resume');
    for (const remote of remotes) await remote.locator('.remote:not(.timer-paused)').waitFor();
    await timeRuns(second, paused);
    await pressTime(second, 'Reset');
    for (const remote of remotes) await timeIs(remote, '0:00');
    await button(stage, 'Start').waitFor();
    await first.locator('.remote-clock').click();
    await button(first, 'Start').waitFor();
    await first.keyboard.press('Escape');
    // Bright again by the button or by going on, as by any key on the stage.
    expect(await button(second, 'Black screen').getAttribute('aria-pressed')).toBe('true');
    await button(second, 'Black screen').click();
    await expect.poll(() => cover.count()).toBe(0);
    await stage.keyboard.press('b');
    await first.getByText('Screen is black', { exact: true }).waitFor();
    await button(first, 'Next').click();
    await expect.poll(() => cover.count()).toBe(0);
    expect(await shownSlide(stage)).toBe('1 of 5: A talk');
  });

  test('shows what is edited meanwhile, and stays where the stage is', async ({ browser }) => {
    // With a plan for the whole talk a new slide changes that of each.
    const { stage, remote, edit } = await openStage(browser, talk.replace('time: 10m\n', ''));
    await remote.evaluate(() => document.documentElement.setAttribute('data-mark', ''));
    edit('- water', '- milk');
    // An edit brings its slide up on the stage.
    await titled(remote, 'Bread');
    await remote.locator('.remote-current', { hasText: 'milk' }).waitFor();
    edit('Second note.', 'Another note.');
    await remote.locator('.speaker-pane', { hasText: 'Another note.' }).waitFor();
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
      `# A\n\n<video src="data:video/mp4;base64,${mp4().toString('base64')}" autoplay></video>\n\n\`\`\`chart bar\nsteps: points\n\nx,y\na,1\nb,2\n\`\`\``,
    );
    await openPage(browser, stand.url);
    const remote = await browser.openWindow(phone);
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
    await remote.locator('.remote-upcoming .chart-box svg').waitFor();
    expect(errors).toEqual([]);
    const { pathname, search } = new URL(stand.session.remoteUrl);
    expect(requests.filter((url) => !/^data:/.test(url))).toEqual([
      stand.session.remoteUrl,
      expect.stringMatching(`/[\\w-]{8}${pathname}\\${search}$`),
    ]);
  });
});
