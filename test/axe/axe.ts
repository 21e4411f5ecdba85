import type { Page } from 'playwright-core';
import { axeSource } from '../support/browser/deck-walk.ts';

/** The rules whose result depends on a theme or on the size of the window. */
const styleRules = [
  'color-contrast',
  'landmark-unique',
  'link-in-text-block',
  'region',
  'scrollable-region-focusable',
  'target-size',
] as const;

/** All rules of axe that a page can break, or only those that depend on styles; those that are left out; and where. */
export interface Rules {
  readonly only?: 'styles';
  readonly without?: readonly string[];
  /** The element that is looked at; the whole page by default. */
  readonly part?: string;
}

/**
 * What axe finds in a whole page, as `rule: the start of the element`. Transitions are finished first, as text that
 * fades in is faint.
 */
export async function findProblems(page: Page, rules: Rules = {}): Promise<readonly string[]> {
  const { only, without = [], part = 'html' } = rules;
  if (!(await page.evaluate(hasAxe))) await page.evaluate(axeSource);
  const found = await page.evaluate(runAxe, { part, rules: only && styleRules });
  return found.filter((problem) => !without.includes(problem.replace(/:.*/s, '')));
}

function hasAxe(): boolean {
  return 'axe' in window;
}

/** Runs in the page. */
async function runAxe(run: {
  readonly part: string;
  readonly rules: readonly string[] | undefined;
}): Promise<readonly string[]> {
  const { part, rules } = run;
  for (const animation of document.getAnimations()) {
    if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
  }
  const { violations } = await window.axe.run(part, {
    resultTypes: ['violations'],
    // Otherwise each run parses the styles of the page again, for a rule that is disabled.
    preload: false,
    ...(rules
      ? { runOnly: { type: 'rule', values: rules } }
      : { rules: { 'target-size': { enabled: true } } }),
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160).replace(/\s+/g, ' ')}`),
  );
}
