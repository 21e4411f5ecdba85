import type { RevealApi } from 'reveal.js';
import type { BrowserFeature } from '../feature.ts';
import { captureKeys, type KeyBinding, pressedKey, type Shortcut } from '../navigation/keyboard.ts';
import { fullScreen } from '../navigation/screen.ts';
import { SlideGrid } from './slide-grid.ts';

/** The overview: all slides at once, to go to one of them by keyboard, pointer or touch. */
export const overview: BrowserFeature = {
  present(deck) {
    let grid: SlideGrid | undefined;
    let releaseKeys = (): void => {};
    deck.on('overviewshown', () => {
      grid = new SlideGrid(deck.getSlides(), (slide) => {
        deck.toggleOverview(false);
        if (slide) goTo(slide, deck);
      });
      releaseKeys = captureKeys([toggle(deck), ...gridKeys(grid), fullScreen]);
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
    name: 'overview',
    group: 'find',
    press: () => deck.toggleOverview(),
  };
}

const arrows = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'];
const jumpKeys = ['Home', 'End', 'PageDown', 'PageUp'];

function gridKeys(grid: SlideGrid): readonly KeyBinding[] {
  return [
    { keys: [...arrows, ...jumpKeys], press: ({ key }) => grid.move(key) },
    { keys: [...'0123456789'], press: (event) => grid.type(pressedKey(event)) },
  ];
}

function goTo(slide: HTMLElement, deck: RevealApi): void {
  const { h, v } = deck.getIndices(slide);
  deck.slide(h, v);
}
