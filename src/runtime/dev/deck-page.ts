import type { RevealApi } from 'reveal.js';

/** The secret in the address has let the page in; a copied address need not hold it. */
export function forgetToken(): void {
  if (location.search !== '') history.replaceState(null, '', location.pathname + location.hash);
}

/** The deck of the page, once it has started; none on pages without one. */
export function startedDeck(): Promise<RevealApi | undefined> {
  const { Reveal: deck } = window as { Reveal?: RevealApi };
  if (!deck || deck.isReady()) return Promise.resolve(deck);
  return new Promise((resolve) => deck.on('ready', () => resolve(deck)));
}
