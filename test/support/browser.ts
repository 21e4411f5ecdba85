import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { test as base, inject } from 'vitest';

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
 * Vitest's `test` with `openDeck`, which opens an HTML file in a window of its own of 1280 × 720
 * pixels, offline; the window closes with the test.
 */
export const test = base.extend<{ browser: Browser; openDeck: OpenDeckFunction }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads a fixture's needs from its pattern
    async ({}, use) => {
      const browser = await launchBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  openDeck: async ({ browser }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (htmlFile, options = {}) => {
      const viewport = { width: 1280, height: 720 };
      const context = await browser.newContext({ viewport, offline: true, ...options });
      contexts.push(context);
      return openIn(await context.newPage(), pathToFileURL(path.resolve(htmlFile)).href);
    });
    for (const context of contexts) await context.close();
  },
});

/** @throws where there is no browser, with a line that says what to do */
export async function launchBrowser(): Promise<Browser> {
  const found = inject('browser');
  if ('problem' in found) throw new Error(found.problem);
  // Chromium's sandbox does not start as root, which is what containers run as.
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath: found.path, chromiumSandbox: !isRoot });
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
