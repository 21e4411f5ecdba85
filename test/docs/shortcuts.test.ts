import { expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { buildMarkdown } from '../support/builds.ts';
import { mp4 } from '../support/media.ts';
import { codeIn, rowsIn, sectionOf } from './pages.ts';

/** Uses every part of the runtime that has shortcuts. */
const deck = `# Title

---

## Chart

\`\`\`chart bar
x,y
a,1
\`\`\`

---

## Video

![A film](film.mp4)
`;

const film = mp4();

test('the manual has each key of the list of keyboard shortcuts', async ({ openDeck }) => {
  const { page } = await openDeck(await buildMarkdown(deck, { 'film.mp4': film }));
  await whenReady(page);
  await page.keyboard.press('?');
  const shown = await page.locator('.help-keys .keys').allTextContents();
  expect(shown.length).toBeGreaterThan(30);
  const rows = rowsIn(sectionOf('docs/presenting.md', 'Keyboard shortcuts'));
  const documented = new Set(rows.flatMap(([keys]) => codeIn(keys)).map(plain));
  expect(shown.map(plain).filter((key) => !documented.has(key))).toEqual([]);
});

/** The help has another minus. */
function plain(key: string): string {
  return key.replace('−', '-').replaceAll(' ', '');
}
