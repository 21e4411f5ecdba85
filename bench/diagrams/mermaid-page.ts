import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

/** What is used of Mermaid, which the page has as a global variable. */
export interface MermaidPage {
  readonly mermaid: {
    readonly mermaidAPI: {
      getDiagramFromText(text: string): Promise<{ readonly db: GraphDatabase }>;
    };
    render(id: string, text: string): Promise<{ readonly svg: string }>;
  };
}

/** A diagram that is a graph. */
interface GraphDatabase {
  getData(): {
    readonly nodes: readonly GraphNode[];
    readonly edges: readonly Readonly<Record<string, unknown>>[];
  };
  getDirection?(): string;
}

interface GraphNode {
  readonly annotations?: readonly string[];
  readonly members?: readonly Member[];
  readonly methods?: readonly Member[];
  readonly attributes?: readonly Attribute[];
}

/** A member or method of a class. */
interface Member {
  getDisplayDetails(): { readonly displayText: string };
}

/** An attribute of an entity. */
interface Attribute {
  readonly type: string;
  readonly name: string;
  readonly keys: readonly string[];
  readonly comment: string;
}

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
