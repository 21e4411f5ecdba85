import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { commonLines } from '../../src/runtime/slides/common-lines.ts';
import { inMotion, test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { buildMarkdown } from '../support/builds.ts';

const chart = '```chart bar\nyear,apples\n2018,17\n2019,26\n```';
const picture = '![A square](square.svg){width=80px}';
const files = {
  'square.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9H0z"/></svg>',
};
const deck = `# The same title

---
autoAnimate: true
---

## Code grows

Some text

\`\`\`js
let a = 1;
let b = 2;
\`\`\`

Below

---
autoAnimate: true
---

## Code grows

\`\`\`js
let a = 1;
let between = 1.5;
let more = 1.75;
let b = 2;
\`\`\`

Below

---
autoAnimate: true
---

## Charts

${chart}

---
autoAnimate: true
---

Text

## Charts

${chart}

---
autoAnimate: true
---

## Lists

- Apples
- Pears

${picture}

Here {data-id=mark}

---
autoAnimate: true
---

## Lists

- Plums
- Apples
- Pears

There {data-id=mark}

${picture}
`;

/** Goes on, and holds the movement where it begins, in its middle or where it ends. */
async function goOn(page: Page, moment: 0 | 0.5 | 1): Promise<void> {
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelector('[data-auto-animate="running"]'));
  await page.evaluate((share) => {
    for (const animation of document.getAnimations()) {
      const { duration = 0, delay = 0 } = animation.effect?.getTiming() ?? {};
      animation.pause();
      animation.currentTime = (Number(delay) + Number(duration)) * share;
    }
  }, moment);
}

function topOf(page: Page, text: string): Promise<number> {
  const element = page.locator('.present').getByText(text, { exact: true });
  return element.evaluate((node) => (node.closest('.line') ?? node).getBoundingClientRect().top);
}

/** Slides with what they share, opened at one of them. */
async function openAt(page: Page, slide: number): Promise<void> {
  await whenReady(page);
  await page.evaluate((index) => window.Reveal.slide(index), slide);
}

describe('slides that go over into one another', () => {
  test('move the lines of code that they share, and what is around', async ({ openDeck }) => {
    const { page, consoleErrors, violations } = await openDeck(
      await buildMarkdown(deck, files),
      inMotion,
    );
    await openAt(page, 1);
    const texts = ['let b = 2;', 'Below', 'Code grows'];
    const places = () => Promise.all(texts.map((text) => topOf(page, text)));
    const before = await places();
    await goOn(page, 0);
    const start = await places();
    await openAt(page, 1);
    await goOn(page, 0.5);
    const middle = await places();
    await openAt(page, 1);
    await goOn(page, 1);
    const end = await places();
    for (const [i, top] of start.entries())
      expect(Math.abs(top - (before[i] ?? 0))).toBeLessThan(2);
    const [b = [], below = [], title = []] = texts.map((_, i) => [start[i], middle[i], end[i]]);
    expect(new Set(b).size).toBe(3);
    expect(new Set(below).size).toBe(3);
    expect(new Set(title).size).toBe(1);
    expect(end[0]).not.toBe(before[0]);
    expect([consoleErrors, await violations()]).toEqual([[], []]);
  });

  test('stand still for those who asked for less motion', async ({ openDeck }) => {
    const file = await buildMarkdown(deck, files);
    const { page } = await openDeck(file);
    await openAt(page, 1);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('.announcer')?.textContent !== '');
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect(await page.$('[data-auto-animate="running"], [data-auto-animate="pending"]')).toBe(null);
  });

  test('move items, pictures, and what has one name by data-id', async ({ openDeck }) => {
    const { page } = await openDeck(await buildMarkdown(deck, files), inMotion);
    const places = () =>
      page.$$eval('.present :is(li, img, [data-id])', (all) =>
        all.map((element) => {
          const name = element.textContent.trim() || element.tagName;
          return [name, Math.round(element.getBoundingClientRect().top)] as const;
        }),
      );
    await openAt(page, 5);
    const before = new Map(await places());
    await goOn(page, 0);
    const start = new Map(await places());
    const [apples, pears, img] = ['Apples', 'Pears', 'IMG'].map((name) => before.get(name));
    expect([start.get('Apples'), start.get('Pears'), start.get('IMG')]).toEqual([
      apples,
      pears,
      img,
    ]);
    expect(start.get('There')).toBe(before.get('Here'));
  });

  test('move a chart that they share, and draw it once', async ({ openDeck }) => {
    const { page } = await openDeck(await buildMarkdown(deck, files), inMotion);
    await openAt(page, 3);
    await goOn(page, 0);
    const charts = await page.$$eval('.present .chart', (all) =>
      all.map((figure) => ({
        canvases: figure.querySelectorAll('canvas').length,
        moves: getComputedStyle(figure).transform !== 'none',
        picture: getComputedStyle(figure.querySelector('svg') as Element).visibility,
      })),
    );
    expect(charts).toEqual([{ canvases: 1, moves: true, picture: 'hidden' }]);
  });
});

describe('the lines that two blocks have in common', () => {
  const find = (before: string, after: string) =>
    commonLines(
      Array.from(before, (text, i) => [i, text] as const),
      Array.from(after, (text, i) => [i, text] as const),
      ([, text]) => text.trim(),
    ).map(([[i], [j]]) => [i, j]);

  test('keep their order', () => {
    expect(find('a}b}', 'a}x}b}')).toEqual([
      [0, 0],
      [1, 1],
      [2, 4],
      [3, 5],
    ]);
  });

  test('or go past others', () => {
    expect(find('abc', 'cab')).toEqual([
      [0, 1],
      [1, 2],
      [2, 0],
    ]);
  });

  test('are not the empty ones', () => {
    expect(find('a b', 'a b')).toEqual([
      [0, 0],
      [2, 2],
    ]);
  });
});
