import type { GoodPage } from '../deck/live-deck.ts';
import { type Client, prependScript, serveDeck } from './served-page.ts';

/**
 * Runs before anything is shown: the deck itself is not to be seen, and is none to be read on phones
 * either. It stays in the page for its slides, which the remote shows small.
 */
const opening = `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('html, body { background: #121416 !important; } main.deck, body > :not(.remote) { display: none !important; }');
  document.adoptedStyleSheets = [sheet];
  document.documentElement.classList.add('live');
}`;

/** The remote of a deck: the deck's page with another script, which shows it as a speaker holds it. */
export function serveRemote(name: string, good: GoodPage, client: Client): string {
  return prependScript(opening, serveDeck(name, good, client));
}
