import type { WriteStream } from 'node:tty';

/** The environment of a command. Passed in, so that tests can observe it. */
export interface Terminal {
  /** The working folder: absolute, with links resolved. */
  readonly cwd: string;
  /** Whether the error stream is a terminal with colors. */
  readonly colors: boolean;
  /** Whether the output stream is a terminal with colors; absent if not. */
  readonly outputColors?: boolean;
  /** The width of the error stream's terminal, in characters; absent if it is not a terminal. */
  readonly columns?: number;
  /** Whether a person reads the output as it comes; absent if not. */
  readonly isInteractive?: boolean;
  /** Whether the stack of an internal error is shown. */
  readonly debug: boolean;
  /** Results. */
  print(text: string): void;
  /** Diagnostics and progress. */
  printError(text: string): void;
}

/** The working folder was deleted. */
export class NoWorkingFolderError extends Error {}

/** The terminal of this process. A reader that closes the pipe, such as `head`, is not an error. @throws {NoWorkingFolderError} */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endWithoutOutput);
  return {
    cwd: workingFolder(),
    colors: hasColors(process.stderr),
    outputColors: hasColors(process.stdout),
    isInteractive: isWatched(process.stdout),
    ...(isWatched(process.stderr) && { columns: process.stderr.columns }),
    debug: Boolean(process.env.LECTERN_DEBUG),
    print: (text) => process.stdout.write(text),
    printError: (text) => process.stderr.write(text),
  };
}

function workingFolder(): string {
  try {
    return process.cwd();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new NoWorkingFolderError('the folder in which the terminal is was deleted');
  }
}

/** A full disk, for example. What is written to the other stream is still read. */
function endWithoutOutput({ code, message }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE') return;
  if (!process.stderr.errored)
    process.stderr.write(`lectern: cannot write the output: ${message}\n`);
  process.exit(1);
}

/** CI may also provide a terminal, but its log keeps all overwritten progress lines. */
function isWatched(stream: WriteStream): boolean {
  return stream.isTTY === true && !process.env.CI && process.env.TERM !== 'dumb';
}

/** See https://no-color.org */
function hasColors(stream: WriteStream): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR && stream.hasColors();
}
