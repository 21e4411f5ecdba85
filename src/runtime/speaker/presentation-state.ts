import type { RevealApi } from 'reveal.js';
import { countSteps, countTaken } from '../slides/slide-copy.ts';
import { titleOf } from '../slides/slide-tile.ts';
import type { Moment } from './slide-frame.ts';

/** What the stage shows, and what comes next. */
export interface Scene {
  readonly current: Moment;
  readonly next: Moment | undefined;
  /** Of the slide, from 0. */
  readonly place: number;
  readonly total: number;
  readonly title: string;
  readonly stepsLeft: number;
  /** Whether the audience sees a black screen instead. */
  readonly isDark: boolean;
}

export function readScene(deck: RevealApi): Scene | undefined {
  const slides = deck.getSlides();
  const slide = deck.getCurrentSlide();
  if (!slide) return undefined;
  return sceneAt(slides, slides.indexOf(slide), countTaken(slide), deck.isPaused());
}

/**
 * @param place of the slide, from 0
 * @param taken how many of its steps were taken
 * @returns nothing where there is no such slide
 */
export function sceneAt(
  slides: readonly HTMLElement[],
  place: number,
  taken: number,
  isDark: boolean,
): Scene | undefined {
  const slide = slides[place];
  if (!slide) return undefined;
  const steps = countSteps(slide);
  const step = Math.min(taken, steps);
  const following = slides[place + 1];
  const nextSlide = following && { slide: following, step: 0 };
  return {
    current: { slide, step },
    next: step < steps ? { slide, step: step + 1 } : nextSlide,
    place,
    total: slides.length,
    title: titleOf(slide),
    stepsLeft: steps - step,
    isDark,
  };
}

/** What the view says of the next picture. */
export function nameNext({ current, next, place }: Scene): string {
  if (!next) return 'The deck ends here';
  if (next.slide === current.slide) return 'Next step';
  return `Next: ${place + 2} ${titleOf(next.slide)}`;
}
