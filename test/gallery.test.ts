import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect } from 'vitest';
import { packageRoot } from '../src/base/files/package-root.ts';
import { chartTypes } from '../src/model/chart.ts';
import { test } from './support/browser/browser.ts';
import { findOverflow, fontsOf, walk, whenReady } from './support/browser/deck-walk.ts';
import { buildDeck } from './support/builds.ts';

const deck = 'slides/charts.md';
const text = readFileSync(path.join(packageRoot, deck), 'utf8');

/** What stands on the left of each slide with a chart, and on its right. */
const pairs = text.split(/^---$/m).flatMap((slide) => {
  const [, source, chart] =
    /^````text\n(.*?)\n````$.*^::right::$(.*)/ms.exec(slide)?.map((part) => part.trim()) ?? [];
  return source === undefined || chart === undefined ? [] : [{ source, chart }];
});

describe('the gallery', () => {
  test('shows each chart with its own source', () => {
    expect(pairs.length).toBeGreaterThan(15);
    for (const { source, chart } of pairs) expect(chart).toBe(source);
  });

  test('has each type of chart', () => {
    const sources = pairs.map(({ source }) => source).join('\n');
    const missing = chartTypes.filter((type) => !sources.includes(`chart ${type}`));
    expect(missing).toEqual([]);
  });

  test('logs no error, fits its slides and carries its characters', async ({ openDeck }) => {
    const { page, requests, consoleErrors, violations } = await openDeck(await buildDeck(deck));
    await whenReady(page);
    const problems: string[] = [];
    await walk(page, 'ArrowRight', async () => {
      problems.push(...(await page.evaluate(findOverflow)));
      const fonts = await fontsOf(page, 'section.present');
      problems.push(...fonts.filter((font) => !font.isCustomFont).map((font) => font.familyName));
    });
    expect([problems, requests, consoleErrors, await violations()]).toEqual([[], [], [], []]);
  });
});
