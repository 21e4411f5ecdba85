import type { RevealApi } from 'reveal.js';

const key = 'lectern-dev-place';

interface Place {
  /** The slide that was shown, and its step. */
  readonly h: number;
  readonly v: number;
  readonly f?: number;
  /** The slide to go to, from 0, if it is another one. */
  readonly edited?: number;
}

/** Keeps over a reload which slide is to be shown, and at which step: the address knows only the slide. */
export function keepPlace(deck: RevealApi, edited: number | undefined): void {
  const place: Place = { ...deck.getIndices(), ...(edited !== undefined && { edited }) };
  sessionStorage.setItem(key, JSON.stringify(place));
}

/** Goes there. */
export function takePlace(deck: RevealApi): void {
  const kept = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (kept === null) return;
  const { h, v, f, edited } = JSON.parse(kept) as Place;
  const slide = edited === undefined ? undefined : deck.getSlides()[edited];
  const goal = slide && deck.getIndices(slide);
  if (goal && (goal.h !== h || (goal.v ?? 0) !== v)) deck.slide(goal.h, goal.v);
  else deck.slide(h, v, f);
}
