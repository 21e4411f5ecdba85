import type { LoadPipeline } from '../base/pipeline.ts';
import type { Terminal } from '../base/terminal.ts';
import type { OptionTable } from './arguments.ts';

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

/** The exit codes of all commands. */
export const exitCodes = { done: 0, failed: 1, usage: 2 } as const;
