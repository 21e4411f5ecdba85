import type { RevealApi } from 'reveal.js';

const key = 'lectern-dev-position';

interface Position {
  /** The slide that was shown and its step, as in reveal.js. */
  readonly h: number;
  readonly v: number;
  readonly f?: number;
  /** The index of the slide to go to, if it is another one. */
  readonly edited?: number;
}

/** Stores the slide and the step for a reload; the address contains only the slide. */
export function savePosition(deck: RevealApi, edited: number | undefined): void {
  const position: Position = { ...deck.getIndices(), ...(edited !== undefined && { edited }) };
  sessionStorage.setItem(key, JSON.stringify(position));
}

/** Goes to the stored position. */
export function restorePosition(deck: RevealApi): void {
  const stored = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (stored === null) return;
  const { h, v, f, edited } = JSON.parse(stored) as Position;
  const slide = edited === undefined ? undefined : deck.getSlides()[edited];
  const goal = slide && deck.getIndices(slide);
  if (goal && (goal.h !== h || (goal.v ?? 0) !== v)) deck.slide(goal.h, goal.v);
  else deck.slide(h, v, f);
}
