import type { Report } from '../base/diagnostics.ts';
import type { Terminal } from '../base/terminal.ts';
import type { BuildOptions, BuiltPage, Page } from '../model/deck.ts';
import type { OptionTable } from './arguments.ts';

/** The pipeline, as `build.ts` has it, or one that knows pages from before. */
export type BuildPage<Made extends Page = Page> = (
  deckFile: string,
  options: BuildOptions,
  report: Report,
) => Promise<Made | undefined>;

/**
 * Loads the pipeline, once a command needs it: that takes longer than all that `--version` does.
 * Passed in, because `build.ts` runs a command itself.
 */
export type LoadPipeline = () => Promise<BuildPage<BuiltPage>>;

export interface Command {
  readonly name: string;
  /** What it does: a verb and its object. */
  readonly summary: string;
  /** The operands in the usage line. */
  readonly operands: string;
  /** What the operands mean, as lines of up to 80 characters. */
  readonly details: string;
  readonly options: OptionTable;
  readonly examples: readonly string[];
  /** @returns the exit code */
  run(argv: readonly string[], terminal: Terminal, loadPipeline: LoadPipeline): Promise<number>;
}

/** What a command makes of a run. */
export const exitCodes = { done: 0, faults: 1, usage: 2 } as const;
