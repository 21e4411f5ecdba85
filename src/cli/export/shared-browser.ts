import {
  type Browser,
  type BrowserSettings,
  startBrowser,
} from '../../6-export/browser/browser.ts';
import { BrowserError } from '../../6-export/browser/browser-error.ts';
import type { Tab } from '../../6-export/browser/tab.ts';

/** Starts one browser for all that is exported, and another only where that one has died. */
export class SharedBrowser {
  readonly #settings: BrowserSettings;
  #browser: Promise<Browser> | undefined;
  /** How many pages are still to be shown, once that is known. */
  #expected: number | undefined;
  #end: Promise<void> | undefined;

  constructor(settings: BrowserSettings) {
    this.#settings = settings;
  }

  /** Starts it, for whoever asks later. */
  prepare(): void {
    this.#get().then(
      (browser) => browser.prepare(),
      () => {},
    );
  }

  /** Says how many pages are to be shown from now on: behind the last one, the browser goes. */
  expect(pages: number): void {
    this.#expected = pages;
  }

  /**
   * Shows a finished page, for as long as the work takes.
   *
   * @throws {BrowserError} where no browser starts, which then is not tried again
   */
  async show<T>(html: string, work: (tab: Tab) => Promise<T>): Promise<T> {
    if (this.#expected !== undefined) this.#expected -= 1;
    const browser = await this.#get();
    const tab = await browser.open(html);
    if (this.#expected) browser.prepare();
    try {
      return await work(tab);
    } finally {
      // While it ends, what it gave can be worked at.
      if (this.#expected === 0) this.#end = this.#stop();
      else await tab.close();
    }
  }

  async stop(): Promise<void> {
    await this.#end;
    await this.#stop();
  }

  async #get(): Promise<Browser> {
    this.#browser ??= startBrowser(this.#settings);
    const browser = await this.#browser;
    if (!browser.hasEnded) return browser;
    await browser.stop();
    this.#browser = startBrowser(this.#settings);
    return this.#browser;
  }

  async #stop(): Promise<void> {
    const browser = this.#browser;
    this.#browser = undefined;
    try {
      await (await browser)?.stop();
    } catch (error) {
      // One that did not start has nothing to be stopped, and whoever asked for it has been told.
      if (!(error instanceof BrowserError)) throw error;
    }
  }
}
