import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildPage } from '../../build.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { BuildMemo } from '../../src/base/memo/memo.ts';
import { temporaryFolder } from '../support/files.ts';
import { rowsOf, xlsx } from '../support/xlsx.ts';

/** A workbook with a value, and a hidden row, which a note is about. */
function workbook(value: number): Buffer {
  const rows = rowsOf([
    ['k', 'v'],
    ['a', value],
    ['b', 2],
  ]);
  return xlsx({ sheets: { S: rows.replace('<row r="3">', '<row r="3" hidden="1">') } });
}

test('builds that follow each other say the same of a workbook, and show its changes', async () => {
  const deck = '# A\n\n---\n\n```table\ndata: q.xlsx\n```\n';
  const folder = temporaryFolder({ 'deck.md': deck, 'q.xlsx': workbook(41) });
  const memo = new BuildMemo();
  const build = async () => {
    memo.nextBuild();
    const report = new Report();
    const options = { cwd: folder, root: folder, allowRemote: false, share: false, memo };
    const page = await buildPage('deck.md', options, report);
    const cells = page?.html
      .match(/<t(?:d|h scope="\w+")[^>]*>[^<]*/g)
      ?.map((cell) => cell.replace(/.*>/, ''));
    return { cells, notes: report.diagnostics.map(({ message }) => message) };
  };
  const first = await build();
  expect(first.cells).toEqual(['k', 'v', 'a', '41']);
  expect(first.notes).toEqual([expect.stringMatching(/1 hidden row .* left out/)]);
  expect(await build()).toEqual(first);
  writeFileSync(path.join(folder, 'q.xlsx'), workbook(42));
  expect(await build()).toEqual({ ...first, cells: ['k', 'v', 'a', '42'] });
});
