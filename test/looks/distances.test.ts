import { expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { buildMarkdown } from '../support/builds.ts';
import { png } from '../support/images.ts';

const deck = `---
theme: terminal
---

# Distances

---

## In items

- item

  \`\`\`js
  const a = 1;
  \`\`\`

  > quote

  | a |
  |---|
  | 1 |

- tight
  > quote

Term
: definition

  - a list

---

## In the middle of the slide

<p align="center"><img src="a.png" width="300" alt="a"></p>

---
layout: center
---

## In the middle

Term
: definition

![a](a.png) ![b](a.png)

![c](a.png "A caption")
`;

test('blocks in items have a distance to the text above and all the width, and centered ones are in the middle', async ({
  openDeck,
}) => {
  const { page } = await openDeck(await buildMarkdown(deck, { 'a.png': png(80, 60) }));
  await page.evaluate(() => window.Reveal.slide(1));
  const distances = await page.evaluate(() =>
    Array.from(
      document.querySelectorAll('.present :is(.code, li table, li blockquote, dd ul)'),
      (block) => {
        const before = document.createRange();
        before.selectNode(
          block.previousSibling?.textContent?.trim()
            ? block.previousSibling
            : (block.previousElementSibling ?? block),
        );
        return Math.round(
          block.getBoundingClientRect().top - before.getBoundingClientRect().bottom,
        );
      },
    ),
  );
  expect(distances).toHaveLength(5);
  for (const distance of distances) {
    expect(distance).toBeGreaterThan(6);
    expect(distance).toBeLessThan(24);
  }
  const ends = await page.$$eval('.present :is(.slot-body, ul:has(.code))', (elements) =>
    elements.map((element) => element.getBoundingClientRect().right),
  );
  expect(ends[0]).toBe(ends[1]);
  const middles: number[] = [];
  for (const [slide, selector] of [
    [2, 'p[align] > img'],
    [3, 'dl, .images > img:first-child, .slot-body > .image > *'],
  ] as const) {
    await page.evaluate((index) => window.Reveal.slide(index), slide);
    middles.push(
      ...(await page.$$eval(`.present :is(${selector})`, (elements) =>
        elements.map((element) => {
          const { left, right } = element.getBoundingClientRect();
          const other = element.matches('.images > *') && element.nextElementSibling;
          const end = other ? other.getBoundingClientRect().right : right;
          return Math.round((left + end) / 2);
        }),
      )),
    );
  }
  expect(middles).toEqual([640, 640, 640, 640, 640]);
});
