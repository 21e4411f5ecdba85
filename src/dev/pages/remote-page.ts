import type { ShownPage } from '../deck/live-deck.ts';
import { type Client, prependScript, serveDeck } from './served-page.ts';

/**
 * Runs before the page is shown: hides the deck, and prevents its reading view on phones. The deck stays
 * in the page because the remote shows its slides as thumbnails.
 */
const setupScript = `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('html, body { background: #121416 !important; } main.deck, body > :not(.remote) { display: none !important; }');
  document.adoptedStyleSheets = [sheet];
  document.documentElement.classList.add('live');
}`;

/** The remote of a deck: the deck's page with the script of the remote. */
export function serveRemote(name: string, shown: ShownPage, client: Client): string {
  return prependScript(setupScript, serveDeck(name, shown, client));
}
