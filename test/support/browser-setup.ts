import type { TestProject } from 'vitest/node';
import { type FoundBrowser, findBrowser } from './find-browser.ts';
import { installBrowser } from './install-browser.ts';
import { installPdfTools } from './pdf-tools.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: FoundBrowser;
  }
}

/** Before any test, so that two workers do not both install a browser, or what reads its PDFs. */
export default function setup(project: TestProject): void {
  installPdfTools();
  project.provide('browser', findBrowser() ?? installBrowser());
}
