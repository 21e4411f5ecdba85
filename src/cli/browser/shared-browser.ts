import {
  type Browser,
  type BrowserSettings,
  startBrowser,
} from '../../6-export/browser/browser.ts';
import { BrowserError } from '../../6-export/browser/browser-error.ts';
import type { Tab } from '../../6-export/browser/tab.ts';

/** One browser for all exports of a run, restarted only if it has crashed. */
export class SharedBrowser {
  readonly #settings: BrowserSettings;
  #browser: Promise<Browser> | undefined;
  /** The number of pages still to be shown, once known. */
  #expected: number | undefined;
  #end: Promise<void> | undefined;
  #version: string | undefined;

  constructor(settings: BrowserSettings) {
    this.#settings = settings;
  }

  /** Starts the browser in advance. */
  prepare(): void {
    this.#get().then(
      (browser) => browser.prepare(),
      () => {},
    );
  }

  /**
   * Starts the browser if it does not run.
   *
   * @returns its name and version
   * @throws {BrowserError} as {@link show}
   */
  async start(): Promise<string> {
    const browser = await this.#get();
    this.#version ??= await browser.version();
    return this.#version;
  }

  /** Sets the number of pages to be shown from now on. The browser is closed after the last one. */
  expect(pages: number): void {
    this.#expected = pages;
  }

  /**
   * Shows a page in a tab while `work` runs.
   *
   * @throws {BrowserError} if the browser does not start; there is no second attempt
   */
  async show<T>(html: string, work: (tab: Tab) => Promise<T>): Promise<T> {
    if (this.#expected !== undefined) this.#expected -= 1;
    const browser = await this.#get();
    const tab = await browser.open(html);
    this.#version ??= await browser.version();
    if (this.#expected) browser.prepare();
    try {
      return await work(tab);
    } finally {
      // Stops in the background, while the result is processed.
      if (this.#expected === 0) this.#end = this.#stop();
      else await tab.close();
    }
  }

  /** The name and version of the browser that has shown pages; `undefined` if there was none. */
  get version(): string | undefined {
    return this.#version;
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
      // A browser that did not start need not be stopped; the error was reported already.
      if (!(error instanceof BrowserError)) throw error;
    }
  }
}
