import { expect } from 'vitest';
import { buildLayouts } from '../looks/support.ts';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { buildMarkdown } from '../support/builds.ts';

const words =
  'moved whole catalogue service spring nobody outside team noticed anything changed numbers'.split(
    ' ',
  );

/** A number from 0 to `limit`, the same in each run. */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * limit);
  };
}

/** Slides that are about as full as they may be, with lists, paragraphs, tables and code. */
function randomDeck(seed: number, count: number): string {
  const random = randomNumbers(seed);
  const sentence = (most: number): string =>
    Array.from({ length: 2 + random(most) }, () => words[random(words.length)]).join(' ');
  const lines = (write: () => string): string =>
    Array.from({ length: 1 + random(7) }, write).join('\n');
  const blocks = [
    () => lines(() => `- ${sentence(16)}`),
    () => `${sentence(40)}.`,
    () => `| A | B |\n|---|---|\n${lines(() => `| ${sentence(6)} | ${sentence(6)} |`)}`,
    () => `\`\`\`js\n${lines(() => `call(${random(9)});`)}\n\`\`\``,
  ];
  const slides = Array.from({ length: count }, () => {
    const content = Array.from({ length: 1 + random(3) }, () => blocks[random(blocks.length)]?.());
    return `## ${sentence(4)}\n\n${content.join('\n\n')}`;
  });
  return slides.join('\n\n---\n\n');
}

/** The slides that are not measured, though their content is larger than their room. */
const findUnnoticed = (): readonly string[] => {
  const found: string[] = [];
  for (const slide of document.querySelectorAll<HTMLElement>('section.slide:not([data-fit])')) {
    slide.style.setProperty('display', 'flex', 'important');
    const layout = slide.querySelector<HTMLElement>('.layout');
    const boxes = [layout, ...slide.querySelectorAll<HTMLElement>('.slot:not(.slot-title)')];
    const isFull = boxes.some((box) => box && box.scrollHeight > box.clientHeight + 16);
    if (isFull) found.push(`${slide.dataset.number}: ${slide.textContent?.trim().slice(0, 60)}`);
  }
  return found;
};

test.for(['signal', 'plain', 'terminal'])(
  'what is not measured fits, in the theme %s',
  async (theme, { openDeck }) => {
    const deck = `---\ntheme: ${theme}\nfooter: A footer\n---\n\n${randomDeck(7, 120)}\n`;
    for (const file of [await buildMarkdown(deck), await buildLayouts(`theme: ${theme}`)]) {
      const { page } = await openDeck(file);
      await whenReady(page);
      const all = await page.$$eval('section.slide', (slides) => slides.length);
      const measured = await page.$$eval('section.slide[data-fit]', (slides) => slides.length);
      expect(measured).toBeLessThan(all);
      expect(await page.evaluate(findUnnoticed)).toEqual([]);
    }
  },
);
