import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** What the rules of accessibility say of a page, run in the page. */
export const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

declare global {
  interface Window {
    Reveal: {
      getState(): unknown;
      availableFragments(): { readonly next: boolean };
      getIndices(slide?: Element): { readonly h: number; readonly v: number };
      getTotalSlides(): number;
      getConfig(): Readonly<Record<string, unknown>>;
      slide(h: number, v?: number, f?: number): void;
      next(): void;
      prev(): void;
    };
    axe: {
      configure(spec: object): void;
      run(
        context: string,
        options: object,
      ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    };
  }
}

/** Waits until a deck can be used. Playwright's own waits look again in each frame, which a loading page draws for them. */
export async function whenReady(page: Page): Promise<void> {
  // Fails where the page is replaced by another one meanwhile.
  await page
    .evaluate(untilReady)
    .catch(() => page.waitForFunction(() => document.documentElement.dataset.ready !== undefined));
}

/** Runs in the page. */
function untilReady(): Promise<void> {
  const root = document.documentElement;
  return new Promise((resolve) => {
    const look = (): void => {
      if (root.dataset.ready === undefined) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { attributeFilter: ['data-ready'] });
    look();
  });
}

/** Presses a key until it moves nothing any more; calls `look` where the key led. */
export async function walk(page: Page, key: string, look: () => Promise<void>): Promise<void> {
  const place = () => page.evaluate(() => JSON.stringify(window.Reveal.getState()));
  for (let before = '', now = await place(); now !== before; now = await place()) {
    before = now;
    await look();
    await page.keyboard.press(key);
  }
}

/** The fonts in which a browser sets an element's text. */
export async function fontsOf(page: Page, selector: string) {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId, selector: '*' });
  const found = await Promise.all(
    nodeIds.map((id) => session.send('CSS.getPlatformFontsForNode', { nodeId: id })),
  );
  await session.detach();
  return found.flatMap(({ fonts }) => fonts);
}

/** Texts and pictures of the shown slide that reach over its edge, or over the edge of a box that clips them. */
export function findOverflow(): readonly string[] {
  const slide = document.querySelector('section.slide.present');
  if (!slide) return ['no slide'];
  const edge = slide.getBoundingClientRect();
  const shown = [
    ...slide.querySelectorAll<HTMLElement>('.layout *, .footnotes *, .slide-footer *'),
  ];
  // The lines of a chart's patterns are longer than what is seen of them; texts and areas are not.
  const clip = '.chart svg g[clip-path]';
  const pattern = `${clip}, ${clip} > path[fill="none"]`;
  return shown
    .filter((element) => element.checkVisibility() && !element.matches(pattern))
    .filter((element) => !element.closest('.chart-details, defs'))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      const outside =
        box.left < edge.left - 1 ||
        box.right > edge.right + 1 ||
        box.top < edge.top - 1 ||
        box.bottom > edge.bottom + 1;
      return (
        outside ||
        (element.scrollWidth > element.clientWidth + 1 &&
          getComputedStyle(element).overflowX !== 'visible')
      );
    })
    .map((element) => `${slide.getAttribute('aria-label')}: ${element.outerHTML.slice(0, 80)}`);
}

/**
 * Runs in the page, where {@link axeSource} must have run before.
 *
 * @param context the selector of what to look at
 */
export async function findAxeProblems(context: string): Promise<readonly string[]> {
  const { violations } = await window.axe.run(context, {
    resultTypes: ['violations'],
    // Otherwise each run parses the styles of the page again, for a rule that is disabled.
    preload: false,
    rules: { 'target-size': { enabled: true } },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
  );
}
