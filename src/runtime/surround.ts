import type { Part } from './part.ts';

/** Gives the screen beside a slide of another shape the slide's own colour. */
export const surround: Part = {
  present(deck) {
    const update = (): void => {
      const slide = deck.getCurrentSlide();
      if (!slide) return;
      document.body.style.setProperty('--surround', getComputedStyle(slide).backgroundColor);
    };
    deck.on('ready', update);
    deck.on('slidechanged', update);
  },
};
