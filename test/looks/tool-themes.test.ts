import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test as plainTest } from 'vitest';
import { revealThemes } from '../../src/1-load/dialects/shared/reveal-names.ts';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';
import { buildLayouts, findUgly } from './support.ts';

/** Themes that are close to those of other tools: `slidev/seriph`. */
const names = ['marp', 'quarto', 'slidev'].flatMap((tool) => {
  const folder = path.join(packageRoot, 'themes', tool);
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'theme.css')))
    .map((name) => `${tool}/${name}`);
});

describe.each([...names, ...[...revealThemes].map((name) => `revealjs/${name}`)])(
  'the theme %s',
  (theme) => {
    test('lets all text be read, on all layouts, and cuts nothing', async ({ openDeck }) => {
      const file = await buildLayouts(`theme: ${theme}`);
      const { page, requests, consoleErrors } = await openDeck(file);
      await whenReady(page);
      expect(await findUgly(page)).toEqual([]);
      expect([requests, consoleErrors]).toEqual([[], []]);
    });
  },
);

plainTest.for(['quarto/default', 'slidev/default', 'slidev/seriph'])(
  '%s has Cyrillic and Greek letters',
  async (theme) => {
    const text = `---\ntheme: ${theme}\n---\n\n# Привет, мир\n\nТекст, **жирный**: Ελλάδα\n`;
    const folder = temporaryFolder({ 'deck.md': text });
    const { errors } = await lectern(['build', 'deck.md', '--out', 'deck.html'], folder);
    expect(errors).toBe('');
  },
);

/** The classes that a slide can have in themes of Marp. */
const variants = [
  ['marp/default', 'invert'],
  ['marp/gaia', 'invert'],
  ['marp/gaia', 'gaia'],
  ['marp/gaia', 'lead'],
  ['marp/uncover', 'invert'],
] as const;

test.for(variants)(
  '%s lets text be read with the class %s',
  async ([theme, name], { openDeck }) => {
    const { page } = await openDeck(await buildLayouts(`theme: ${theme}`));
    await whenReady(page);
    await page.evaluate((added) => {
      const slides = document.querySelectorAll(
        'section.slide:not(.on-dark, .on-light, .over-image)',
      );
      for (const slide of slides) slide.classList.add(added);
    }, name);
    expect(await findUgly(page)).toEqual([]);
  },
);
