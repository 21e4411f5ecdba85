import { suggest } from '../../base/diagnostics/suggest.ts';
import { ownValue } from '../../base/own-value.ts';
import type { Terminal } from '../../base/terminal.ts';
import type { FixedFile } from '../../check/fix/fix-deck.ts';
import { type Progress, silentProgress } from '../progress.ts';
import { UsageError } from '../usage-error.ts';
import type { DeckResult, RunResult } from './deck-result.ts';
import { formatFix } from './fix-files.ts';
import { githubOutput } from './github-output.ts';
import { jsonOutput } from './json-output.ts';
import { sarifOutput } from './sarif-output.ts';
import { textOutput } from './text-output.ts';

/** Prints the progress and result of a check. */
export interface CheckOutput {
  readonly progress: Progress;
  /** A file in which something is corrected. */
  fixed(file: FixedFile): void;
  checked(result: DeckResult): void;
  end(run: RunResult): void;
}

export interface OutputFlags {
  readonly format?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

type Create = (terminal: Terminal, flags: OutputFlags) => CheckOutput;

const outputs: Readonly<Record<string, Create>> = {
  text: textOutput,
  json: atEnd(jsonOutput),
  sarif: atEnd(sarifOutput),
  github: atEnd(githubOutput),
};

/** @throws {UsageError} for an unknown format */
export function chooseOutput(flags: OutputFlags, terminal: Terminal): CheckOutput {
  const name = flags.json ? 'json' : (flags.format ?? 'text');
  const create = ownValue(outputs, name);
  if (!create) {
    throw new UsageError(`unknown format "${name}"`, suggest(name, Object.keys(outputs)));
  }
  if (flags.json && flags.format !== undefined && flags.format !== 'json') {
    throw new UsageError(`--json and --format ${flags.format} exclude each other`);
  }
  return create(terminal, flags);
}

/** Prints a text once all decks are checked. */
function atEnd(format: (run: RunResult, cwd: string) => string): Create {
  return (terminal) => ({
    progress: silentProgress,
    fixed: (file) => terminal.printError(formatFix(file, terminal.cwd, terminal.colors)),
    checked() {},
    end: (run) => terminal.print(format(run, terminal.cwd)),
  });
}
