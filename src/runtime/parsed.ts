import type { RevealApi } from 'reveal.js';

/** Resolves when all slides are in the page: in long decks, the script runs after the first few of them. */
export const parsed = new Promise<void>((resolve) => {
  if (document.readyState !== 'loading') resolve();
  else document.addEventListener('DOMContentLoaded', () => resolve());
});

/**
 * Moves the script out of the slides if it runs before all of them are parsed.
 *
 * @returns a function that adds the others to the deck; `undefined` if there are none
 */
export function takeEarlyStart(root: Element): ((deck: RevealApi) => void) | undefined {
  const scripts = root.querySelectorAll('.slides > script');
  if (scripts.length === 0) return undefined;
  document.body.append(...scripts);
  const count = root.querySelectorAll('.slide').length;
  return (deck) => addSlides(deck, count);
}

function addSlides(deck: RevealApi, count: number): void {
  for (const slide of deck.getSlides().slice(count)) deck.syncFragments(slide);
  const { h, v, f } = deck.getIndices();
  const isOverview = deck.isOverview();
  deck.toggleOverview(false);
  // Sets their states.
  deck.slide(h, v, f);
  deck.toggleOverview(isOverview);
}
