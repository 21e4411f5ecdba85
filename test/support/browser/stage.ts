import type { Page } from 'playwright-core';
import { buildMarkdown } from '../builds.ts';
import type { OpenDeck, OpenDeckFunction } from './browser.ts';
import { whenReady } from './deck-walk.ts';

/** Builds a deck of a text and opens it, as a speaker does, without motion. */
export async function openOnStage(
  openDeck: OpenDeckFunction,
  text: string,
  options: Parameters<OpenDeckFunction>[1] = {},
): Promise<OpenDeck> {
  const deck = await openDeck(await buildMarkdown(text), options);
  await whenReady(deck.page);
  return deck;
}

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** "2 of 5: The title" */
export function shownSlide(page: Page): Promise<string | null> {
  return page.getAttribute('section.slide.present', 'aria-label');
}

/** What was said last to those who listen. */
export function announced(page: Page): Promise<string | null> {
  return page.textContent('.announcer');
}

type Keys = Pick<KeyboardEventInit, 'key' | 'code' | 'ctrlKey' | 'shiftKey'>;

/** Sends the page a key with all that a keyboard says of it. @returns whether the page took it */
export function sendKey(page: Page, key: Keys): Promise<boolean> {
  return page.evaluate((init) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
    return !(document.activeElement ?? document.body).dispatchEvent(event);
  }, key);
}
