import type { Page } from 'playwright-core';
import { findProblems, type Rules } from './axe.ts';
import { type ConditionName, setCondition } from './conditions.ts';
import { type Steps, walkSlides } from './slides.ts';
import { type ViewName, views } from './views.ts';

/** What is looked at in one row: the slides on the stage, or one of the views of a deck. */
export type Subject = 'slides' | ViewName;

/**
 * What axe finds in a deck that is open on the stage.
 *
 * @param steps the steps of slides that are looked at
 * @returns a line for each problem, which begins with the place
 */
export async function checkRow(
  page: Page,
  subject: Subject,
  condition: ConditionName,
  steps: Steps = 'ends',
  rules: Rules = {},
): Promise<readonly string[]> {
  const lines: string[] = [];
  const look = async (place: string, shown: Page, own: Rules) => {
    const problems = await findProblems(shown, { ...rules, ...own });
    lines.push(...problems.map((problem) => `${place}, ${condition}: ${problem}`));
  };
  await setCondition(page, condition);
  if (subject === 'slides') {
    // The slide with the title is empty meanwhile. Slides fit into the window: in a small one, their targets are small,
    // and those of the reading view are not.
    const without = ['page-has-heading-one', ...(isSmall(condition) ? ['target-size'] : [])];
    await walkSlides(page, steps, (place) => look(place, page, { without }));
  } else {
    const shown = await views[subject].open(page);
    await look(subject, shown, ownRules[subject] ?? {});
    await views[subject].close(page, shown);
  }
  return lines;
}

function isSmall(condition: ConditionName): boolean {
  return !['plain', 'reduced motion'].includes(condition);
}

/** Rules that do not hold in a view, and the part of the page that no other view shows. */
const ownRules: Readonly<Partial<Record<ViewName, Rules>>> = {
  contents: { part: '.reading-bar' },
  // Chromium and Firefox let the keyboard scroll whatever scrolls; for other browsers, the page's scripts do.
  'no scripts': { without: ['scrollable-region-focusable'] },
  // Paper has no targets, and nothing that scrolls; roles of definitions are there for tags of PDFs.
  print: { without: ['aria-allowed-role', 'scrollable-region-focusable', 'target-size'] },
};
