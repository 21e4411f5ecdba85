import { Report } from '../base/diagnostics/report.ts';
import type { Inputs } from '../base/inputs.ts';
import { noMemo } from '../base/memo/memo.ts';
import type { Deck } from '../model/deck.ts';
import type { Memo } from '../model/source.ts';
import { highlightAll } from './code/highlight.ts';
import { findFigures, formulasIn } from './diagram/figures.ts';
import { readDiagrams } from './diagram/read-diagrams.ts';
import { findEmoji } from './emoji.ts';
import { IconSets } from './icons/icon-sets.ts';
import { findIcons } from './icons/icons.ts';
import { typesetAll } from './math/typeset.ts';
import type { Resources } from './resources.ts';

/**
 * Colors a deck's code, typesets its formulas, reads its diagrams and finds its emoji and icons. Loads only the
 * libraries that the deck needs.
 *
 * @param memo shared by consecutive builds, so that unchanged code and diagrams are read once
 */
export async function resolveDeck(
  deck: Deck,
  inputs: Inputs,
  report: Report,
  memo: Memo = noMemo,
): Promise<Resources> {
  const own = new Report();
  const [highlighted, diagrams, emoji] = await Promise.all([
    highlightAll(deck, own, memo),
    readDiagrams(deck.diagrams, memo, own),
    findEmoji(deck.emoji),
  ]);
  const inDiagrams = formulasIn(diagrams);
  const labels = [...inDiagrams.values()].flat().filter((formula) => formula !== undefined);
  const formulas = await typesetAll(deck, labels, own);
  const sets = new IconSets(inputs);
  const icons = findIcons(deck.icons, sets, own);
  const figures = findFigures(diagrams, inDiagrams, formulas, sets, own);
  report.addAll(own.diagnostics);
  const isMissing = [...figures.values()].some((all) => all.includes(undefined));
  const isSlow = own.diagnostics.some(({ code }) => code === 'code-slow');
  const isComplete = !own.hasErrors && !isMissing && !isSlow;
  return { highlighted, formulas, diagrams, figures, emoji, icons, isComplete };
}
