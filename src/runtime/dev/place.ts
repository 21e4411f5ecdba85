import type { RevealApi } from 'reveal.js';

const key = 'lectern-dev-place';

/** Keeps over a reload which slide is shown, and at which step: the address knows only the slide. */
export function keepPlace(deck: RevealApi | undefined): void {
  if (deck) sessionStorage.setItem(key, JSON.stringify(deck.getIndices()));
}

/** Goes to where the page was before it was loaded anew. */
export function takePlace(deck: RevealApi): void {
  const kept = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (kept === null) return;
  const { h, v, f } = JSON.parse(kept) as { h: number; v: number; f?: number };
  deck.slide(h, v, f);
}
