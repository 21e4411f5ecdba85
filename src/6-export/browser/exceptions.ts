import type { Protocol } from './protocol.ts';
import { pageAddress } from './requests.ts';

/** An exception of a script in a page that nothing has caught. */
export interface PageException {
  /** As in `TypeError: x is not a function`. */
  readonly message: string;
  /** Where it was thrown in the HTML file, and where that was called from. */
  readonly places: readonly PagePlace[];
}

/** A place in the HTML file of a page, from 1. */
interface PagePlace {
  readonly line: number;
  readonly column: number;
}

interface Details {
  readonly text?: string;
  readonly url?: string;
  readonly lineNumber?: number;
  readonly columnNumber?: number;
  readonly exception?: { readonly description?: string; readonly value?: unknown };
  readonly stackTrace?: { readonly callFrames?: readonly CallFrame[] };
}

interface CallFrame {
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** Collects the exceptions of a page from now on; `Runtime.enable` starts it. */
export function watchExceptions(protocol: Protocol, sessionId: string): readonly PageException[] {
  const found: PageException[] = [];
  protocol.on('Runtime.exceptionThrown', sessionId, ({ exceptionDetails }) => {
    found.push(readException(exceptionDetails as Details));
  });
  return found;
}

function readException(details: Details): PageException {
  const { text = 'an exception', exception, stackTrace } = details;
  const { url = '', lineNumber = 0, columnNumber = 0 } = details;
  const thrown = exception?.description ?? exception?.value;
  const message = thrown === undefined ? text : String(thrown);
  const frames = [...(stackTrace?.callFrames ?? []), { url, lineNumber, columnNumber }];
  return {
    message: message.split('\n', 1)[0] ?? message,
    places: frames
      .filter((frame) => frame.url === pageAddress)
      .map((frame) => ({ line: frame.lineNumber + 1, column: frame.columnNumber + 1 })),
  };
}
