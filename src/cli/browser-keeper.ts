import { BrowserFault } from '../5-export/browser/fault.ts';
import { type Browser, type BrowserSettings, startBrowser } from '../5-export/browser.ts';

/** Starts one browser for all that is exported, and another only where that one has died. */
export class BrowserKeeper {
  readonly #settings: BrowserSettings;
  #browser: Promise<Browser> | undefined;

  constructor(settings: BrowserSettings) {
    this.#settings = settings;
  }

  /** @throws {BrowserFault} where none starts; it is not tried again */
  async get(): Promise<Browser> {
    this.#browser ??= startBrowser(this.#settings);
    const browser = await this.#browser;
    if (!browser.hasEnded) return browser;
    await browser.stop();
    this.#browser = startBrowser(this.#settings);
    return this.#browser;
  }

  /** Starts it, for whoever asks later. */
  prepare(): void {
    this.get().catch(() => {});
  }

  async stop(): Promise<void> {
    try {
      await (await this.#browser)?.stop();
    } catch (error) {
      // One that did not start has nothing to be stopped, and whoever asked for it has been told.
      if (!(error instanceof BrowserFault)) throw error;
    }
  }
}
