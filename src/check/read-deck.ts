import { loadDeck } from '../1-load/load.ts';
import { parseDeck } from '../2-parse/parse.ts';
import { Report } from '../base/diagnostics/report.ts';
import { Inputs } from '../base/inputs.ts';
import type { PlannedDeck } from '../base/pipeline.ts';
import type { Deck } from '../model/deck.ts';
import { type SlideText, slideTexts } from './slide-text.ts';
import { type NumberedSlide, type Part, partsOf } from './source/tree/parts.ts';

/** A deck as the rules for its source see it. */
export interface ReadDeck {
  readonly deck: Deck;
  readonly slides: readonly NumberedSlide[];
  /** What it says, element by element. */
  readonly parts: readonly Part[];
  /** The texts of its slides. */
  readonly texts: readonly SlideText[];
}

/**
 * Reads a deck. What is wrong with it is reported when its page is built.
 *
 * @returns `undefined` if it cannot be read
 */
export function readDeck({ deck: file, options }: PlannedDeck): ReadDeck | undefined {
  const report = new Report();
  const source = loadDeck(file, options, new Inputs(), report);
  if (!source) return undefined;
  const deck = parseDeck(source, report);
  const slides = deck.stacks.flat().map((slide, index) => ({ slide, number: index + 1 }));
  return { deck, slides, parts: partsOf(deck, slides), texts: slideTexts(source) };
}
