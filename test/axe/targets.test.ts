import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { buildMarkdown } from '../support/builds.ts';
import { temporaryFolder } from '../support/files.ts';
import { setCondition } from './conditions.ts';
import { serve, walkServed } from './served.ts';
import { findCoveredButtons, findSmallTargets } from './targets.ts';
import { openStage, viewNames, views } from './views.ts';

const text = [
  '---\ntitle: The talk\nlang: de\ntime: 10m\n---',
  '## One and a title that is too long for small windows\n\nText\n\nNote:\nSee [a page](https://example.com).',
  '---',
  '## Two\n\n```chart bar\nx: year\n\nyear,apples\n2016,14\n2017,18\n```',
].join('\n\n');

/** Paper has no targets, and a page without scripts only those of its slides. */
const walked = viewNames.filter((name) => !['print', 'no scripts'].includes(name));

test('all targets are 24 px wide and high', async ({ browser }) => {
  const found: string[] = [];
  const look = async (place: string, shown: Page) => {
    const small = await findSmallTargets(shown);
    found.push(...small.map((target) => `${place}: ${target}`));
  };
  const page = await browser.openWindow();
  await openStage(page, await buildMarkdown(text));
  for (const condition of ['plain', '200 %'] as const) {
    await setCondition(page, condition);
    await look(`stage, ${condition}`, page);
    for (const name of walked) {
      const shown = await views[name].open(page);
      await look(`${name}, ${condition}`, shown);
      if (name === 'speaker window') {
        expect(await findCoveredButtons(shown, '.speaker-buttons button')).toEqual([]);
      }
      await views[name].close(page, shown);
    }
  }
  await setCondition(page, 'plain');
  const files = { 'a.md': text, 'b.md': text, 'package.json': '{}' };
  const session = await serve(['a.md', 'b.md'], temporaryFolder(files));
  await walkServed(page, session, 'a', look);
  session.close();
  expect(found).toEqual([]);
});
