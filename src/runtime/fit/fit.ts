import type { RevealApi } from 'reveal.js';
import type { BrowserFeature } from '../feature.ts';
import { fitSlides, forgetFits } from './fit-slide.ts';

/** Shrinks slides whose content would not fit, each before it is painted. */
export const fit: BrowserFeature = {
  present(deck) {
    // It also comes before the first slide, and before one that was edited.
    deck.on('beforeslidechange', (event) => {
      const { indexh, indexv } = event as Event & SlideIndices;
      fitShown(deck.getSlide(indexh, indexv));
    });
    addEventListener('load', () => {
      fitAgain(deck);
      observeSpacing(() => fitAgain(deck));
    });
  },
};

/** Readers may set the spacing of text in their browsers: the skip link has a size that only this changes. */
function observeSpacing(change: () => void): void {
  const text = document.querySelector('.skip');
  if (text) new ResizeObserver(change).observe(text);
}

interface SlideIndices {
  readonly indexh: number;
  readonly indexv: number;
}

/** Measures again, after fonts, images or styles have come that change the sizes of contents. */
export function fitAgain(deck: RevealApi): void {
  forgetFits();
  fitShown(deck.getCurrentSlide());
}

function fitShown(slide: HTMLElement | undefined): void {
  // In the reading view, slides are as high as their content.
  if (document.documentElement.classList.contains('live')) fitSlides([slide]);
}
