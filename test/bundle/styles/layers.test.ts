import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { themeNames } from '../../looks/support.ts';
import { test } from '../../support/browser/browser.ts';
import { whenReady } from '../../support/browser/deck-walk.ts';
import { buildMarkdown } from '../../support/builds.ts';

const slides = `
## A title

- One
- Two

---
layout: section
class: own
---

## A part

---
class: colored
background: "#803010"
color: "#ffffff"
---

## A chart

\`\`\`chart bar "Apples"
year, apples
2024, 1
2025, 2
\`\`\`

- First
- Then {.fragment .card}

Note: Only for the speaker.
`;

const rules = `
.slide { background-image: linear-gradient(rgb(1 2 3), rgb(4 5 6)); }
h2 { text-transform: uppercase; letter-spacing: 3px; }
li { margin-block-start: 7px; }
.own, .colored { --color-text: rgb(4 4 4); }
.own { --color-accent: rgb(7 8 9); }
.layout-section .slot-title { border-block-end: 5px solid var(--color-accent); }
`;

/** The computed value of a property of the first element. */
function styleOf(page: Page, selector: string, property: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

async function styleOfAll(
  page: Page,
  wanted: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const found = Object.keys(wanted).map(async (key) => {
    const [selector = '', property = ''] = key.split(' | ');
    return [key, await styleOf(page, selector, property)] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

const seen = {
  '.slide | background-image': 'linear-gradient(rgb(1, 2, 3), rgb(4, 5, 6))',
  '.slide h2 | text-transform': 'uppercase',
  '.slide h2 | letter-spacing': '3px',
  '.slide li | margin-block-start': '7px',
  '.layout-section .slot-title | border-block-end': '5px solid rgb(7, 8, 9)',
  '.own | color': 'rgb(4, 4, 4)',
  // A slide's own settings win over rules for all slides.
  '.colored | background-image': 'none',
  '.colored | background-color': 'rgb(128, 48, 16)',
  '.colored | color': 'rgb(255, 255, 255)',
};

test('rules of authors win in every theme, also in one that imports it', async ({ openDeck }) => {
  for (const theme of themeNames) {
    const own = theme === 'signal' || theme === 'ink';
    const { page } = await openDeck(
      own
        ? await buildMarkdown(`---\ntheme: ./mine.css\n---\n${slides}`, {
            'mine.css': `@import "${theme}";\n${rules}`,
          })
        : await buildMarkdown(`---\ntheme: ${theme}\nstyles: own.css\n---\n${slides}`, {
            'own.css': rules,
          }),
    );
    await whenReady(page);
    expect(await styleOfAll(page, seen), theme).toEqual(seen);
    // What an own theme does not set, it has from the one that it imports.
    expect(await styleOf(page, '.slide h2', 'font-family'), theme).not.toBe('');
  }
});

const everything = `
@layer mine { h2 { color: rgb(1 1 1); } }
@import "more.css" screen;
* { margin: 0; padding: 0; box-sizing: border-box; }
*, *::before { letter-spacing: 0; }
section { display: block; position: relative; opacity: 1; visibility: visible; transform: none; }
.slide { position: relative; padding-inline-start: 11px; }
svg { position: static; inline-size: 100%; block-size: auto; }
aside, details { display: block; position: static; }
button { padding: 40px; }
.card { opacity: 1; visibility: visible; transform: rotate(1deg); }
.card { color: rgb(9 9 9) !important; }
@supports (display: grid) { li { animation: turn 1s paused; } }
@keyframes turn { to { rotate: 1deg; } }
@scope (.slide) { ul { list-style-type: square; } }
.slide { & h2 { text-indent: 5px; } }
`;

test('what places and hides slides is not affected by rules for all elements', async ({
  openDeck,
}) => {
  const { page } = await openDeck(
    await buildMarkdown(`---\nstyles: [own.css, last.css]\n---\n${slides}`, {
      // An import is first in its sheet.
      'own.css': everything.replace(/(@layer.*\n)(@import.*\n)/, '$2$1'),
      'more.css': 'li { text-indent: 3px; }',
      'last.css': '.slide { padding-inline-start: 13px; }',
    }),
  );
  await whenReady(page);
  await page.evaluate(() => {
    location.hash = '#/3';
  });
  await page.waitForSelector('.slide.present .card', { state: 'attached' });
  const wanted = {
    '.slide.present | position': 'absolute',
    '.slide.present | display': 'flex',
    '.slide.past | opacity': '0',
    '.slide.present .card | visibility': 'hidden',
    '.slide.present .card | opacity': '0',
    '.slide.present .card | color': 'rgb(9, 9, 9)',
    '.slide.present > .notes | display': 'none',
    '.slide.present .chart-details | position': 'absolute',
    '.slide.present .chart-box > svg | position': 'absolute',
    '.controls button | padding-top': '0px',
    // The author's.
    '.slide.present | padding-inline-start': '13px',
    '.slide.present h2 | color': 'rgb(1, 1, 1)',
    '.slide.present h2 | text-indent': '5px',
    '.slide.present li | text-indent': '3px',
    // Reduced motion applies to the author's, too.
    '.slide.present li | animation-name': 'none',
    '.slide.present ul | list-style-type': 'square',
  };
  expect(await styleOfAll(page, wanted)).toEqual(wanted);
  // The base has a value for lists, which a rule for all elements does not change.
  expect(await styleOf(page, '.slide.present ul', 'padding-inline-start')).not.toBe('0px');
  await page.emulateMedia({ media: 'print' });
  expect(await styleOf(page, '.slide.past', 'opacity')).toBe('1');
  expect(await styleOf(page, '.slide.past', 'position')).toBe('relative');
  expect(await styleOf(page, '.slide .card', 'visibility')).toBe('visible');
  expect(await styleOf(page, '.slide > .notes', 'display')).toBe('none');
});
