/** Diagnostic codes of browser errors. */
type BrowserErrorCode = 'browser-missing' | 'browser-ended' | 'page-unready';

/** The browser is missing or failed. The hint says what to do. */
export class BrowserError extends Error {
  readonly code: BrowserErrorCode;
  readonly hint: string;

  constructor(code: BrowserErrorCode, message: string, hint: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}
