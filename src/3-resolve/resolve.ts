import { Report } from '../base/diagnostics/report.ts';
import type { Inputs } from '../base/inputs.ts';
import { noMemo } from '../base/memo.ts';
import type { Deck } from '../model/deck.ts';
import type { Memo } from '../model/source.ts';
import { highlightAll } from './code/highlight.ts';
import { readDiagrams } from './diagram/read-diagrams.ts';
import { findEmoji } from './emoji.ts';
import { findIcons } from './icons/icons.ts';
import { typesetAll } from './math/typeset.ts';
import type { Resources } from './resources.ts';

/**
 * Colors a deck's code, typesets its formulas, reads its diagrams and finds its emoji and icons. Loads only the
 * libraries that the deck needs.
 *
 * @param memo shared by consecutive builds, so that unchanged diagrams are read once
 */
export async function resolveDeck(
  deck: Deck,
  inputs: Inputs,
  report: Report,
  memo: Memo = noMemo,
): Promise<Resources> {
  const own = new Report();
  const [highlighted, formulas, diagrams, emoji] = await Promise.all([
    highlightAll(deck.code, own),
    typesetAll(deck, own),
    readDiagrams(deck.diagrams, memo, own),
    findEmoji(deck.emoji),
  ]);
  const icons = findIcons(deck.icons, inputs, own);
  report.addAll(own.diagnostics);
  const isComplete = !own.hasErrors && !own.diagnostics.some(({ code }) => code === 'code-slow');
  return { highlighted, formulas, diagrams, emoji, icons, isComplete };
}
