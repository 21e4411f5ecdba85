import type { RevealApi } from 'reveal.js';
import type { Shortcut } from './keyboard.ts';
import type { Part } from './part.ts';

type Way = 'left' | 'right' | 'up' | 'down';

/** The keys and the clickers that lead through the deck. */
export const walk: Part = {
  shortcuts: (deck) => [
    {
      keys: [' ', 'PageDown', 'Enter', 'n'],
      name: 'Next step',
      group: 'Walk',
      press: () => deck.next(),
    },
    {
      keys: ['Shift+ ', 'PageUp', 'Backspace'],
      name: 'Previous step',
      group: 'Walk',
      press: () => deck.prev(),
    },
    arrow(deck, 'ArrowRight', 'right'),
    arrow(deck, 'ArrowLeft', 'left'),
    arrow(deck, 'ArrowDown', 'down'),
    arrow(deck, 'ArrowUp', 'up'),
    {
      keys: ['Home', 'Shift+ArrowLeft'],
      name: 'First slide',
      group: 'Walk',
      press: () => deck.slide(0, 0),
    },
    {
      keys: ['End', 'Shift+ArrowRight'],
      name: 'Last slide',
      group: 'Walk',
      press: () => deck.slide(deck.getHorizontalSlides().length - 1, Number.MAX_VALUE),
    },
  ],
};

const names: Readonly<Record<Way, string>> = {
  right: 'To the right',
  left: 'To the left',
  down: 'Down',
  up: 'Up',
};

/** With `Alt`, whole slides at once. */
function arrow(deck: RevealApi, key: string, way: Way): Shortcut {
  const go = ({ altKey: skipFragments }: KeyboardEvent): void => {
    if (isPlane(deck)) deck[way]({ skipFragments });
    else if (leadsOn(way)) deck.next({ skipFragments });
    else deck.prev({ skipFragments });
  };
  return { keys: [key, `Alt+${key}`], name: names[way], group: 'Walk', press: go };
}

/** Whether slides lie both beside and below each other. */
function isPlane(deck: RevealApi): boolean {
  return deck.hasHorizontalSlides() && deck.hasVerticalSlides();
}

function leadsOn(way: Way): boolean {
  const rightToLeft = document.documentElement.dir === 'rtl';
  return way === 'down' || way === (rightToLeft ? 'left' : 'right');
}
