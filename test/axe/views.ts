import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { whenReady } from '../support/browser/deck-walk.ts';

/** A view of a deck: how it is opened from the stage, and closed. */
interface View {
  /** @returns the page that shows it */
  readonly open: (page: Page) => Promise<Page>;
  readonly close: (stage: Page, view: Page) => Promise<unknown>;
}

export const views = {
  overview: dialog('o', 'dialog.all-slides'),
  keys: dialog('?', 'dialog.help'),
  search: dialog('Control+f', 'dialog.finder', 'e'),
  jump: dialog('g', 'dialog.finder'),
  pen: dialog('p', '.palette'),
  'speaker window': { open: openSpeaker, close: (_, speaker) => speaker.close() },
  times: {
    open: async (page) => {
      const speaker = await openSpeaker(page);
      await speaker.locator('.speaker-times').press('Enter');
      await speaker.locator('dialog[open]').waitFor();
      return speaker;
    },
    close: (_, speaker) => speaker.close(),
  },
  'speaker panel': toggle('Shift+S', '.speaker-timer'),
  reading: toggle('r', '.reading-bar'),
  contents: {
    open: async (page) => {
      await page.keyboard.press('r');
      await page.locator('.reading-bar summary').click();
      await page.locator('.reading-bar li').first().waitFor();
      return page;
    },
    close: (page) => page.keyboard.press('Escape'),
  },
  print: {
    open: async (page) => {
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      return page;
    },
    close: async (page) => {
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({ media: 'screen' });
    },
  },
  'no scripts': {
    open: async (page) => {
      const plain = await page.context().newPage();
      await plain.setViewportSize(page.viewportSize() ?? { width: 1280, height: 720 });
      await plain.goto(withoutScripts(page.url()));
      return plain;
    },
    close: (_, plain) => plain.close(),
  },
} as const satisfies Readonly<Record<string, View>>;

export type ViewName = keyof typeof views;

export const viewNames = Object.keys(views) as readonly ViewName[];

/** Opens a deck on the stage. */
export async function openStage(page: Page, file: string): Promise<void> {
  await page.goto(pathToFileURL(file).href);
  await whenReady(page);
}

function dialog(key: string, selector: string, typed = ''): View {
  return {
    open: async (page) => {
      await page.keyboard.press(key);
      await page.locator(selector).waitFor();
      await page.keyboard.type(typed);
      return page;
    },
    close: async (page) => {
      await page.keyboard.press('Escape');
      await page.locator(selector).waitFor({ state: 'detached' });
    },
  };
}

function toggle(key: string, selector: string): View {
  return {
    open: async (page) => {
      await page.keyboard.press(key);
      await page.locator(selector).waitFor();
      return page;
    },
    close: (page) => page.keyboard.press(key),
  };
}

async function openSpeaker(page: Page): Promise<Page> {
  const [speaker] = await Promise.all([
    page.context().waitForEvent('page'),
    page.keyboard.press('s'),
  ]);
  await speaker.locator('.speaker-title').waitFor();
  await speaker.setViewportSize(page.viewportSize() ?? { width: 1280, height: 720 });
  return speaker;
}

/** A page without its scripts is what a browser without scripts shows, and axe can run in it. */
function withoutScripts(url: string): string {
  const file = fileURLToPath(url.replace(/#.*/, ''));
  const plain = file.replace(/\.html$/, '-plain.html');
  writeFileSync(plain, readFileSync(file, 'utf8').replace(/<script\b.*?<\/script>/gs, ''));
  return pathToFileURL(plain).href;
}
