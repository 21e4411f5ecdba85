import { expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { buildDeck } from '../support/builds.ts';
import { findMisfits } from './misfits.ts';

/** What readers may set, by WCAG 2.2, 1.4.12. */
const spacing = `
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }`;

function show(number: number): void {
  const slide = document.querySelectorAll<HTMLElement>('.slides section.slide')[number];
  const { h, v } = window.Reveal.getIndices(slide);
  window.Reveal.slide(h, v, 99);
}

async function setSpacing(css: string): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}

// Of each deck, a slide that is cut unless it is fitted again.
test.for([
  ['guide', 7],
  ['charts', 23],
] as const)(
  'nothing of %s is cut when readers set the spacing of its text',
  async ([name, full], { openDeck }) => {
    const { page } = await openDeck(await buildDeck(`slides/${name}.md`));
    await whenReady(page);
    await page.evaluate(show, full);
    await page.evaluate(setSpacing, spacing);
    const found = [...(await page.evaluate(findMisfits))];
    const count = await page.locator('.slides section.slide').count();
    for (let number = 0; number < count; number++) {
      await page.evaluate(show, number);
      found.push(...(await page.evaluate(findMisfits)));
    }
    expect(found).toEqual([]);
  },
);
