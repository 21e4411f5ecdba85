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

const notOfBrowser = 'what it sent is not the message of a browser';

/** A client of the Chrome DevTools Protocol: https://chromedevtools.github.io/devtools-protocol */
export class Protocol {
  readonly #wire: Wire;
  readonly #calls = new Map<number, Call>();
  readonly #listeners = new Map<string, Listener>();
  readonly #maxSilence: number | undefined;
  #silence: NodeJS.Timeout | undefined;
  #lastId = 0;
  #endReason: string | undefined;

  /** @param maxSilence milliseconds without any answer while calls wait; no limit by default */
  constructor(wire: Wire, maxSilence?: number) {
    this.#wire = wire;
    this.#maxSilence = maxSilence;
    wire.onMessage((text) => this.#read(text));
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
      if (this.#calls.size === 1) this.#limitSilence();
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

  #read(text: string): void {
    try {
      this.#receive(parseMessage(text));
    } catch {
      // The address may lead to any server: also to one whose events have other contents.
      this.#giveUp(notOfBrowser);
    }
  }

  #limitSilence(): void {
    clearTimeout(this.#silence);
    const limit = this.#maxSilence;
    if (limit === undefined || this.#calls.size === 0 || this.hasEnded) return;
    const reason = `it did not answer for ${limit / 1000} s`;
    this.#silence = setTimeout(() => this.#giveUp(reason), limit);
  }

  #giveUp(reason: string): void {
    this.#end(reason);
    this.#wire.close();
  }

  #receive({ id, sessionId, method, params, result, error }: Message): void {
    if (id === undefined) {
      this.#listeners.get(`${sessionId} ${method}`)?.(params ?? {});
      return;
    }
    const call = this.#calls.get(id);
    if (!call) return;
    this.#calls.delete(id);
    if (error) call.reject(new Error(error.message));
    else call.resolve(result ?? {});
    this.#limitSilence();
  }

  #end(reason: string): void {
    clearTimeout(this.#silence);
    this.#endReason ??= reason;
    for (const { reject } of this.#calls.values()) reject(endError(this.#endReason));
    this.#calls.clear();
  }
}

/** @throws {TypeError | SyntaxError} if it is none */
function parseMessage(text: string): Message {
  const message: unknown = JSON.parse(text);
  if (!isMessage(message)) throw new TypeError('not a message');
  return message;
}

function isMessage(value: unknown): value is Message {
  if (!isObject(value)) return false;
  const { params = {}, result = {}, error = { message: '' } } = value;
  const isError = isObject(error) && typeof error.message === 'string';
  return isError && isObject(params) && isObject(result);
}

export function isObject(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The result of a call has other contents than a browser's: the address may lead to any server. */
export function wrongResult(): BrowserError {
  return endError(notOfBrowser);
}

function endError(reason: string): BrowserError {
  return new BrowserError(
    'browser-ended',
    `the browser ended before the export was done: ${reason}`,
    'run the command again; if it happens again, try another browser with --browser',
  );
}
