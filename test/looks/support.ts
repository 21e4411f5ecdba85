import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { findOverflow } from '../support/browser/deck-walk.ts';
import { buildOnce } from '../support/builds.ts';
import { hasEveryCase } from '../support/every-case.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';
import { type Faint, findCollisions, findFaint } from './colors/contrast.ts';

/** The themes that Lectern brings along. */
export const themeNames = readdirSync(path.join(packageRoot, 'themes'))
  .filter((name) => existsSync(path.join(packageRoot, 'themes', name, 'theme.css')))
  .sort();

const looks = path.join(packageRoot, 'test/looks');

/** The deck that shows every layout and every kind of block. */
export const layoutsDeck = readFileSync(path.join(looks, 'layouts.md'), 'utf8');

const [firstSlide = '', ...otherSlides] = layoutsDeck.split('\n\n---\n');
/** The slides that show a background or charts, which are colored by the tokens of a theme alone. */
const showsMore = /^background:|^```chart/m;

/**
 * The deck of layouts for one of many themes: every layout and kind of block, and a third of the backgrounds and charts,
 * so that three themes that follow each other show all. `npm run test:looks` shows all in each theme.
 *
 * @param index of the theme
 */
export function layoutsFor(index: number): string {
  if (hasEveryCase) return layoutsDeck;
  const more = otherSlides.filter((slide) => showsMore.test(slide));
  // Others link to the one with an id.
  const isShown = (slide: string): boolean =>
    slide.includes('{#links}') || more.indexOf(slide) % 3 === index % 3 || !more.includes(slide);
  return [firstSlide, ...otherSlides.filter(isShown)].join('\n\n---\n');
}

/**
 * Builds the deck that shows every layout and every kind of block.
 *
 * @param frontMatter lines for its front matter
 * @returns the path of its file
 */
export function buildLayouts(
  frontMatter: string,
  files: Readonly<Record<string, string>> = {},
  text = layoutsDeck,
): Promise<string> {
  const inputs = ['layouts', frontMatter, text, ...Object.entries(files).flat()];
  return buildOnce(inputs, async (file) => {
    const folder = temporaryFolder(files);
    cpSync(looks, folder, { recursive: true });
    const deck = path.join(folder, 'layouts.md');
    writeFileSync(deck, text.replace('---\n', `---\n${frontMatter}\n`));
    const { errors } = await lectern(['build', 'layouts.md', '--strict', '--out', file], folder);
    expect(errors).toBe('');
  });
}

/**
 * What is wrong with the looks of a deck's slides, in their first and their last state: faint text, and
 * content that is cut or runs over. All in one script, as most of the time was spent on starting many.
 */
export function findUgly(page: Page): Promise<readonly string[]> {
  const functions = { findFaint, findOverflow, findCollisions, findUglySlides };
  const sources = Object.entries(functions).map(([name, source]) => `const ${name} = ${source};`);
  // A page that is clipped is laid out, but not painted, which would be a third of the work. Live charts have the place
  // and the colors of their images, and would be half of the rest.
  return page.evaluate(`(() => {
    ${sources.join('\n')}
    document.documentElement.style.clipPath = 'inset(50%)';
    for (const chart of document.querySelectorAll('[data-chart]')) delete chart.dataset.chart;
    return findUglySlides(findFaint, [findOverflow, findCollisions]);
  })()`);
}

/** Runs in the page. */
async function findUglySlides(
  findFaint: () => readonly Faint[],
  findCut: readonly (() => readonly string[])[],
): Promise<readonly string[]> {
  const found: string[] = [];
  const count = document.querySelectorAll('section.slide').length;
  for (let number = 0; number < count; number++) {
    for (const step of [-1, 99]) {
      window.Reveal.slide(number, 0, step);
      // What follows a change of slides is done in tasks of its own.
      await new Promise((resolve) => setTimeout(resolve));
      const shown = document.querySelector('section.slide.present');
      const name = `${shown?.ariaLabel} (${shown?.className})`;
      for (const { what, ratio } of findFaint()) {
        found.push(`${name}: ${what} has a contrast of ${ratio}`);
      }
      for (const find of findCut) found.push(...find().map((element) => `${name}: ${element}`));
      if (!shown?.querySelector('.fragment')) break;
    }
  }
  return found;
}
