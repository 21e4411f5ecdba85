import type { TestProject } from 'vitest/node';
import { type FoundBrowser, findBrowser } from './find-browser.ts';
import { installBrowser } from './install-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: FoundBrowser;
  }
}

/** Before any test, so that two workers do not both install a browser. */
export default function setup(project: TestProject): void {
  project.provide('browser', findBrowser() ?? installBrowser());
}
