import type { RevealApi } from 'reveal.js';
import type { Part } from './part.ts';
import { SlideGrid } from './slide-grid.ts';

let grid: SlideGrid | undefined;

/** Shows all slides at once, to look through and to go to one, by key, pointer or touch. */
export const overview: Part = {
  present(deck) {
    deck.on('overviewshown', () => {
      grid = new SlideGrid(deck.getSlides(), (slide) => {
        deck.toggleOverview(false);
        if (slide) goTo(slide, deck);
      });
      grid.show(deck.getCurrentSlide());
    });
    deck.on('overviewhidden', () => {
      grid?.remove();
      grid = undefined;
    });
    deck.on('slidechanged', () => grid?.mark(deck.getCurrentSlide()));
  },
  shortcuts: (deck) => [
    {
      keys: ['o', 'Escape'],
      name: 'All slides',
      group: 'Find',
      press: () => deck.toggleOverview(),
    },
    {
      keys: [
        'ArrowRight',
        'ArrowLeft',
        'ArrowDown',
        'ArrowUp',
        'Home',
        'End',
        'PageDown',
        'PageUp',
      ],
      name: 'Through all slides',
      group: 'Find',
      press: ({ key }) => (grid ? grid.move(key) : false),
    },
    {
      keys: [...'0123456789'],
      name: 'To a slide by its number',
      group: 'Find',
      press: ({ key }) => (grid ? grid.type(key) : false),
    },
  ],
};

function goTo(slide: HTMLElement, deck: RevealApi): void {
  const { h, v } = deck.getIndices(slide);
  deck.slide(h, v);
}
