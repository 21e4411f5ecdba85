import type { RevealApi } from 'reveal.js';
import type { BrowserFeature } from '../feature.ts';
import type { Shortcut } from './keyboard.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Navigation by keyboard and clicker. */
export const navigation: BrowserFeature = {
  shortcuts: (deck) => [
    {
      keys: [' ', 'PageDown', 'Enter', 'n'],
      name: 'nextStep',
      group: 'navigation',
      press: () => deck.next(),
    },
    {
      keys: ['PageUp', 'Backspace', 'Shift+ '],
      name: 'previousStep',
      group: 'navigation',
      press: () => deck.prev(),
    },
    ...arrow(deck, 'ArrowRight', 'right'),
    ...arrow(deck, 'ArrowLeft', 'left'),
    ...arrow(deck, 'ArrowDown', 'down'),
    ...arrow(deck, 'ArrowUp', 'up'),
    {
      keys: ['Home', 'Shift+ArrowLeft'],
      name: 'firstSlide',
      group: 'navigation',
      press: () => deck.slide(0, 0),
    },
    {
      keys: ['End', 'Shift+ArrowRight'],
      name: 'lastSlide',
      group: 'navigation',
      press: () => deck.slide(deck.getHorizontalSlides().length - 1, Number.MAX_VALUE),
    },
  ],
};

function arrow(deck: RevealApi, key: string, direction: Direction): readonly Shortcut[] {
  return [
    {
      keys: [key],
      name: 'moveByStep',
      group: 'navigation',
      press: () => moveTowards(deck, direction),
    },
    {
      keys: [`Alt+${key}`],
      name: 'moveBySlide',
      group: 'navigation',
      press: () => moveTowards(deck, direction, true),
    },
  ];
}

/** Moves in a direction: to the next step, or to the next slide. */
export function moveTowards(deck: RevealApi, direction: Direction, skipFragments = false): void {
  if (isGrid(deck)) deck[direction]({ skipFragments });
  else if (isForward(direction)) deck.next({ skipFragments });
  else deck.prev({ skipFragments });
}

/** Whether the deck has both several columns and stacks. */
function isGrid(deck: RevealApi): boolean {
  return deck.hasHorizontalSlides() && deck.hasVerticalSlides();
}

function isForward(direction: Direction): boolean {
  const rightToLeft = document.documentElement.dir === 'rtl';
  return direction === 'down' || direction === (rightToLeft ? 'left' : 'right');
}
