import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { buildDeck } from '../support/builds.ts';
import { expectFile, fixtureNames } from '../support/fixtures.ts';
import { listen } from './screen-reader.ts';

/** What is heard of each deck. */
const transcripts = path.join(import.meta.dirname, 'transcripts');

describe('a screen reader reads', () => {
  test.for(fixtureNames(transcripts))('%s', async (name, { openDeck }) => {
    const folder = path.join(transcripts, name);
    const own = path.join(folder, 'deck.md');
    const deck = existsSync(own) ? path.relative(packageRoot, own) : `slides/${name}.md`;
    // The screen reader is no script of the page.
    const { page } = await openDeck(await buildDeck(deck), { bypassCSP: true });
    await whenReady(page);
    expectFile(path.join(folder, 'heard.txt'), await listen(page));
  });
});
