import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { buildPage } from '../../../build.ts';
import { Report } from '../../../src/base/diagnostics/report.ts';
import { test } from '../../support/browser/browser.ts';
import { whenReady } from '../../support/browser/deck-walk.ts';
import { temporaryFolder } from '../../support/files.ts';
import { optionsFor } from '../support.ts';

const deck = `# Effects

<p class='fragment fade-up' id='quoted'>Single quotes.</p>

<p
  class="fragment grow" id="broken">A line break.</p>

<p class=fragment id=plain>No effect.</p>

<P ID='spaced' CLASS=' fade-up
  fragment '>Spaces and capitals.</P>

<p class='frag&#109;ent fade-&#117;p' id='reference'>Character references.</p>

Inline <span class='fragment fade-up' id='inline' style='display: inline-block'>text</span>.
`;

test('effects of fragments show, however their HTML is written', async ({ openDeck }) => {
  const root = temporaryFolder({ 'deck.md': deck });
  const built = await buildPage('deck.md', optionsFor(root), new Report());
  const file = path.join(root, 'deck.html');
  writeFileSync(file, built?.html ?? '');
  const { page } = await openDeck(file);
  await whenReady(page);
  const styles = await page.$$eval('.fragment', (all) =>
    all.map((one) => [
      one.id,
      getComputedStyle(one).transform !== 'none',
      getComputedStyle(one).opacity,
    ]),
  );
  // One moves in from below, one is there from the start and will grow.
  expect(styles).toEqual([
    ['quoted', true, '0'],
    ['broken', false, '1'],
    ['plain', false, '0'],
    ['spaced', true, '0'],
    ['reference', true, '0'],
    ['inline', true, '0'],
  ]);
});
