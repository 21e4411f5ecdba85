import type { RevealApi } from 'reveal.js';
import { PageStorage } from '../../speaker/storage.ts';

const key = 'dev-position';
/** A page in an origin of its own has none; there, a reload begins at the slide in the address. */
const storage = new PageStorage('sessionStorage');

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
  storage.write(key, position);
}

/** Goes to the stored position. */
export function restorePosition(deck: RevealApi): void {
  const stored = storage.read(key);
  storage.write(key, null);
  if (stored === null) return;
  const { h, v, f, edited } = stored as Position;
  const slide = edited === undefined ? undefined : deck.getSlides()[edited];
  const goal = slide && deck.getIndices(slide);
  if (goal && (goal.h !== h || (goal.v ?? 0) !== v)) deck.slide(goal.h, goal.v);
  else deck.slide(h, v, f);
}
