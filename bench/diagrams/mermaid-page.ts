import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Opens a page in Chromium that has Mermaid itself as `mermaid`. */
export async function openMermaid(): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage();
  const library = createRequire(import.meta.url).resolve('mermaid');
  await page.addScriptTag({ path: path.join(path.dirname(library), 'mermaid.min.js') });
  return { browser, page };
}
