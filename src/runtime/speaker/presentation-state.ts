import type { RevealApi } from 'reveal.js';
import { countShownSteps, countSteps } from '../slides/slide-copy.ts';
import { titleOf } from '../slides/slide-tile.ts';
import { fill, words } from '../words.ts';
import type { SlideStep } from './slide-frame.ts';

/** What the presenter window shows, and the next step. */
export interface PresentationState {
  readonly current: SlideStep;
  readonly next: SlideStep | undefined;
  /** The index of the slide. */
  readonly index: number;
  readonly total: number;
  readonly title: string;
  readonly stepsLeft: number;
  /** Whether the audience sees a black or white screen. */
  readonly isBlank: boolean;
}

export function readState(deck: RevealApi): PresentationState | undefined {
  const slides = deck.getSlides();
  const slide = deck.getCurrentSlide();
  if (!slide) return undefined;
  return stateAt(slides, slides.indexOf(slide), countShownSteps(slide), deck.isPaused());
}

/**
 * @param index the index of the slide
 * @param taken the number of its steps already shown
 * @returns `undefined` if there is no such slide
 */
export function stateAt(
  slides: readonly HTMLElement[],
  index: number,
  taken: number,
  isBlank: boolean,
): PresentationState | undefined {
  const slide = slides[index];
  if (!slide) return undefined;
  const steps = countSteps(slide);
  const step = Math.min(taken, steps);
  const following = slides[index + 1];
  const nextSlide = following && { slide: following, step: 0 };
  return {
    current: { slide, step },
    next: step < steps ? { slide, step: step + 1 } : nextSlide,
    index,
    total: slides.length,
    title: titleOf(slide),
    stepsLeft: steps - step,
    isBlank,
  };
}

/** The caption of the next slide. */
export function describeNext({ current, next, index }: PresentationState): string {
  if (!next) return words().endOfDeck;
  if (next.slide === current.slide) return words().nextStep;
  return fill(words().nextSlide, `${index + 2} ${titleOf(next.slide)}`);
}
