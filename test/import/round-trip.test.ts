import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { exportTo } from '../export/pptx/presentation.ts';
import { exportDeck } from '../support/builds.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';
import { contentOf, sharedLines } from './deck-content.ts';

/** Decks, and how many of their lines come back from PowerPoint as they were. */
const decks = [
  { name: 'slides/how-aws-was-born.md', share: 0.92 },
  { name: 'slides/guide.md', share: 0.9 },
  { name: 'slides/charts.md', share: 0.85 },
  { name: 'talk', share: 0.75 },
  { name: 'lecture', share: 0.8 },
  { name: 'report', share: 0.75 },
  { name: 'lightning', share: 0.85 },
] as const;

test.for(decks)('$name comes back from PowerPoint', async (each) => {
  const folder = temporaryFolder();
  const isShipped = each.name.includes('/');
  const deck = isShipped ? path.join(packageRoot, each.name) : await create(each.name, folder);
  const presentation = isShipped
    ? await exportDeck(each.name)
    : (await exportTo(packageRoot, deck)).path;
  copyFileSync(presentation, path.join(folder, 'talk.pptx'));
  expect(await lectern(['import', 'talk.pptx'], folder)).toMatchObject({ exitCode: 0 });
  const imported = path.join(folder, 'talk/talk.md');
  const [before, after] = [await contentOf(deck), await contentOf(imported)];
  expect(after.length).toBe(before.length);
  for (const [index, slide] of before.entries()) {
    // PowerPoint has no polar areas, which are images, and no diagrams, which are shapes with text.
    if (slide.isDrawn)
      expect(after[index]).toMatchObject({ title: slide.title, notes: slide.notes });
    else expect(after[index], slide.title).toEqual(slide);
  }
  const share = sharedLines(readFileSync(deck, 'utf8'), readFileSync(imported, 'utf8'));
  expect(share).toBeGreaterThan(each.share);
});

async function create(template: string, folder: string): Promise<string> {
  const args = ['new', 'harvest', '--template', template];
  expect(await lectern(args, folder)).toMatchObject({ exitCode: 0 });
  return path.join(folder, 'slides/harvest.md');
}
