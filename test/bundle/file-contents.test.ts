import { renameSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FileContents } from '../../src/5-bundle/assets/file-contents.ts';
import { temporaryFolder } from '../support/files.ts';

/** A file that was last written so long ago that its times tell of any later change. */
async function settledFile(content: string): Promise<string> {
  const file = path.join(temporaryFolder({ 'a.svg': content }), 'a.svg');
  await new Promise((resolve) => setTimeout(resolve, 2100));
  return file;
}

test('in builds that follow each other, a file is read once', async () => {
  const file = await settledFile('one');
  const memory = {};
  const first = new FileContents(memory).read(file);
  expect(first.dataUrl('image/svg+xml')).toBe('data:image/svg+xml;base64,b25l');
  expect(new FileContents(memory).read(file)).toBe(first);
  expect(new FileContents({}).read(file)).not.toBe(first);
});

test('a file that was changed is read again, whatever its size and its times say', async () => {
  const file = await settledFile('one');
  const memory = {};
  const read = () => new FileContents(memory).read(file).bytes.toString();
  utimesSync(file, 1000, 1000);
  expect(read()).toBe('one');
  writeFileSync(file, 'two');
  utimesSync(file, 1000, 1000);
  expect(read()).toBe('two');
  writeFileSync(`${file}.new`, 'six');
  utimesSync(`${file}.new`, 1000, 1000);
  renameSync(`${file}.new`, file);
  expect(read()).toBe('six');
});

test('changes right after a build are seen', () => {
  const file = path.join(temporaryFolder({ 'a.svg': '' }), 'a.svg');
  const memory = {};
  for (let i = 100; i < 200; i++) {
    writeFileSync(file, `${i}`);
    expect(new FileContents(memory).read(file).bytes.toString()).toBe(`${i}`);
  }
});
