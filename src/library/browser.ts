import { withoutScripts } from '../5-bundle/own-scripts.ts';
import { type Browser, startBrowser } from '../6-export/browser/browser.ts';
import type { Tab } from '../6-export/browser/tab.ts';
import type { Report } from '../base/diagnostics/report.ts';
import { reportScriptsOff } from '../base/scripts/script-consent.ts';
import type { Page } from '../model/page.ts';

/** How a browser is found and started. */
export interface BrowserOptions {
  /** Path of a Chrome, Chromium or Edge; `LECTERN_BROWSER` or one in a usual location if absent. */
  readonly browser?: string;
  /** Address of a running browser: `ws://…` or `http://…`. */
  readonly browserUrl?: string;
  /** `false` starts it without its sandbox, as is needed for root; also by `LECTERN_NO_SANDBOX=1`. */
  readonly sandbox?: boolean;
  /** Whether the browser runs the scripts that the deck lists. */
  readonly trustScripts?: boolean;
}

/** A browser that starts when the first page is shown. */
export class LazyBrowser {
  readonly #options: BrowserOptions;
  #browser: Promise<Browser> | undefined;

  constructor(options: BrowserOptions, signal: AbortSignal | undefined) {
    this.#options = options;
    // What is being shown ends with an error, which gives way to the reason of the signal.
    signal?.addEventListener('abort', () => void this.stop(), { once: true });
  }

  /** @throws {BrowserError} */
  async show<T>(html: string, work: (tab: Tab) => Promise<T>): Promise<T> {
    this.#browser ??= startBrowser(this.#settings());
    const tab = await (await this.#browser).open(html);
    try {
      return await work(tab);
    } finally {
      await tab.close();
    }
  }

  async stop(): Promise<void> {
    const browser = this.#browser;
    this.#browser = undefined;
    try {
      await (await browser)?.stop();
    } catch {
      // A browser that did not start need not be stopped; the error was reported already.
    }
  }

  #settings() {
    const { browser, browserUrl, sandbox } = this.#options;
    const { LECTERN_BROWSER, LECTERN_NO_SANDBOX } = process.env;
    const file = browser ?? LECTERN_BROWSER;
    return {
      ...(file && { file }),
      ...(browserUrl !== undefined && { url: browserUrl }),
      sandbox: sandbox ?? LECTERN_NO_SANDBOX !== '1',
    };
  }
}

/** A page as the browser may run it; that the deck's scripts are left out is reported. */
export function pageToShow(page: Page, { trustScripts }: BrowserOptions, report: Report): Page {
  if (trustScripts || page.scripts.length === 0) return page;
  reportScriptsOff(page, 'export', report);
  return { ...page, html: withoutScripts(page.html, page.scripts) };
}
