/** What can be wrong with a browser; each is the code of a diagnostic. */
export type BrowserFaultCode = 'browser-missing' | 'browser-ended' | 'page-unready';

/** Says what is wrong, and in its hint what to do. */
export class BrowserFault extends Error {
  readonly code: BrowserFaultCode;
  readonly hint: string;

  constructor(code: BrowserFaultCode, message: string, hint: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}
