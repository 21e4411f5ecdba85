import type { BuiltPage, Page } from '../model/page.ts';
import type { BuildOptions } from '../model/source.ts';
import type { Report } from './diagnostics/report.ts';
import type { Inputs } from './inputs.ts';

/** The pipeline of `build.ts`, or one that reuses earlier pages. */
export type BuildPage<Made extends Page = Page> = (
  deckFile: string,
  options: BuildOptions,
  report: Report,
  inputs?: Inputs,
) => Promise<Made | undefined>;

/**
 * Loads the pipeline when a command needs it, as loading takes longer than all of `--version`.
 * Passed in, because `build.ts` runs a command itself.
 */
export type LoadPipeline = () => Promise<BuildPage<BuiltPage>>;

/** A deck that a command works on. Paths are absolute. */
export interface PlannedDeck {
  readonly deck: string;
  readonly options: BuildOptions;
}
