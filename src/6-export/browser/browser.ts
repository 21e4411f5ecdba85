import { existsSync } from 'node:fs';
import { BrowserError } from './browser-error.ts';
import { findBrowser } from './find.ts';
import { launchBrowser } from './launch.ts';
import { Protocol } from './protocol.ts';
import { connectSocket } from './socket.ts';
import { type BlankTab, openBlankTab, type Tab } from './tab.ts';

export interface BrowserSettings {
  /** Path of a Chrome, Chromium or Edge; without it, one in a usual place. */
  readonly file?: string;
  /** Address of one that runs already, maybe elsewhere: `ws://…` or `http://…`. */
  readonly url?: string;
  /** Whether it shuts itself off from the machine; as root it cannot. */
  readonly sandbox: boolean;
}

/** A Chromium that has been started. */
export interface Browser {
  /** Whether it has died, or was stopped. */
  readonly hasEnded: boolean;
  /**
   * Shows the HTML of a finished page, and nothing but it: all that it asks for beside is refused.
   *
   * @param patience milliseconds; two minutes, if absent
   * @throws {BrowserError} where it does not get ready in this time
   */
  open(html: string, patience?: number): Promise<Tab>;
  /** Opens the window of the next page, which then shows it sooner. */
  prepare(): void;
  /** Leaves nothing behind; one elsewhere goes on. */
  stop(): Promise<void>;
}

/** @throws {BrowserError} where there is none, or none that starts */
export async function startBrowser({ file, url, sandbox }: BrowserSettings): Promise<Browser> {
  if (url !== undefined) {
    const protocol = new Protocol(await connectSocket(url));
    return browserOver(protocol, async () => protocol.close());
  }
  const { protocol, firstTab, stop } = await launchBrowser(choose(file), { sandbox });
  return browserOver(protocol, stop, firstTab);
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
    async open(html, patience = 120_000) {
      const tab = prepared ?? openBlankTab(protocol);
      prepared = undefined;
      return (await tab).show(html, patience);
    },
    prepare() {
      prepared ??= openBlankTab(protocol);
      // What is wrong, whoever opens a page is told.
      prepared.catch(() => {});
    },
    stop,
  };
}

function choose(file: string | undefined): string {
  const hint =
    'install Chrome, Chromium or Edge, or name one with --browser or LECTERN_BROWSER,\n' +
    'or one that runs elsewhere with --browser-url';
  if (file !== undefined) {
    if (existsSync(file)) return file;
    throw new BrowserError('browser-missing', `there is no browser ${file}`, hint);
  }
  const found = findBrowser();
  if (found !== undefined) return found;
  throw new BrowserError('browser-missing', 'there is no browser to export with', hint);
}
