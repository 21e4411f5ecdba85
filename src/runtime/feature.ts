import type { RevealApi } from 'reveal.js';
import type { Shortcut } from './navigation/keyboard.ts';
import type { CopyPainter } from './slides/slide-copy.ts';

/** A part of the browser's code, and what it does in each view. */
export interface Part {
  /** Called once, before the deck starts. */
  readonly present?: (deck: RevealApi) => void;
  /** The keys that it answers to. */
  readonly shortcuts?: (deck: RevealApi) => readonly Shortcut[];
  /** What this browser keeps from it, as a sentence for the list of all keys. */
  readonly lacks?: () => string | undefined;
  /** Shows it on a copy of a slide, whose fragments are set. */
  readonly show?: CopyPainter;
  /** Brings all of it onto the paper, at once and without motion; gives the way back. */
  readonly print?: () => () => void;
}

/** Events after which the same slide may show something else. */
export const stepEvents = ['fragmentshown', 'fragmenthidden'] as const;

/** Comes when the pen has changed what is drawn on the slide: copies of it may be made anew. */
export const drawnEvent = 'slidedrawn';

/** Events that do to the time of the talk what the buttons of the speaker view do. */
export const timeEvents = { start: 'timestart', pause: 'timepause', reset: 'timereset' } as const;

/** Whether people asked their system for less motion. */
export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
