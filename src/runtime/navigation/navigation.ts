import type { RevealApi } from 'reveal.js';
import type { Part } from '../feature.ts';
import type { Shortcut } from './keyboard.ts';

export type Way = 'left' | 'right' | 'up' | 'down';

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
      keys: ['PageUp', 'Backspace', 'Shift+ '],
      name: 'Previous step',
      group: 'Walk',
      press: () => deck.prev(),
    },
    ...arrow(deck, 'ArrowRight', 'right'),
    ...arrow(deck, 'ArrowLeft', 'left'),
    ...arrow(deck, 'ArrowDown', 'down'),
    ...arrow(deck, 'ArrowUp', 'up'),
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

function arrow(deck: RevealApi, key: string, way: Way): readonly Shortcut[] {
  return [
    { keys: [key], name: 'Through the steps', group: 'Walk', press: () => go(deck, way) },
    {
      keys: [`Alt+${key}`],
      name: 'Through the slides',
      group: 'Walk',
      press: () => go(deck, way, true),
    },
  ];
}

/** Goes as an arrow points: to a step, or past them to a slide. */
export function go(deck: RevealApi, way: Way, skipFragments = false): void {
  if (isPlane(deck)) deck[way]({ skipFragments });
  else if (leadsOn(way)) deck.next({ skipFragments });
  else deck.prev({ skipFragments });
}

/** Whether slides lie both beside and below each other. */
function isPlane(deck: RevealApi): boolean {
  return deck.hasHorizontalSlides() && deck.hasVerticalSlides();
}

function leadsOn(way: Way): boolean {
  const rightToLeft = document.documentElement.dir === 'rtl';
  return way === 'down' || way === (rightToLeft ? 'left' : 'right');
}
