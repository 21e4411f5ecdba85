import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../test/support/browser/find-browser.ts';
import { wantedKey, watchDraft } from './live-page.ts';
import { freePort, type Running, untilItWorks } from './servers.ts';

/** A program that shows a deck in the browser, and shows it anew when its file changes. */
export interface Watcher {
  readonly name: string;
  /** @param port one that is free */
  readonly start: (port: number) => Running;
  /**
   * Where the second slide is shown, which is the one that changes: its path, or only the hash for a
   * program that prints the address.
   */
  readonly page: string;
  /** Writes the deck into the file that is watched. */
  readonly save: (draft: number) => void;
}

export interface LiveRun {
  readonly name: string;
  /** Milliseconds from each save to the frame that shows the changed slide. */
  readonly times: readonly number[];
}

/** So long after a change the next one follows, in milliseconds: each tool gathers what comes closer. */
const pause = 700;
/** A tool that has not shown a change by then never will, in milliseconds. */
const patience = 30_000;

/**
 * Saves a deck again and again, and looks when the browser shows what has changed: one save after the
 * other, by all programs in turn.
 */
export async function measureLive(
  watchers: readonly Watcher[],
  saves: number,
): Promise<readonly LiveRun[]> {
  const found = findBrowser();
  if (!found || 'problem' in found) throw new Error(found?.problem ?? 'there is no browser');
  const chromiumSandbox = process.getuid?.() !== 0;
  const browser = await chromium.launch({ executablePath: found.path, chromiumSandbox });
  const shows: Show[] = [];
  try {
    for (const watcher of watchers) shows.push(await Show.open(watcher, browser));
    const runs = shows.map(({ name }) => ({ name, times: [] as number[] }));
    for (let draft = 1; draft <= saves + 1; draft++) {
      for (const [i, show] of shows.entries()) {
        const time = await show.change(draft);
        // The first change loads what the later ones need as well.
        if (draft > 1) runs[i]?.times.push(time);
      }
    }
    return runs;
  } finally {
    for (const show of shows) show.close();
    await browser.close();
  }
}

/** A deck as one program shows it. */
class Show {
  readonly name: string;
  readonly #watcher: Watcher;
  readonly #running: Running;
  #page: Page | undefined;
  readonly #waiting = new Map<number, (time: number) => void>();

  static async open(watcher: Watcher, browser: Browser): Promise<Show> {
    watcher.save(0);
    const port = await freePort();
    const show = new Show(watcher, port);
    const shown = show.#shown(0);
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    await page.exposeFunction('draftShown', (draft: number, time: number) => {
      show.#waiting.get(draft)?.(time);
    });
    // tsx gives functions their names by a helper, which does not go to the page with them.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.addInitScript(watchDraft, wantedKey);
    const base = watcher.page.startsWith('#')
      ? await show.#running.address
      : `http://localhost:${port}`;
    await untilItWorks(() => page.goto(base + watcher.page));
    show.#page = page;
    await show.#look(0);
    await shown;
    return show;
  }

  private constructor(watcher: Watcher, port: number) {
    this.name = watcher.name;
    this.#watcher = watcher;
    this.#running = watcher.start(port);
  }

  /** @returns milliseconds from the save to the frame that shows it */
  async change(draft: number): Promise<number> {
    const shown = this.#shown(draft);
    await this.#look(draft);
    await wait(pause);
    const start = Date.now();
    this.#watcher.save(draft);
    return (await shown) - start;
  }

  async #look(draft: number): Promise<void> {
    await this.#page?.evaluate(([key = '', text = '']) => sessionStorage.setItem(key, text), [
      wantedKey,
      `${draft}`,
    ] as const);
  }

  close(): void {
    this.#running.close();
  }

  async #shown(draft: number): Promise<number> {
    const stop = new AbortController();
    const tooLate = wait(patience, undefined, { signal: stop.signal }).then(() => {
      throw new Error(`${this.name} did not show draft ${draft}`);
    });
    tooLate.catch(() => {});
    const time = new Promise<number>((resolve) => this.#waiting.set(draft, resolve));
    return Promise.race([time, tooLate]).finally(() => stop.abort());
  }
}
