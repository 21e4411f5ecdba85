import type { RevealApi } from 'reveal.js';

/** The slide with a number, from 1; the first or the last one if there is none. */
export function slideByNumber(deck: RevealApi, number: string): HTMLElement | undefined {
  const slides = deck.getSlides();
  return slides[Math.min(Number(number) || 1, slides.length) - 1];
}
