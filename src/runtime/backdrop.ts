import type { Part } from './part.ts';

/** Lets a slide's ground go on beside it, where the screen has another shape. */
export const backdrop: Part = {
  present(deck) {
    const { body } = document;
    const paint = (): void => {
      const slide = deck.getCurrentSlide();
      const ground = slide && !deck.isOverview() ? getComputedStyle(slide).backgroundColor : '';
      // A slide without a ground of its own leaves the page's.
      body.style.backgroundColor = /^rgba\(.*, 0\)$|^transparent$/.test(ground) ? '' : ground;
    };
    for (const event of ['ready', 'slidechanged', 'overviewshown', 'overviewhidden']) {
      deck.on(event, paint);
    }
  },
};
