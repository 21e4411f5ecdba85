import type { WriteStream } from 'node:tty';

/** What a command sees of the process that runs it. Passed in, so that tests can look on. */
export interface Terminal {
  /** The folder that relative paths start from: absolute, links resolved. */
  readonly cwd: string;
  /** Whether people read the error stream on a screen that shows colours. */
  readonly colors: boolean;
  /** How wide the screen is, in characters, on which people watch the error stream; absent if none do. */
  readonly columns?: number;
  /** Whether the stack of an internal error is shown. */
  readonly debug: boolean;
  /** Results. */
  print(text: string): void;
  /** Diagnostics and progress. */
  printError(text: string): void;
}

/** The terminal of this process. A reader that stops reading, such as `head`, is no error. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreBrokenPipe);
  return {
    cwd: process.cwd(),
    colors: hasColors(process.stderr),
    ...(isWatched(process.stderr) && { columns: process.stderr.columns }),
    debug: Boolean(process.env.LECTERN_DEBUG),
    print: (text) => process.stdout.write(text),
    printError: (text) => process.stderr.write(text),
  };
}

function ignoreBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** What runs decks by itself may have a terminal too, of which it keeps all that was ever on it. */
function isWatched(stream: WriteStream): boolean {
  return stream.isTTY === true && !process.env.CI && process.env.TERM !== 'dumb';
}

/** See https://no-color.org */
function hasColors(stream: WriteStream): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR && stream.hasColors();
}
