import type { RevealApi } from 'reveal.js';
import type { Part } from '../feature.ts';
import { holdKeys, type KeyAction, nameKey, type Shortcut } from '../navigation/keyboard.ts';
import { fullScreen } from '../navigation/screen.ts';
import { SlideGrid } from './slide-grid.ts';

/** Shows all slides at once, to look through and to go to one, by key, pointer or touch. */
export const overview: Part = {
  present(deck) {
    let grid: SlideGrid | undefined;
    let releaseKeys = (): void => {};
    deck.on('overviewshown', () => {
      grid = new SlideGrid(deck.getSlides(), (slide) => {
        deck.toggleOverview(false);
        if (slide) goTo(slide, deck);
      });
      releaseKeys = holdKeys([toggle(deck), ...ways(grid), fullScreen]);
      grid.show(deck.getCurrentSlide());
    });
    deck.on('overviewhidden', () => {
      releaseKeys();
      grid?.remove();
      grid = undefined;
    });
    deck.on('slidechanged', () => grid?.mark(deck.getCurrentSlide()));
  },
  shortcuts: (deck) => [toggle(deck)],
};

function toggle(deck: RevealApi): Shortcut {
  return {
    keys: ['o', 'Escape'],
    name: 'All slides',
    group: 'Find',
    press: () => deck.toggleOverview(),
  };
}

const arrows = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'];
const leaps = ['Home', 'End', 'PageDown', 'PageUp'];

function ways(grid: SlideGrid): readonly KeyAction[] {
  return [
    { keys: [...arrows, ...leaps], press: ({ key }) => grid.move(key) },
    { keys: [...'0123456789'], press: (event) => grid.type(nameKey(event)) },
  ];
}

function goTo(slide: HTMLElement, deck: RevealApi): void {
  const { h, v } = deck.getIndices(slide);
  deck.slide(h, v);
}
