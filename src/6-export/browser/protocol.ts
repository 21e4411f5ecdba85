import { BrowserError } from './browser-error.ts';

/** Carries JSON messages to and from a browser. */
export interface Wire {
  send(message: string): void;
  onMessage(listener: (message: string) => void): void;
  /** @param listener called once, with the reason, when the connection ends */
  onEnd(listener: (reason: string) => void): void;
  close(): void;
}

export type Parameters = Readonly<Record<string, unknown>>;
export type Reply = Readonly<Record<string, unknown>>;
type Listener = (parameters: Reply) => void;

interface Call {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: Reply;
  readonly result?: Reply;
  readonly error?: { readonly message: string };
}

/** A client of the Chrome DevTools Protocol: https://chromedevtools.github.io/devtools-protocol */
export class Protocol {
  readonly #wire: Wire;
  readonly #calls = new Map<number, Call>();
  readonly #listeners = new Map<string, Listener>();
  #lastId = 0;
  #endReason: string | undefined;

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onMessage((text) => this.#receive(JSON.parse(text) as Message));
    wire.onEnd((reason) => this.#end(reason));
  }

  get hasEnded(): boolean {
    return this.#endReason !== undefined;
  }

  /**
   * Calls a method of the browser, or of one of its tabs.
   *
   * @throws {BrowserError} if the browser has ended
   */
  call(method: string, params: Parameters = {}, sessionId?: string): Promise<Reply> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      if (this.#endReason !== undefined) return reject(endError(this.#endReason));
      this.#calls.set(id, { resolve, reject });
      this.#wire.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
    });
  }

  /** @param listener replaces an earlier one for the same event and tab */
  on(method: string, sessionId: string, listener: Listener): void {
    this.#listeners.set(`${sessionId} ${method}`, listener);
  }

  close(): void {
    this.#wire.close();
    this.#end('it was closed');
  }

  #receive({ id, sessionId, method, params, result, error }: Message): void {
    if (id === undefined) {
      this.#listeners.get(`${sessionId} ${method}`)?.(params ?? {});
      return;
    }
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    if (error) call?.reject(new Error(error.message));
    else call?.resolve(result ?? {});
  }

  #end(reason: string): void {
    this.#endReason ??= reason;
    for (const { reject } of this.#calls.values()) reject(endError(this.#endReason));
    this.#calls.clear();
  }
}

function endError(reason: string): BrowserError {
  return new BrowserError(
    'browser-ended',
    `the browser ended before the export was done: ${reason}`,
    'run the command again; if it happens again, try another browser with --browser',
  );
}
