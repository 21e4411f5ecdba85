import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { type FoundBrowser, findBrowser } from './browser/find-browser.ts';
import { installBrowser, installFastBrowser } from './browser/install-browser.ts';
import { installPdfTools } from './pdf/pdf-tools.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: FoundBrowser;
    /** The folder of what is built once per run. */
    builds: string;
  }
}

/** Runs before any test: workers would each install a browser and the tools that read PDFs. */
export default function setup(project: TestProject): () => void {
  installPdfTools();
  installFastBrowser();
  project.provide('browser', findBrowser() ?? installBrowser());
  const builds = mkdtempSync(path.join(os.tmpdir(), 'lectern-builds-'));
  project.provide('builds', builds);
  return () => rmSync(builds, { recursive: true, force: true });
}
