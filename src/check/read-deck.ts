import { loadDeck } from '../1-load/load.ts';
import { parseDeck } from '../2-parse/parse.ts';
import { readDiagrams } from '../3-resolve/diagram/read-diagrams.ts';
import { Report } from '../base/diagnostics/report.ts';
import { Inputs } from '../base/inputs.ts';
import { noMemo } from '../base/memo/memo.ts';
import type { PlannedDeck } from '../base/pipeline.ts';
import type { Deck } from '../model/deck.ts';
import type { Dialect } from '../model/source.ts';
import { type SlideText, slideTexts } from './slide-text.ts';
import { type NumberedSlide, numberedSlides, type Part, partsOf } from './source/tree/parts.ts';

/** A deck as the rules for its source see it. */
export interface ReadDeck {
  readonly deck: Deck;
  /** What it was written for. */
  readonly dialect: Dialect;
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
export async function readDeck(planned: PlannedDeck): Promise<ReadDeck | undefined> {
  const opened = await openDeck(planned);
  if (!opened) return undefined;
  const { source, deck } = opened;
  const { memo = noMemo } = planned.options;
  const diagrams = await readDiagrams(deck.diagrams, memo, new Report());
  const slides = numberedSlides(deck);
  const { dialect } = source;
  const parts = [...partsOf(deck, slides, diagrams)];
  return { deck, dialect, slides, parts, texts: slideTexts(source) };
}

/** The count of a deck's slides; 0 if it cannot be read. */
export async function countSlides(planned: PlannedDeck): Promise<number> {
  return (await openDeck(planned))?.deck.stacks.flat().length ?? 0;
}

async function openDeck({ deck: file, options }: PlannedDeck) {
  const report = new Report();
  const source = await loadDeck(file, options, new Inputs(), report);
  return source && { source, deck: parseDeck(source, report) };
}
