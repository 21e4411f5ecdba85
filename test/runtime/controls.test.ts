import { expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { buildMarkdown } from '../support/builds.ts';

test.for(['ltr', 'rtl'])(
  'the controls leave the footer and the number free, %s',
  async (dir, { openDeck }) => {
    const deck = `---\ndir: ${dir}\nfooter: A footer\nnumbers: n/total\n---\n\n## A\n\ntext\n`;
    const { page } = await openDeck(await buildMarkdown(deck));
    await whenReady(page);
    const boxOf = (name: string) =>
      page.locator(`.present ${name}, .reveal > ${name}`).boundingBox();
    const controls = await boxOf('.controls');
    for (const name of ['.slide-number', '.slide-footer > :first-child']) {
      const box = await boxOf(name);
      if (!controls || !box) throw new Error(`there is no ${name}`);
      const isFree = box.x + box.width <= controls.x || controls.x + controls.width <= box.x;
      expect(isFree, name).toBe(true);
    }
  },
);
