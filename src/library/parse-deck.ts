import { loadDeck } from '../1-load/load.ts';
import { parseDeck as parseSource } from '../2-parse/parse.ts';
import type { Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { reportFor } from '../base/diagnostics/foreign-report.ts';
import { Report } from '../base/diagnostics/report.ts';
import { Inputs } from '../base/inputs.ts';
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
  const planned = planDeck(file, options);
  const [report, inputs] = [new Report(), new Inputs()];
  const during = `reading ${formatPath(planned.deck, planned.options.cwd)}`;
  const deck = await guarded(during, options.signal, report, async () => {
    const source = await loadDeck(planned.deck, planned.options, inputs, report);
    options.signal?.throwIfAborted();
    return source && parseSource(source, reportFor(source.dialect, report));
  });
  return { ...(deck && { deck }), diagnostics: report.diagnostics, inputs: [...inputs.files] };
}
