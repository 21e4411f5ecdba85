import { loadDeck } from '../1-load/load.ts';
import { parseDeck as parseSource } from '../2-parse/parse.ts';
import type { Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { reportFor } from '../base/diagnostics/foreign-report.ts';
import { Report } from '../base/diagnostics/report.ts';
import { Inputs } from '../base/inputs.ts';
import type { PlannedDeck } from '../base/pipeline.ts';
import { formatPath } from '../base/units.ts';
import type { Deck } from '../model/deck.ts';
import { guarded } from './guarded.ts';
import { type DeckOptions, planDeck } from './options.ts';

export interface ParsedDeck {
  /** Its slides with their blocks, each with its place in the source; absent if the deck cannot be read. */
  readonly deck?: Deck;
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of the files that the result depends on, also those that do not exist. */
  readonly inputs: readonly string[];
}

/** Reads a deck without rendering it. */
export async function parseDeck(file: string, options: DeckOptions = {}): Promise<ParsedDeck> {
  return parsePlanned(planDeck(file, options));
}

/** @throws only the reason of the signal */
export async function parsePlanned({ deck: file, options }: PlannedDeck): Promise<ParsedDeck> {
  const [report, inputs] = [new Report(), new Inputs()];
  const { cwd, signal } = options;
  const deck = await guarded(`reading ${formatPath(file, cwd)}`, signal, report, async () => {
    const source = await loadDeck(file, options, inputs, report);
    signal?.throwIfAborted();
    return source && parseSource(source, reportFor(source.dialect, report));
  });
  return { ...(deck && { deck }), diagnostics: report.diagnostics, inputs: [...inputs.files] };
}
