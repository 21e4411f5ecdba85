import { renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { FileContents } from '../../src/5-bundle/assets/file-contents.ts';
import { BuildMemo } from '../../src/base/memo/memo.ts';
import type { Memo } from '../../src/model/source.ts';
import { temporaryFolder } from '../support/files.ts';

/** A file whose times tell of any later change, once it was read by {@link readLater}. */
async function writeFile(content: string): Promise<string> {
  const folder = temporaryFolder({ 'a.svg': content });
  const file = path.join(folder, 'a.svg');
  const changed = (name: string) => statSync(path.join(folder, name), { bigint: true }).ctimeNs;
  // The clock of a file system ticks only every few milliseconds.
  await expect
    .poll(() => {
      writeFileSync(path.join(folder, 'clock'), '');
      return changed('clock');
    })
    .toBeGreaterThan(changed('a.svg'));
  return file;
}

/** Reads a file as a build does that runs some time after the file was written. */
function readLater(memo: Memo, file: string) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3000 });
  try {
    return new FileContents(memo).read(file);
  } finally {
    vi.useRealTimers();
  }
}

test('in builds that follow each other, a file is read once', async () => {
  const file = await writeFile('one');
  const memo = new BuildMemo();
  const first = readLater(memo, file);
  expect(first.dataUrl('image/svg+xml')).toBe('data:image/svg+xml;base64,b25l');
  expect(readLater(memo, file)).toBe(first);
  expect(new FileContents(new BuildMemo()).read(file)).not.toBe(first);
});

test('a file that was changed is read again, whatever its size and its times say', async () => {
  const file = await writeFile('one');
  const memo = new BuildMemo();
  const read = () => new FileContents(memo).read(file).bytes.toString();
  expect(readLater(memo, file).bytes.toString()).toBe('one');
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
  const memo = new BuildMemo();
  for (let i = 100; i < 200; i++) {
    writeFileSync(file, `${i}`);
    expect(new FileContents(memo).read(file).bytes.toString()).toBe(`${i}`);
  }
});
