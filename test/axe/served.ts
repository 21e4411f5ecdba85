import type { Page } from 'playwright-core';
import { planBuild } from '../../src/cli/plan.ts';
import { Session } from '../../src/dev/session.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { quietSession } from '../support/session-options.ts';

/** Serves decks as `lectern dev` does. */
export function serve(decks: readonly string[], cwd: string): Promise<Session> {
  return Session.start(planBuild(decks, {}, cwd), quietSession(cwd));
}

/**
 * Calls `look` for the pages of a session with several decks: the index, and the editor and the remote of one deck.
 */
export async function walkServed(
  page: Page,
  session: Session,
  deck: string,
  look: (view: string, page: Page) => Promise<void>,
): Promise<void> {
  await page.goto(session.url);
  await page.locator(`a[href*="/${deck}"]`).first().waitFor();
  await look('index', page);
  await page.goto(new URL(`${deck}/`, page.url()).href);
  await whenReady(page);
  await page.keyboard.press('e');
  await page.waitForSelector('.cm-content[contenteditable=true]:focus');
  await look('editor', page);
  const remote = await page.context().newPage();
  const full = { width: 1280, height: 720 };
  await remote.setViewportSize(page.viewportSize() ?? full);
  // A narrow window shows the deck as a page to read, which no remote controls.
  await page.setViewportSize(full);
  await page.goto(session.url);
  await page.goto(new URL(`${deck}/`, page.url()).href);
  await whenReady(page);
  await remote.goto(session.remoteUrl);
  await look('index of the remote', remote);
  await remote.goto(new URL(`${deck}/remote`, remote.url()).href);
  await remote.locator('.remote.has-presentation:not(.idle)').waitFor();
  await look('remote', remote);
  for (const dialog of await remote.locator('button[aria-haspopup=dialog]').all()) {
    await dialog.press('Enter');
    await look(
      `remote: ${await remote.locator('dialog[open]').getAttribute('aria-label')}`,
      remote,
    );
    await remote.keyboard.press('Escape');
  }
  await remote.close();
}
