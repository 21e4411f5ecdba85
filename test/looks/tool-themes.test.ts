import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { buildLayouts, findUgly } from './support.ts';

/** Themes that stand for those of other tools: `slidev/seriph`. */
const names = ['quarto', 'slidev'].flatMap((tool) => {
  const folder = path.join(packageRoot, 'themes', tool);
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'theme.css')))
    .map((name) => `${tool}/${name}`);
});

describe.each(names)('the theme %s', (theme) => {
  test('lets all text be read, on all layouts, and cuts nothing', async ({ openDeck }) => {
    const file = await buildLayouts(`theme: ${theme}`);
    const { page, requests, consoleErrors } = await openDeck(file);
    await whenReady(page);
    expect(await findUgly(page)).toEqual([]);
    expect([requests, consoleErrors]).toEqual([[], []]);
  });
});
