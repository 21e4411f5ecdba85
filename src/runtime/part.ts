import type { RevealApi } from 'reveal.js';

/** A part of the browser's code, and what it does in each view. */
export interface Part {
  /** Called once, before the deck starts. */
  readonly present?: (deck: RevealApi) => void;
  /** Brings all of it onto the paper, at once and without motion; gives the way back. */
  readonly print?: () => () => void;
}

/** Events after which the same slide may show something else. */
export const stepEvents = ['fragmentshown', 'fragmenthidden'] as const;

/** Whether people asked their system for less motion. */
export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
