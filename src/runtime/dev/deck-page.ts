import type { RevealApi } from 'reveal.js';

/**
 * Removes the token from the address once the page is authorized, so that it is not copied along.
 */
export function removeTokenFromAddress(): void {
  if (location.search !== '') history.replaceState(null, '', location.pathname + location.hash);
}

/** Resolves with the deck of the page once it has started; `undefined` on pages without a deck. */
export function startedDeck(): Promise<RevealApi | undefined> {
  const { Reveal: deck } = window as { Reveal?: RevealApi };
  if (!deck || deck.isReady()) return Promise.resolve(deck);
  return new Promise((resolve) => deck.on('ready', () => resolve(deck)));
}
