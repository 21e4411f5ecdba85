import type { RevealApi } from 'reveal.js';
import { parsed } from '../parsed.ts';

/**
 * Removes the token from the address once the page is authorized, so that it is not copied along.
 */
export function removeTokenFromAddress(): void {
  if (location.search !== '') history.replaceState(null, '', location.pathname + location.hash);
}

/** Resolves with the deck of the page once it has started; `undefined` on pages without a deck. */
export async function startedDeck(): Promise<RevealApi | undefined> {
  await parsed;
  const { Reveal: deck } = window as { Reveal?: RevealApi };
  if (!deck || deck.isReady()) return deck;
  return new Promise((resolve) => deck.on('ready', () => resolve(deck)));
}

/** Whether the server rejects this page's token; `undefined` if it cannot be reached. */
export async function isRefused(): Promise<boolean | undefined> {
  try {
    const { status } = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
    return status === 401;
  } catch {
    return undefined;
  }
}
