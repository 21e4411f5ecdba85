import { expect, test } from 'vitest';
import { elements, slideAt } from './opened-file.ts';
import { exportPptx } from './presentation.ts';

test('a first column that names its rows is marked as such', async () => {
  const table = (cell: string) => `\n---\n\n| a | b |\n|---|--:|\n| ${cell} | 1 |\n`;
  const file = await exportPptx(`# T\n${table('c')}${table('5')}`);
  const marks = [1, 2].map(
    (slide) => elements(slideAt(file, slide), 'a:tblPr')[0]?.attribs.firstCol,
  );
  expect(marks).toEqual(['1', undefined]);
});
