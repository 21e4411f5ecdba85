import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { findOverflow } from '../support/deck-walk.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';
import { findCollisions, findFaint } from './contrast.ts';

/** The themes that Lectern brings along. */
export const themeNames = readdirSync(path.join(packageRoot, 'themes'))
  .filter((name) => existsSync(path.join(packageRoot, 'themes', name, 'theme.css')))
  .sort();

/**
 * Builds the deck that shows every layout and every kind of block.
 *
 * @param frontMatter lines for its front matter
 * @returns the path of its file
 */
export async function buildLayouts(
  frontMatter: string,
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const folder = temporaryFolder(files);
  cpSync(path.join(packageRoot, 'test/looks'), folder, { recursive: true });
  const deck = path.join(folder, 'layouts.md');
  writeFileSync(deck, readFileSync(deck, 'utf8').replace('---\n', `---\n${frontMatter}\n`));
  const { errors } = await lectern(
    ['build', 'layouts.md', '--strict', '--out', 'deck.html'],
    folder,
  );
  expect(errors).toBe('');
  return path.join(folder, 'deck.html');
}

/** Leads through all slides, in their first and their last state; calls `look` at each. */
async function visit(page: Page, look: (slide: string) => Promise<void>): Promise<void> {
  const count = await page.evaluate(() => document.querySelectorAll('section.slide').length);
  for (let number = 0; number < count; number++) {
    for (const step of [-1, 99]) {
      const slide = await page.evaluate(
        ([h = 0, f]) => {
          window.Reveal.slide(h, 0, f);
          const shown = document.querySelector('section.slide.present');
          const hasSteps = shown?.querySelector('.fragment') !== null;
          return { name: `${shown?.ariaLabel} (${shown?.className})`, hasSteps };
        },
        [number, step],
      );
      await look(slide.name);
      if (!slide.hasSteps) break;
    }
  }
}

/** What is wrong with the looks of a deck's slides: faint text, and content that is cut or runs over. */
export async function findUgly(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  await visit(page, async (slide) => {
    for (const { what, ratio } of await page.evaluate(findFaint)) {
      found.push(`${slide}: ${what} has a contrast of ${ratio}`);
    }
    const cut = [...(await page.evaluate(findOverflow)), ...(await page.evaluate(findCollisions))];
    found.push(...cut.map((element) => `${slide}: ${element}`));
  });
  return found;
}
