import { existsSync } from 'node:fs';
import { BrowserError } from './browser-error.ts';
import { findBrowser } from './find.ts';
import { launchBrowser } from './launch.ts';
import { Protocol } from './protocol.ts';
import { connectSocket, noBrowserAnswers } from './socket.ts';
import { type BlankTab, openBlankTab, type Tab } from './tab.ts';

export interface BrowserSettings {
  /** Path of a Chrome, Chromium or Edge executable; if absent, the usual locations are searched. */
  readonly file?: string;
  /** Address of a running browser, local or remote: `ws://…` or `http://…`. */
  readonly url?: string;
  /** Whether to start it with its sandbox, which does not work as root. */
  readonly sandbox: boolean;
}

/** A running browser. */
export interface Browser {
  /** Whether it crashed or was stopped. */
  readonly hasEnded: boolean;
  /** Its name and version: `Chrome/150.0.7000.1`. */
  version(): Promise<string>;
  /**
   * Opens a finished page. Every other request of the page is refused.
   *
   * @param timeout milliseconds; two minutes by default
   * @throws {BrowserError} if the page is not ready in time
   */
  open(html: string, timeout?: number): Promise<Tab>;
  /** Opens a blank tab in advance, so that the next page opens faster. */
  prepare(): void;
  /** Stops the browser and removes its files; only disconnects from one that ran already. */
  stop(): Promise<void>;
}

/** @throws {BrowserError} if no browser is found, or it does not start */
export async function startBrowser({ file, url, sandbox }: BrowserSettings): Promise<Browser> {
  if (url !== undefined) {
    const protocol = new Protocol(await connectSocket(url), maxSilence);
    await checkAnswer(protocol, url, firstAnswer);
    return browserOver(protocol, async () => protocol.close());
  }
  const { protocol, firstTab, stop } = await launchBrowser(choose(file), { sandbox });
  return browserOver(protocol, stop, firstTab);
}

/** Milliseconds in which a running browser must say what it is. */
const firstAnswer = 30_000;
/** Milliseconds that a running browser may work on a call without a message. */
const maxSilence = 300_000;

/**
 * @param limit in milliseconds
 * @throws {BrowserError} if it is no browser: a server that accepts every connection and then says nothing
 */
export async function checkAnswer(protocol: Protocol, url: string, limit: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<Error>((resolve) => {
    const error = new Error(`it did not answer for ${limit / 1000} s`);
    timer = setTimeout(() => resolve(error), limit);
  });
  const answer = protocol.call('Browser.getVersion').then(
    () => undefined,
    (error: Error) => error,
  );
  const error = await Promise.race([answer, silence]);
  clearTimeout(timer);
  if (error === undefined) return;
  protocol.close();
  throw noBrowserAnswers(url, error.message);
}

function browserOver(
  protocol: Protocol,
  stop: () => Promise<void>,
  firstTab?: Promise<BlankTab>,
): Browser {
  let prepared = firstTab;
  return {
    get hasEnded() {
      return protocol.hasEnded;
    },
    async version() {
      const { product } = await protocol.call('Browser.getVersion');
      return String(product);
    },
    async open(html, timeout = 120_000) {
      const tab = prepared ?? openBlankTab(protocol);
      prepared = undefined;
      return (await tab).show(html, timeout);
    },
    prepare() {
      prepared ??= openBlankTab(protocol);
      // An error is reported by `open`, which awaits the tab.
      prepared.catch(() => {});
    },
    stop,
  };
}

function choose(file: string | undefined): string {
  const hint =
    'install Chrome, Chromium or Edge, or name one with --browser or LECTERN_BROWSER,\n' +
    'or connect to a running one with --browser-url';
  if (file !== undefined) {
    if (existsSync(file)) return file;
    throw new BrowserError('browser-missing', `browser not found: ${file}`, hint);
  }
  const found = findBrowser();
  if (found !== undefined) return found;
  throw new BrowserError('browser-missing', 'no browser found', hint);
}
