import { simplify } from '../3-resolve/math/simplify.ts';
import type { Resources } from '../3-resolve/resources.ts';
import type { Deck } from '../model/deck.ts';
import type { DeckContents } from '../model/page.ts';
import { writeMathNode } from './math.ts';

/** The deck and what its libraries have found, for formats that do not start from its page. */
export function contentsOf(deck: Deck, resources: Resources): DeckContents {
  const { highlighted, emoji, icons, formulas } = resources;
  return {
    deck,
    highlighted,
    emoji,
    icons,
    mathml(formula) {
      const tree = formulas.get(formula);
      return tree && simplify(tree).map(writeMathNode).join('');
    },
  };
}
