import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { planDecks } from '../../src/cli/plan.ts';
import { Session } from '../../src/dev/session.ts';
import { quietSession } from '../support/session-options.ts';

/** A slide of a deck in the page of `lectern dev`, its Markdown open beside it. */
export async function shootEditor(browser: Browser, deck: string, slide: number): Promise<Buffer> {
  return withDeck(deck, async ({ url }) => {
    const page = await openPage(browser, `${url}#/${slide + 1}`, {
      viewport: { width: 1280, height: 720 },
    });
    await page.keyboard.press('e');
    await page.waitForSelector('.cm-content[contenteditable=true]:focus');
    return takePicture(page);
  });
}

/** What a phone shows that leads a deck, after so many steps. */
export async function shootRemote(browser: Browser, deck: string, steps: number): Promise<Buffer> {
  return withDeck(deck, async ({ url, remoteUrl }) => {
    const stage = await openPage(browser, url, { viewport: { width: 1280, height: 720 } });
    const remote = await openPage(browser, remoteUrl, {
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
      colorScheme: 'dark',
    });
    await stage.bringToFront();
    for (let step = 0; step < steps; step++) await stage.keyboard.press('PageDown');
    const picture = await takePicture(remote);
    await stage.context().close();
    return picture;
  });
}

async function withDeck(
  deck: string,
  work: (session: Session) => Promise<Buffer>,
): Promise<Buffer> {
  let built = () => {};
  const isBuilt = new Promise<void>((resolve) => {
    built = resolve;
  });
  const session = await Session.start(planDecks('dev', [deck], {}, packageRoot), {
    ...quietSession(packageRoot),
    stay: true,
    notify: (message) => console.error(message),
    onBuild: () => built(),
  });
  try {
    await isBuilt;
    return await work(session);
  } finally {
    session.close();
  }
}

async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForSelector('html[data-ready]');
  return page;
}

/** Once nothing changes any more, and closes the page. */
async function takePicture(page: Page): Promise<Buffer> {
  await page.waitForTimeout(1500);
  const picture = await page.screenshot();
  await page.context().close();
  return picture;
}
