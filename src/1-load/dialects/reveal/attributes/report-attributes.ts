import { findName } from '../../shared/find-name.ts';
import { areMany, nameList } from '../../shared/name-list.ts';
import { whyUnused } from '../../shared/reveal-unused.ts';
import type { Stretch } from '../slide-part.ts';
import type { DeckTranslation } from '../translation-state.ts';
import type { AttributeValues } from './comment-attributes.ts';

/**
 * Reports the attributes of a slide that change nothing here.
 *
 * @param others the names of those that have no counterpart
 * @param within where they are written
 */
export function reportAttributes(
  attributes: AttributeValues,
  others: readonly string[],
  within: Stretch,
  deck: DeckTranslation,
): void {
  const [first = ''] = others;
  if (areMany(others)) {
    reportAttribute(first, `slides have no attributes ${nameList(others)} here`, within, deck);
  } else {
    for (const name of others) {
      reportAttribute(name, `slides have no attribute "${name}" here`, within, deck);
    }
  }
  for (const [name, value] of attributes) {
    const message = whyUnused(name.replace(/^data-/, ''), value);
    if (message !== undefined) reportAttribute(name, message, within, deck);
  }
}

function reportAttribute(
  name: string,
  message: string,
  { start, end }: Stretch,
  deck: DeckTranslation,
): void {
  const at = findName(deck.author.text.slice(start, end), name);
  const place = start + Math.max(0, at);
  deck.unmapped(message, place, place + (at < 0 ? 1 : name.length));
}
