import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { packageRoot } from '../src/base/files/package-root.ts';
import { test } from './support/browser/browser.ts';
import { findOverflow, fontsOf, walk, whenReady } from './support/browser/deck-walk.ts';
import { buildDeck } from './support/builds.ts';

const decks = ['arabic', 'japanese'];

for (const name of decks) {
  test(`a deck in ${name} is set in its own font, within its slides`, async ({ openDeck }) => {
    const file = await buildDeck(path.join('test/scripts', `${name}.md`));
    const { page, consoleErrors } = await openDeck(file);
    await whenReady(page);
    const problems: string[] = [];
    await walk(page, 'ArrowLeft', async () => undefined);
    for (const key of ['Space']) {
      await walk(page, key, async () => {
        problems.push(...(await page.evaluate(findOverflow)));
        const fonts = await fontsOf(page, 'section.present');
        problems.push(...fonts.flatMap((font) => (font.isCustomFont ? [] : font.familyName)));
        problems.push(...(await page.evaluate(findSlanted)));
      });
    }
    expect(problems).toEqual([]);
    expect(consoleErrors).toEqual([]);
  });
}

test('the two decks are for people of these languages', () => {
  for (const [name, lang] of [
    ['arabic', 'ar'],
    ['japanese', 'ja'],
  ]) {
    const text = readFileSync(path.join(packageRoot, `test/scripts/${name}.md`), 'utf8');
    expect(text).toContain(`lang: ${lang}\n`);
  }
});

/** Texts that are slanted, in scripts that have no italics. */
function findSlanted(): readonly string[] {
  const texts = [...document.querySelectorAll('section.present :is(em, i, cite, dfn)')];
  const slanted = texts.filter((text) => getComputedStyle(text).fontStyle !== 'normal');
  return slanted.map((text) => `slanted: ${text.textContent}`);
}
