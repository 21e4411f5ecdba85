/** What can be wrong with a browser; each is the code of a diagnostic. */
export type BrowserErrorCode = 'browser-missing' | 'browser-ended' | 'page-unready';

/** Says what is wrong, and in its hint what to do. */
export class BrowserError extends Error {
  readonly code: BrowserErrorCode;
  readonly hint: string;

  constructor(code: BrowserErrorCode, message: string, hint: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}
