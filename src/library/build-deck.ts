import { buildPage } from '../../build.ts';
import type { Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { Report } from '../base/diagnostics/report.ts';
import { Inputs } from '../base/inputs.ts';
import { formatPath } from '../base/units.ts';
import type { PageSlide } from '../model/page.ts';
import { guarded } from './guarded.ts';
import { type DeckOptions, planDeck } from './options.ts';

export interface BuildDeckOptions extends DeckOptions {
  /** Omit speaker notes and the embedded source. */
  readonly share?: boolean;
  /** Keep links to remote images, video and audio. */
  readonly allowRemote?: boolean;
  /** Return a page also if the deck has errors, to show it to its author. */
  readonly preview?: boolean;
}

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
  const planned = planDeck(file, options);
  const { share = false, allowRemote = false, preview = false, signal } = options;
  const settings = { ...planned.options, share, allowRemote, isPreview: preview };
  const [report, inputs] = [new Report(), new Inputs()];
  const during = `building ${formatPath(planned.deck, settings.cwd)}`;
  const built = await guarded(during, signal, report, async () => {
    const page = await buildPage(planned.deck, settings, report, inputs);
    const isFinished = page !== undefined && (!report.hasErrors || preview);
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
