import { Report } from '../base/diagnostics/report.ts';
import type { Inputs } from '../base/inputs.ts';
import type { Deck } from '../model/deck.ts';
import { highlightAll } from './code/highlight.ts';
import { findEmoji } from './emoji.ts';
import { findIcons } from './icons/icons.ts';
import { typesetAll } from './math/typeset.ts';
import type { Resources } from './resources.ts';

/**
 * Colors a deck's code, typesets its formulas and finds its emoji and icons. Loads only the libraries
 * that the deck needs.
 */
export async function resolveDeck(deck: Deck, inputs: Inputs, report: Report): Promise<Resources> {
  const own = new Report();
  const [highlighted, formulas, emoji] = await Promise.all([
    highlightAll(deck.code, own),
    typesetAll(deck, own),
    findEmoji(deck.emoji),
  ]);
  const icons = findIcons(deck.icons, inputs, own);
  report.addAll(own.diagnostics);
  const isComplete = !own.hasErrors && !own.diagnostics.some(({ code }) => code === 'code-slow');
  return { highlighted, formulas, emoji, icons, isComplete };
}
