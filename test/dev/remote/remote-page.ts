import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SessionOptions } from '../../../src/dev/session.ts';
import type { TestBrowser } from '../../support/browser/browser.ts';
import { temporaryFolder } from '../../support/files.ts';
import { goTo } from '../live-page.ts';
import { type RunningSession, serveDeck } from '../session.ts';

/** A deck with a plan for its time, notes, steps and code. */
export const talk = [
  '---\ntitle: The talk\ntime: 10m\n---\n\n# A talk\n\nNote:\nBegin **slowly**, then [the bread](#bread).',
  '## Bread {#bread}\n\n- flour\n- water\n\nNote:\nSecond note.',
  '## Steps\n\none\n\n. . .\n\ntwo\n\n. . .\n\nthree',
  '## Code\n\n```ts {1|2}\nconst a = 1;\nconst b = 2;\n```',
  '## Last',
].join('\n\n---\n\n');

export const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
} as const;

/** A deck that is served, and can be edited. */
export interface Stand extends RunningSession {
  readonly folder: string;
  readonly edit: (from: string, to: string) => void;
}

export async function serveTalk(more: Partial<SessionOptions> = {}, text = talk): Promise<Stand> {
  const folder = temporaryFolder({ 'package.json': '{}', 'talk.md': text });
  const file = path.join(folder, 'talk.md');
  const edit = (from: string, to: string): void => {
    const before = readFileSync(file, 'utf8');
    expect(before).toContain(from);
    writeFileSync(file, before.replace(from, to));
  };
  return { ...(await serveDeck(folder, 'talk.md', more)), folder, edit };
}

export async function openPage(
  browser: TestBrowser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await browser.openWindow(options);
  await goTo(page, url);
  return page;
}

/** A phone that leads the deck. */
export async function openRemote(
  browser: TestBrowser,
  { session }: Stand,
  options = phone,
): Promise<Page> {
  const page = await openPage(browser, session.remoteUrl, options);
  await page.locator('.remote').waitFor();
  return page;
}

/** A deck on a stage, and a remote that leads it. */
export async function openStage(browser: TestBrowser, text = talk) {
  const stand = await serveTalk({}, text);
  const stage = await openPage(browser, stand.url);
  return { ...stand, stage, remote: await openReadyRemote(browser, stand) };
}

/** A deck on a stage, and two remotes that lead it. */
export async function openAll(browser: TestBrowser, text = talk) {
  const { remote, ...stand } = await openStage(browser, text);
  return { ...stand, remotes: [remote, await openReadyRemote(browser, stand)] as const };
}

async function openReadyRemote(browser: TestBrowser, stand: Stand): Promise<Page> {
  const remote = await openRemote(browser, stand);
  await remote.locator('.remote.has-presentation:not(.idle)').waitFor();
  return remote;
}

export const button = (remote: Page, name: string) =>
  remote.getByRole('button', { name, exact: true });

/** Resolves once a remote shows the slide of that title. */
export const titled = (remote: Page, title: string) =>
  remote.getByRole('heading', { name: title, exact: true }).waitFor();

/** Resolves once a remote says that. */
export const saying = (remote: Page, words: string | RegExp) =>
  remote.locator('.remote-status', { hasText: words }).waitFor();

/** What the picture of a slide shows of its steps. */
export const stepsIn = (remote: Page, frame: string) =>
  remote
    .locator(`.${frame} .fragment`)
    .evaluateAll((all) => all.map(({ classList }) => classList.contains('visible')));
