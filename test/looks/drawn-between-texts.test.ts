import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { buildMarkdown } from '../support/builds.ts';

const long = 'A paragraph that introduces the numbers, and says what to see in the chart below it.';

const bars = '```chart bar\nQuarter,Revenue\nQ1,12\nQ2,15\nQ3,9\n```';
const line = '```chart line\nQuarter,Costs\nQ1,8\nQ2,9\nQ3,7\n```';
const flow = '```mermaid\nflowchart LR\nA[Start] --> B[End]\n```';
const qr = '```qr\nhttps://example.org\n```';
const photo = '![A photo](photo.jpg)';

const indented = (block: string): string => block.replaceAll('\n', '\n  ');

const slides = {
  'Two charts and three paragraphs': [long, bars, long, line, 'The third.'],
  'A diagram, and a chart with a title': [
    long,
    flow,
    'The second.',
    '```chart bar\ntitle: Sales\nsource: Own figures\n\nQ,Sales\nQ1,12\nQ2,15\n```',
    'The third.',
  ],
  'An image and a chart': [long, photo, 'The second.', bars, 'The third.'],
  'In columns': [
    '::: columns\n\n::: column',
    'Before.',
    bars,
    'Between.',
    line,
    'After.',
    ':::\n\n::: column',
    'Before.',
    flow,
    'Between.',
    bars,
    'After.',
    ':::\n\n:::',
    'Below the columns.',
  ],
  'In a list': [
    `- A chart\n\n  ${indented(bars)}`,
    `- A diagram\n\n  ${indented(flow)}`,
    `- A code\n\n  ${indented(qr)}`,
  ],
  'In a quote, a group and a division': [
    `> A chart\n>\n> ${bars.replaceAll('\n', '\n> ')}`,
    `::: {.box}\n\nBefore.\n\n${bars}\n\nAfter.\n\n:::`,
    `<div>\n\n${bars}\n\n</div>`,
    'After.',
  ],
  'In steps': [
    'Before.',
    `::: fragment\nText.\n\n${bars}\n\nText.\n:::`,
    'Between.',
    line,
    'After.',
  ],
};

const deck = (theme: string): string =>
  `---\ntheme: ${theme}\n---\n\n# Charts between texts\n${Object.entries(slides)
    .map(([title, blocks]) => `\n---\n\n## ${title}\n\n${blocks.join('\n\n')}\n`)
    .join('')}`;

/** Drawings that are over texts or over the edge of a slide, live charts of another size than their boxes. */
function findWrong(): readonly string[] {
  const found: string[] = [];
  for (const slide of document.querySelectorAll('section.slide.present')) {
    const edge = slide.getBoundingClientRect();
    const texts = [...slide.querySelectorAll('.slot :is(p, li > p, figcaption, h2)')];
    const drawings = slide.querySelectorAll('.chart-box > *, .diagram > svg, .qr > svg, .slot img');
    for (const drawing of drawings) {
      // Live charts are not printed.
      if (drawing.getClientRects().length === 0) continue;
      const box = drawing.getBoundingClientRect();
      const name = `${slide.ariaLabel}: ${drawing.tagName} ${Math.round(box.top)}–${Math.round(box.bottom)}`;
      if (box.height < 50) found.push(`${name} is too small`);
      if (box.bottom > edge.bottom - 20) found.push(`${name} is not on the slide`);
      const parent = drawing.parentElement?.getBoundingClientRect();
      if (parent && box.height > parent.height + 1) found.push(`${name} is larger than its box`);
      for (const text of texts) {
        const other = text.getBoundingClientRect();
        const isOver =
          Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 2 &&
          Math.min(box.right, other.right) - Math.max(box.left, other.left) > 2;
        if (isOver) found.push(`${name} is over ${text.textContent}`);
      }
    }
  }
  return found;
}

async function wrongIn(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const index of Object.keys(slides).keys()) {
    await page.evaluate((h) => window.Reveal.slide(h, 0, 99), index + 1);
    found.push(...(await page.evaluate(findWrong)));
  }
  return found;
}

// One with low lines of text and one with high ones.
test.for(['signal', 'terminal'])(
  'charts and the like share the room with texts: %s',
  async (theme, { openDeck }) => {
    const image = readFileSync(path.join(packageRoot, 'test/looks/photo.jpg'));
    const { page } = await openDeck(await buildMarkdown(deck(theme), { 'photo.jpg': image }));
    await whenReady(page);
    expect(await wrongIn(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await wrongIn(page)).toEqual([]);
  },
);
