import type { Part } from '../feature.ts';

/** Gives the bar of progress the accent of the slide that is shown. */
export const progress: Part = {
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
