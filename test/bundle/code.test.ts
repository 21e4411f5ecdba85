import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { findOverflow, whenReady } from '../support/browser/deck-walk.ts';
import { buildMarkdown } from '../support/builds.ts';

const long = 'x'.repeat(80);
const deck = `# Code

---

## Short

\`\`\`js
let a = 1;
\`\`\`

---

## Wide

\`\`\`text
${long}
\`\`\`

---

## Wider than type can be small

\`\`\`text
${long}${long}
\`\`\`

---

## High

\`\`\`text
${Array.from({ length: 17 }, (_, i) => `line ${i}`).join('\n')}
\`\`\`

---

## Wrapped

\`\`\`text {wrap}
    ${'word '.repeat(30)}
\`\`\`

---

## Changed

\`\`\`js {numbers}
let a = 1; // [!code --]
let a = 2; // [!code ++]
\`\`\`
`;

/** What there is to see of the code on a slide. */
async function look(page: Page, slide: number) {
  await page.evaluate((index) => window.Reveal.slide(index), slide);
  const { size, height } = await page.$eval('.present pre', (pre) => ({
    size: Number.parseFloat(getComputedStyle(pre).fontSize),
    height: pre.getBoundingClientRect().height,
  }));
  return { size, height, overflow: await page.evaluate(findOverflow) };
}

describe('code on a slide', () => {
  test('is as large as it may be, and as small as it must be', async ({ openDeck }) => {
    const { page } = await openDeck(await buildMarkdown(deck));
    await whenReady(page);
    const [short, wide, wider, high] = [
      await look(page, 1),
      await look(page, 2),
      await look(page, 3),
      await look(page, 4),
    ];
    // A slide with little code has larger type.
    expect([short.size, wider.size]).toEqual([42, 17]);
    expect(wide.size).toBeGreaterThan(17);
    expect(wide.size).toBeLessThan(28);
    expect(high.size).toBeLessThan(28);
    // One line stays one, and two become of the line that has no room.
    expect(wide.height).toBeLessThan(2 * 1.8 * wide.size);
    expect(wider.height).toBeGreaterThan(2 * 1.375 * wider.size);
    expect([short, wide, wider, high].flatMap(({ overflow }) => overflow)).toEqual([]);
  });

  test('goes on below where it is asked to, behind its indent', async ({ openDeck }) => {
    const { page } = await openDeck(await buildMarkdown(deck));
    await whenReady(page);
    const { size } = await look(page, 5);
    expect(size).toBe(28);
    const lefts = await page.evaluate(() => {
      const line = document.querySelector('.present .line') as HTMLElement;
      const range = document.createRange();
      range.setStart(line.firstChild as Node, 4);
      range.setEnd(line.firstChild as Node, line.textContent.length);
      // The space at which a line breaks has a box of its own.
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 100);
      return boxes.map(({ left }) => left);
    });
    const letter = size * 0.6;
    const [first = 0, second = 0] = lefts;
    expect(second - first).toBeCloseTo(2 * letter, 0);
  });

  test('tells what changed by sign and by name, and copies as code alone', async ({ openDeck }) => {
    const { page } = await openDeck(await buildMarkdown(deck));
    await whenReady(page);
    await look(page, 6);
    const code = page.locator('.present code');
    expect(await code.ariaSnapshot()).toBe(`- code:
  - deletion: let a = 1;
  - insertion: let a = 2;`);
    expect(await page.$$eval('.present .sign', (all) => all.map((s) => s.textContent))).toEqual([
      '\u2212',
      '+',
    ]);
    const copied = await code.evaluate((element) => {
      getSelection()?.selectAllChildren(element);
      return getSelection()?.toString();
    });
    expect(copied?.trim()).toBe('let a = 1;\nlet a = 2;');
  });
});
