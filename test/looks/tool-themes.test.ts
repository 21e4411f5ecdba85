import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test as plainTest } from 'vitest';
import { revealThemes } from '../../src/1-load/dialects/shared/reveal-names.ts';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';
import { buildLayouts, findUgly, layoutsFor } from './support.ts';

/** Themes that are close to those of other tools: `slidev/seriph`. */
const names = ['marp', 'quarto', 'slidev'].flatMap((tool) => {
  const folder = path.join(packageRoot, 'themes', tool);
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'theme.css')))
    .map((name) => `${tool}/${name}`);
});

/** The classes that a slide can have in themes of Marp. */
const variants: Readonly<Record<string, readonly string[]>> = {
  'marp/default': ['invert'],
  'marp/gaia': ['invert', 'gaia', 'lead'],
  'marp/uncover': ['invert'],
};

const themes = [...names, ...[...revealThemes].map((name) => `revealjs/${name}`)];

describe.each(themes.map((theme, index) => ({ theme, index })))(
  'the theme $theme',
  ({ theme, index }) => {
    test('lets all text be read, on all layouts, and cuts nothing', async ({ openDeck }) => {
      const file = await buildLayouts(`theme: ${theme}`, {}, layoutsFor(index));
      const { page, requests, consoleErrors } = await openDeck(file);
      await whenReady(page);
      expect(await findUgly(page)).toEqual([]);
      expect([requests, consoleErrors]).toEqual([[], []]);
      for (const name of variants[theme] ?? []) {
        await page.evaluate(addClass, name);
        expect([name, await findUgly(page)]).toEqual([name, []]);
        await page.evaluate(removeClass, name);
      }
    });
  },
);

function addClass(name: string): void {
  const slides = document.querySelectorAll('section.slide:not(.on-dark, .on-light, .over-image)');
  for (const slide of slides) slide.classList.add(name);
}

function removeClass(name: string): void {
  for (const slide of document.querySelectorAll(`section.slide.${name}`)) {
    slide.classList.remove(name);
  }
}

plainTest.for(['quarto/default', 'slidev/default', 'slidev/seriph'])(
  '%s has Cyrillic and Greek letters',
  async (theme) => {
    const text = `---\ntheme: ${theme}\n---\n\n# Привет, мир\n\nТекст, **жирный**: Ελλάδα\n`;
    const folder = temporaryFolder({ 'deck.md': text });
    const { errors } = await lectern(['build', 'deck.md', '--out', 'deck.html'], folder);
    expect(errors).toBe('');
  },
);

test('a slide of Marp in other colors keeps the colors of its code', async ({ openDeck }) => {
  const slides = ['_class: gaia', '_class: invert\n_color: "#dad8c8"'].map(
    (settings) =>
      `<!--\n${settings}\n-->\n\n# Code\n\nIn \`text\`\n\n\`\`\`js\nlet a = 1;\n\`\`\`\n`,
  );
  const text = `---\nmarp: true\ntheme: gaia\n---\n\n${slides.join('\n---\n\n')}`;
  const folder = temporaryFolder({ 'deck.md': text });
  await lectern(['build', 'deck.md', '--out', 'deck.html'], folder);
  const { page } = await openDeck(path.join(folder, 'deck.html'));
  await whenReady(page);
  const colors = await page.locator('.slide :is(.code, p code)').evaluateAll((elements) =>
    elements.map((element) => {
      const { backgroundColor, color } = getComputedStyle(element);
      return `${color} on ${backgroundColor}`;
    }),
  );
  const [cream, slate, blue] = ['rgb(255, 248, 225)', 'rgb(69, 90, 100)', 'rgb(2, 107, 162)'];
  const ofCode = [`${blue} on ${cream}`, `${slate} on rgb(218, 216, 200)`, `${slate} on ${cream}`];
  expect(colors).toEqual([ofCode[0], ...ofCode]);
});
