import { expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const lines = Array.from({ length: 6 }, (_, i) => `- item ${i + 1} of a list that has some words`);

/** A slide with little on it, and one with much. */
const deck = `---
marp: true
style: |
  section { font-size: 20px; font-family: monospace; line-height: 2 }
---

# One

text

---

# Two

${lines.join('\n')}
`;

test('type that a deck of Marp sets for slides holds on all of them', async ({ openDeck }) => {
  const folder = temporaryFolder({ 'deck.md': deck });
  await lectern(['build', 'deck.md', '--out', 'deck.html'], folder);
  const { page } = await openDeck(`${folder}/deck.html`);
  await whenReady(page);
  const styles = await page.evaluate(() =>
    [...document.querySelectorAll('.slide .flow > :first-child')].map((element) => {
      const { fontSize, fontFamily, lineHeight } = getComputedStyle(element);
      return [fontSize, fontFamily, lineHeight];
    }),
  );
  expect(styles).toEqual([
    ['20px', 'monospace', '40px'],
    ['20px', 'monospace', '40px'],
  ]);
});

test('1rem is the size of the text of the slide', async ({ openDeck }) => {
  const style = 'section { font-size: 2em }\nem { font-size: 0.5rem }';
  const text = `---\nmarp: true\n---\n\n<style>\n${style}\n</style>\n\n# One\n\n*a word*\n`;
  const folder = temporaryFolder({ 'deck.md': text });
  await lectern(['build', 'deck.md', '--out', 'deck.html'], folder);
  const { page } = await openDeck(`${folder}/deck.html`);
  await whenReady(page);
  const sizes = await page.evaluate(() =>
    ['p', 'em'].map((name) => {
      const element = document.querySelector(`.slide .flow ${name}`);
      return element && getComputedStyle(element).fontSize;
    }),
  );
  expect(sizes).toEqual(['32px', '16px']);
});
