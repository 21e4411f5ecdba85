import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { test as base, inject } from 'vitest';
import { stateLimit } from '../limits.ts';

/** A deck in a browser, as from a double click, with all on record that must not happen. */
export interface OpenDeck {
  readonly page: Page;
  /** URLs of what the page asked for, but for itself and what it carries inside (`data:`, `blob:`). */
  readonly requests: readonly string[];
  /** Errors and warnings on the console, and exceptions that nobody caught. */
  readonly consoleErrors: readonly string[];
  /** What the content security policy stopped, as `directive: URL`. */
  violations(): Promise<readonly string[]>;
}

export type OpenDeckFunction = (
  htmlFile: string,
  options?: BrowserContextOptions,
) => Promise<OpenDeck>;

/**
 * Vitest's `test` with a browser. Its windows close with the test; the browser itself serves all
 * tests of a worker, as starting one takes longer than most tests. `openDeck` opens an HTML file in
 * a window of 1280 × 720 pixels, offline and without motion.
 */
export const test = base.extend<{
  workerBrowser: TestBrowser;
  browser: TestBrowser;
  openDeck: OpenDeckFunction;
}>({
  workerBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads a fixture's needs from its pattern
    async ({}, use) => {
      const workerBrowser = new TestBrowser();
      await use(workerBrowser);
      await workerBrowser.close();
    },
    { scope: 'worker' },
  ],
  browser: async ({ workerBrowser }, use) => {
    await use(workerBrowser);
    await workerBrowser.closeWindows();
  },
  openDeck: async ({ browser }, use) => {
    await use(async (htmlFile, options = {}) => {
      const page = await browser.openWindow({ offline: true, ...options });
      return openIn(page, pathToFileURL(path.resolve(htmlFile)).href);
    });
  },
});

/** What Playwright offers its own test runner: a context that was used before, as if it were new. */
interface ReusingBrowser extends Browser {
  _newContextForReuse(options: BrowserContextOptions): Promise<BrowserContext>;
  /** Ends what a test has set up in that context, such as scripts and routes. */
  _disconnectFromReusedContext(reason: string): Promise<void>;
}

/** For pages in which motion is looked at. */
export const inMotion = { reducedMotion: 'no-preference' } as const;

/** A browser that is started at its first use, and started again if a test has crashed it. */
export class TestBrowser {
  #browser: Browser | undefined;
  #kept: BrowserContext | undefined;
  #keptOptions: BrowserContextOptions = {};
  #isKeptInUse = false;

  /**
   * Opens an empty window, as a profile of its own. The first one of a test is that of the test
   * before, cleared of all that it held: opening a new one takes longer than loading most decks.
   *
   * @param options its size is 1280 × 720 pixels and nothing moves in it unless they say otherwise
   */
  async openWindow(options: BrowserContextOptions = {}): Promise<Page> {
    const browser = await this.#start();
    const all: BrowserContextOptions = {
      viewport: { width: 1280, height: 720 },
      // To draw what moves is most of what a page costs.
      reducedMotion: 'reduce',
      ...options,
    };
    if (this.#isKeptInUse) return (await browser.newContext(all)).newPage();
    this.#isKeptInUse = true;
    const isAsBefore = isDeepStrictEqual(all, this.#keptOptions);
    const kept = (isAsBefore && this.#kept) || (await this.#clear(browser, all));
    return kept.pages()[0] ?? kept.newPage();
  }

  /** Closes all windows but the kept one, which is cleared: nothing goes on in it any more. */
  async closeWindows(): Promise<void> {
    const used = this.#isKeptInUse ? this.#kept : undefined;
    this.#isKeptInUse = false;
    const contexts = this.#browser?.contexts() ?? [];
    const others = contexts.filter((context) => context !== this.#kept);
    await Promise.all([...others.map((context) => context.close()), used && this.#leave(used)]);
  }

  async close(): Promise<void> {
    await this.#browser?.close();
  }

  async #start(): Promise<Browser> {
    if (this.#browser?.isConnected()) return this.#browser;
    this.#kept = undefined;
    this.#browser = await launchBrowser();
    return this.#browser;
  }

  /** Clears the kept window of all that it held, or opens it. */
  async #clear(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
    const reusing = browser as ReusingBrowser;
    await reusing._disconnectFromReusedContext('the test is over');
    const kept = await reusing._newContextForReuse(options);
    kept.setDefaultTimeout(stateLimit);
    this.#kept = kept;
    this.#keptOptions = options;
    return kept;
  }

  /** Clears the window of a test that is over, or closes it where that fails. */
  async #leave(context: BrowserContext): Promise<void> {
    const browser = context.browser();
    const [page, ...others] = context.pages();
    this.#kept = undefined;
    if (!browser?.isConnected()) return;
    if (!page || others.length > 0) return context.close();
    // Nobody answers whether to leave: Playwright does.
    page.removeAllListeners();
    await this.#clear(browser, this.#keptOptions).catch(() => context.close());
  }
}

/** Takes the place of the list of Playwright, and so repeats what is of use in it. */
const disabledFeatures = [
  ...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'PaintHolding', 'Translate'],
  ...['DialMediaRouteProvider', 'MediaRouter', 'OptimizationHints', 'GlobalMediaControls'],
  ...['AimEnabled', 'NetworkTimeServiceQuerying', 'PreconnectToSearch'],
  // Processes that each window would start, and no test needs.
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'SpareRendererForSitePerProcess'],
];

/** @throws where there is no browser, with a line that says what to do */
async function launchBrowser(): Promise<Browser> {
  const found = inject('browser');
  if ('problem' in found) throw new Error(found.problem);
  // Chromium's sandbox does not start as root, which is what containers run as.
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: found.path,
    chromiumSandbox: !isRoot,
    // Browsers without windows otherwise round the widths of characters, unlike all others.
    args: [`--disable-features=${disabledFeatures}`, '--font-render-hinting=none'],
    timeout: stateLimit,
  });
  browser.on('context', (context) => {
    context.setDefaultTimeout(stateLimit);
  });
  return browser;
}

async function openIn(page: Page, url: string): Promise<OpenDeck> {
  const requests: string[] = [];
  const consoleErrors: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== url && !/^(data|blob):/.test(request.url())) requests.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => consoleErrors.push(String(error)));
  await page.addInitScript(recordViolations);
  await page.goto(url, { waitUntil: 'load' });
  return { page, requests, consoleErrors, violations: () => page.evaluate(readViolations) };
}

type RecordingWindow = Window & { policyViolations?: string[] };

function recordViolations(): void {
  const record: string[] = [];
  (window as RecordingWindow).policyViolations = record;
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    record.push(`${violatedDirective}: ${blockedURI}`);
  });
}

function readViolations(): readonly string[] {
  return (window as RecordingWindow).policyViolations ?? [];
}
