import { buildPage } from '../../build.ts';
import type { Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { Report } from '../base/diagnostics/report.ts';
import { Inputs } from '../base/inputs.ts';
import type { PlannedDeck } from '../base/pipeline.ts';
import { formatPath } from '../base/units.ts';
import type { PageSlide } from '../model/page.ts';
import { guarded } from './guarded.ts';
import { type DeckOptions, type PageOptions, pageSettings, planDeck } from './options.ts';

export interface BuildDeckOptions extends DeckOptions, PageOptions {}

export interface BuiltDeck {
  /** The finished file; absent if the deck has errors. */
  readonly html?: string;
  readonly title: string;
  readonly slides: readonly PageSlide[];
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of the files that the result depends on, also those that do not exist. */
  readonly inputs: readonly string[];
}

/** Builds one HTML file from a deck, as `lectern build` does, and returns it. */
export async function buildDeck(file: string, options: BuildDeckOptions = {}): Promise<BuiltDeck> {
  const { deck, options: own } = planDeck(file, options);
  return buildPlanned({ deck, options: { ...own, ...pageSettings(options) } });
}

/** @throws only the reason of the signal */
export async function buildPlanned({ deck, options }: PlannedDeck): Promise<BuiltDeck> {
  const [report, inputs] = [new Report(), new Inputs()];
  const during = `building ${formatPath(deck, options.cwd)}`;
  const built = await guarded(during, options.signal, report, async () => {
    const page = await buildPage(deck, options, report, inputs);
    const isFinished = page !== undefined && (!report.hasErrors || options.isPreview);
    return page && { page, ...(isFinished && { html: page.html }) };
  });
  return {
    title: built?.page.title ?? '',
    slides: built?.page.slides ?? [],
    ...(built?.html !== undefined && { html: built.html }),
    diagnostics: report.diagnostics,
    inputs: [...inputs.files],
  };
}
