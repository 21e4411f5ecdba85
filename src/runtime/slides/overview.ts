import type { RevealApi } from 'reveal.js';
import type { BrowserFeature } from '../feature.ts';
import { captureKeys, type KeyBinding, pressedKey, type Shortcut } from '../navigation/keyboard.ts';
import { fullScreen } from '../navigation/screen.ts';
import { parsed } from '../parsed.ts';
import { SlideGrid } from './slide-grid.ts';

/** The overview: all slides at once, to go to one of them by keyboard, pointer or touch. */
export const overview: BrowserFeature = {
  present(deck) {
    let kept: SlideGrid | undefined;
    let shown: SlideGrid | undefined;
    let releaseKeys = (): void => {};
    const prepare = (): SlideGrid => {
      const slides = deck.getSlides();
      if (!kept?.shows(slides)) {
        kept = new SlideGrid(slides, (slide) => {
          deck.toggleOverview(false);
          if (slide) goTo(slide, deck);
        });
      }
      return kept;
    };
    deck.on('overviewshown', () => {
      const grid = prepare();
      shown = grid;
      releaseKeys = captureKeys([toggle(deck), ...gridKeys(grid), fullScreen]);
      grid.show(deck.getCurrentSlide());
    });
    deck.on('overviewhidden', () => {
      releaseKeys();
      shown?.remove();
      shown = undefined;
    });
    deck.on('slidechanged', () => shown?.mark(deck.getCurrentSlide()));
    // Some time before it is asked for. Not in Safari, where it is built when it is opened.
    deck.on('ready', async () => {
      await parsed;
      globalThis.requestIdleCallback?.(prepare);
    });
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
