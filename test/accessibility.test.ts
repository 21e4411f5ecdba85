import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { packageRoot } from '../src/base/files/package-root.ts';
import { themeNames } from './looks/support.ts';
import { test } from './support/browser/browser.ts';
import { axeSource, findAxeProblems, whenReady } from './support/browser/deck-walk.ts';
import { buildDeck } from './support/builds.ts';
import { temporaryFolder } from './support/files.ts';
import { lectern } from './support/lectern.ts';

const decks = readdirSync(path.join(packageRoot, 'slides')).filter((name) => name.endsWith('.md'));

/** The rules whose outcome hangs on a theme. */
const themeRules = ['color-contrast', 'link-in-text-block', 'target-size'];

/** What axe finds on every slide, in its first state and after its last step, and on the page to read. */
async function findProblems(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await whenReady(page);
  await page.evaluate(axeSource);
  if (rules) await page.evaluate(lookAtAlone, rules);
  const found = new Set<string>();
  const look = async (place: string, context: string) => {
    const problems = await page.evaluate(findAxeProblems, context);
    for (const problem of problems) found.add(`${place}: ${problem}`);
  };
  const contents = await page.evaluateHandle(emptySlides);
  const count = await page.locator('section.slide').count();
  for (let number = 0; number < count; number++) {
    await page.evaluate(fillSlide, { contents, number });
    for (const step of [-1, 99]) {
      const slide = await page.evaluate(showSlide, [number, step] as const);
      // What is around the slides is the same around each.
      await look(slide.name, number === 0 ? 'body' : 'section.present');
      if (!slide.hasSteps) break;
    }
    await page.evaluate(emptySlide, number);
  }
  for (let number = 0; number < count; number++)
    await page.evaluate(fillSlide, { contents, number });
  await page.keyboard.press('r');
  await look('the page to read', 'body');
  return [...found];
}

function lookAtAlone(rules: readonly string[]): void {
  const enabled = rules.map((id) => ({ id, enabled: true }));
  window.axe.configure({ disableOtherRules: true, rules: enabled });
}

function showSlide([number, step]: readonly [number, number]) {
  const slide = document.querySelectorAll<HTMLElement>('section.slide')[number];
  if (!slide) throw new Error(`there is no slide ${number}`);
  const { h, v } = window.Reveal.getIndices(slide);
  window.Reveal.slide(h, v, step);
  return { name: slide.ariaLabel ?? '', hasSteps: slide.querySelector('.fragment') !== null };
}

/**
 * Takes the content out of all slides: axe looks at what is shown only, but takes five times as long with
 * the others.
 *
 * @returns the content of each slide
 */
function emptySlides(): readonly (readonly Node[])[] {
  return [...document.querySelectorAll('section.slide')].map((slide) => {
    const content = [...slide.childNodes];
    slide.replaceChildren();
    return content;
  });
}

function fillSlide(slide: {
  readonly contents: readonly (readonly Node[])[];
  readonly number: number;
}): void {
  const { contents, number } = slide;
  document.querySelectorAll('section.slide')[number]?.replaceChildren(...(contents[number] ?? []));
}

function emptySlide(number: number): void {
  document.querySelectorAll('section.slide')[number]?.replaceChildren();
}

describe('axe finds no problem', () => {
  test.for(decks)('in %s', async (deck, { openDeck }) => {
    const file = await buildDeck(`slides/${deck}`);
    const { page } = await openDeck(file);
    expect(await findProblems(page)).toEqual([]);
  });

  test.for(themeNames)('in the theme %s', async (theme, { openDeck }) => {
    const { page } = await openDeck(await buildSample(theme));
    expect(await findProblems(page, themeRules)).toEqual([]);
  });
});

/** The deck of every layout and kind of block, in one of the themes. */
async function buildSample(theme: string): Promise<string> {
  const folder = temporaryFolder();
  cpSync(path.join(packageRoot, 'test/pictures'), folder, { recursive: true });
  const deck = path.join(folder, 'tides.md');
  writeFileSync(deck, readFileSync(deck, 'utf8').replace(/^theme: .*$/m, `theme: ${theme}`));
  const outcome = await lectern(['build', 'tides.md', '--strict', '--out', 'deck.html'], folder);
  expect(outcome.errors).toBe('');
  return path.join(folder, 'deck.html');
}
