import type { Deck, Slide } from '../model/deck.ts';

/** Removes the speaker notes from a deck. */
export function withoutNotes(deck: Deck): Deck {
  const stacks = deck.stacks.map((stack) => stack.map(stripNotes));
  return { ...deck, stacks };
}

/** Also drops `content`, which identifies a slide including its notes. */
function stripNotes({ content, ...slide }: Slide): Slide {
  return { ...slide, notes: [] };
}
