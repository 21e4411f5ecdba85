import type { BrowserFeature } from '../feature.ts';

/** Colors the progress bar with the accent color of the current slide. */
export const progress: BrowserFeature = {
  present(deck) {
    let bar: HTMLElement | null | undefined;
    const paint = (): void => {
      const slide = deck.getCurrentSlide();
      bar ??= deck.getRevealElement()?.querySelector<HTMLElement>(':scope > .progress');
      if (slide && bar)
        bar.style.color = getComputedStyle(slide).getPropertyValue('--color-accent');
    };
    for (const event of ['ready', 'slidechanged']) deck.on(event, paint);
  },
};
