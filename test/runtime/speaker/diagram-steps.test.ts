import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { whenReady } from '../../support/browser/deck-walk.ts';
import { build, openSpeakerView } from './speaker-view.ts';

const source = [
  '# The talk',
  '## Way\n\n```mermaid steps=nodes\nflowchart LR\n  a[One] --> b[Two] --> c[Three]\n```',
].join('\n\n---\n\n');

/** The visible boxes of a diagram; those with the accent color are `new`. */
function accents(page: Page, root: string): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    const slide = document.querySelector(selector);
    if (!slide) return [];
    const probe = document.createElement('i');
    probe.style.color = 'var(--color-accent)';
    slide.append(probe);
    const accent = getComputedStyle(probe).color;
    probe.remove();
    return [...slide.querySelectorAll('g.node')]
      .filter((node) => getComputedStyle(node).visibility !== 'hidden')
      .map((node) => {
        const shape = node.querySelector('rect, path');
        const isNew = shape !== null && getComputedStyle(shape).stroke === accent;
        return `${node.textContent}${isNew ? ' new' : ''}`;
      });
  }, root);
}

test('what a step has added to a diagram has the accent color in the speaker view, too', async ({
  openDeck,
}) => {
  const { page } = await openDeck(await build(source));
  await whenReady(page);
  const speaker = await openSpeakerView(page);
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  const stage = ['One', 'Two', 'Three new'];
  await expect.poll(() => accents(page, '.slide.present')).toEqual(stage);
  await expect.poll(() => accents(speaker, '.slide-copy')).toEqual(stage);
});
