import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect } from 'vitest';
import { builtInThemes } from '../src/1-load/theme.ts';
import { packageRoot } from '../src/base/files/package-root.ts';
import { deckKeys, slideKeys } from '../src/base/yaml/keys.ts';
import { calloutTypes } from '../src/model/blocks.ts';
import { layoutNames } from '../src/model/deck.ts';
import { test } from './support/browser/browser.ts';
import { findOverflow, walk, whenReady } from './support/browser/deck-walk.ts';
import { buildDeck } from './support/builds.ts';

const deck = 'slides/guide.md';
const text = readFileSync(path.join(packageRoot, deck), 'utf8');

describe('the guide', () => {
  test.each([
    ['key of a deck', deckKeys],
    ['setting of a slide', slideKeys],
    ['layout', layoutNames],
    ['theme', builtInThemes],
    ['callout', calloutTypes.map((type) => type.toUpperCase())],
  ])('tells of each %s', (_, names) => {
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
  });

  test('logs no error, and fits its slides', async ({ openDeck }) => {
    const { page, requests, consoleErrors, violations } = await openDeck(await buildDeck(deck));
    await whenReady(page);
    const problems = new Set<string>();
    await walk(page, ' ', async () => {
      for (const problem of await page.evaluate(findOverflow)) problems.add(problem);
    });
    expect([[...problems], requests, consoleErrors, await violations()]).toEqual([[], [], [], []]);
  });
});
