import type { RevealApi } from 'reveal.js';
import type { Shortcut } from './navigation/keyboard.ts';
import type { CopyPainter } from './slides/slide-copy.ts';

/** A feature of the page in the browser, and what it does in each view. */
export interface BrowserFeature {
  /** Called once, before the deck starts. */
  readonly present?: (deck: RevealApi) => void;
  /** Its keyboard shortcuts. */
  readonly shortcuts?: (deck: RevealApi) => readonly Shortcut[];
  /** A sentence for the help if this browser does not support the feature. */
  readonly limitation?: () => string | undefined;
  /** Shows it on a copy of a slide at one of its steps. */
  readonly showOnCopy?: CopyPainter;
  /** Prepares printing, at once and without animation; returns a function that reverts it. */
  readonly print?: () => () => void;
}

/** Events that change the step of the current slide. */
export const stepEvents = ['fragmentshown', 'fragmenthidden'] as const;

/** Dispatched when the drawing on the slide has changed, so that copies can be updated. */
export const drawingChangedEvent = 'slidedrawn';

/** Events that control the timer, like the buttons of the speaker view. */
export const timerEvents = { start: 'timestart', pause: 'timepause', reset: 'timereset' } as const;

/** Whether the system asks for reduced motion. */
export function prefersReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
