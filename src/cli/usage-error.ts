/** Invalid usage of the command line; `run` prints it and returns exit code 2. */
export class UsageError extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** An option that a command does not have. */
export class UnknownOptionError extends UsageError {
  /** Without dashes: `to`. */
  readonly option: string;

  constructor(option: string, message: string, hint: string) {
    super(message, hint);
    this.option = option;
  }
}
