import type { Deck, Slide } from '../model/deck.ts';

/** A deck without what is only for its speaker: the notes. */
export function shareDeck(deck: Deck): Deck {
  const stacks = deck.stacks.map((stack) => stack.map(withoutNotes));
  return { ...deck, stacks };
}

/** Its content is another one by that, which nobody knows yet. */
function withoutNotes({ content, ...slide }: Slide): Slide {
  return { ...slide, notes: [] };
}
