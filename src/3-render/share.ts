import type { Deck } from '../deck.ts';

/** A deck without what is only for its speaker: the notes. */
export function shareDeck(deck: Deck): Deck {
  const stacks = deck.stacks.map((stack) => stack.map((slide) => ({ ...slide, notes: [] })));
  return { ...deck, stacks };
}
