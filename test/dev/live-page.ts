import type { Page } from 'playwright-core';
import { whenReady } from '../support/browser/deck-walk.ts';

/**
 * Opens a page of the server and waits until it is connected. What is edited from then on is sent to it, and brings up its
 * slide; a page that connects later loads the new version and stays where it is, and what is clicked in it before is lost.
 */
export function goTo(page: Page, url: string): Promise<void> {
  return untilConnected(page, () => page.goto(url));
}

/** As {@link goTo}. */
export function loadAgain(page: Page): Promise<void> {
  return untilConnected(page, () => page.reload());
}

async function untilConnected(page: Page, load: () => Promise<unknown>): Promise<void> {
  // The server answers when it has taken the page in.
  const answered = new Promise<void>((resolve) => {
    page.once('websocket', (socket) => void socket.once('framereceived', () => resolve()));
  });
  await load();
  await whenReady(page);
  await answered;
}
