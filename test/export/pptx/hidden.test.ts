import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/files.ts';
import { lectern } from '../../support/lectern.ts';
import { findProblems, relationsOf } from './check-package.ts';
import { elements, OpenedFile, paragraphsOf } from './opened-file.ts';

const deck = `---
numbers: n/total
---

# Talk

---
hide: true
---

## Backup

Hidden[^one].

$$
a = b
$$ {#eq-hidden}

[^one]: Of the backup.

---

## Result

See [the backup](#backup), [the end](#/3) and[^two].

$$
c = d
$$ {#eq-shown}

[^two]: Of the result.

---
hide: true
---

## Result

Its other version.

---

## End

Back to [the result](#result), [](#eq-shown).
`;

/** Exports the deck in a folder of its own. */
async function exported(
  ...flags: readonly string[]
): Promise<{ readonly file: OpenedFile; readonly folder: string }> {
  const folder = temporaryFolder({ 'talk.md': deck });
  const outcome = await lectern(['export', 'talk.md', ...flags], folder);
  expect(outcome.exitCode, outcome.errors).toBe(0);
  return { file: new OpenedFile(readFileSync(path.join(folder, 'dist/talk.pptx'))), folder };
}

const titles = ({ slides }: OpenedFile): readonly string[] =>
  slides.map((slide) => paragraphsOf(slide)[0] ?? '');

test('slides that are left out of the page are hidden, at their places', async () => {
  const { file } = await exported('--to', 'pptx');
  expect(titles(file)).toEqual(['Talk', 'Backup', 'Result', 'Result', 'End']);
  const shown = file.slides.map((slide) => elements(slide, 'p:sld')[0]?.attribs.show);
  expect(shown).toEqual([undefined, '0', undefined, '0', undefined]);
  expect(findProblems(file)).toEqual([]);
});

test('hidden slides change neither numbers nor links of the others', async () => {
  const { file } = await exported('--to', 'pptx');
  const numbers = file.slides.map((slide) =>
    elements(slide, 'p:sp')
      .filter((shape) => elements(shape, 'p:ph')[0]?.attribs.type === 'sldNum')
      .flatMap((shape) => paragraphsOf(shape)),
  );
  expect(numbers).toEqual([[], ['2'], ['2 / 3'], ['4'], ['3 / 3']]);
  const texts = file.slides.map((slide) => paragraphsOf(slide).join('\n'));
  expect(texts[1]).toContain('2 Of the backup.');
  expect(texts[2]).toContain('1 Of the result.');
  expect(texts[4]).toContain('(1)');
  const targets = [2, 4].map((index) =>
    relationsOf(file, `ppt/slides/slide${index + 1}.xml`)
      .filter(({ type }) => type === 'slide')
      .map(({ target }) => target),
  );
  expect(targets).toEqual([
    ['ppt/slides/slide2.xml', 'ppt/slides/slide5.xml'],
    ['ppt/slides/slide3.xml'],
  ]);
});

test('other formats of the same run have only the others', async () => {
  const { file, folder } = await exported('--to', 'markdown,pptx');
  expect(titles(file)).toContain('Backup');
  expect(readFileSync(path.join(folder, 'dist/talk.md'), 'utf8')).not.toContain('Backup');
});

test('ranges count the slides of the page, and hidden ones follow the slide before them', async () => {
  const { file } = await exported('--to', 'pptx', '--slides', '2');
  expect(titles(file)).toEqual(['Result', 'Result']);
});

test('hidden slides come back from an import', async () => {
  const { folder } = await exported('--to', 'pptx');
  await lectern(['import', 'dist/talk.pptx', '--out', 'back'], folder);
  const back = readFileSync(path.join(folder, 'back/talk.md'), 'utf8');
  expect(back.match(/^hide: true$/gm)).toHaveLength(2);
  expect(back).not.toMatch(/^numbers: (?!n\/total)/m);
  const again = await lectern(['build', 'back/talk.md', '--out', 'back.html'], folder);
  expect(again).toMatchObject({ exitCode: 0, errors: '' });
});
