import type { BuiltPage, Page } from '../model/page.ts';
import type { BuildOptions } from '../model/source.ts';
import type { Report } from './diagnostics/report.ts';
import type { Inputs } from './inputs.ts';

/** The pipeline, as `build.ts` has it, or one that knows pages from before. */
export type BuildPage<Made extends Page = Page> = (
  deckFile: string,
  options: BuildOptions,
  report: Report,
  inputs?: Inputs,
) => Promise<Made | undefined>;

/**
 * Loads the pipeline, once a command needs it: that takes longer than all that `--version` does.
 * Passed in, because `build.ts` runs a command itself.
 */
export type LoadPipeline = () => Promise<BuildPage<BuiltPage>>;

/** A deck that a command works on. Paths are absolute. */
export interface PlannedDeck {
  readonly deck: string;
  readonly options: BuildOptions;
}
