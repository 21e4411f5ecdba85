import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeAtomically } from '../../src/base/files/atomic-write.ts';
import { compiledImport } from '../support/compiled.ts';
import { temporaryFolder } from '../support/files.ts';
import { runScript } from '../support/lectern.ts';

test('makes the folder and the file', async () => {
  const folder = temporaryFolder();
  await writeAtomically(path.join(folder, 'a/b/deck.html'), 'né');
  expect(readFileSync(path.join(folder, 'a/b/deck.html'), 'utf8')).toBe('né');
  expect(readdirSync(path.join(folder, 'a/b'))).toEqual(['deck.html']);
});

test.runIf(process.platform === 'linux')('fails where no folder can be made', async () => {
  const writing = writeAtomically('/proc/none/here/deck.html', 'text');
  await expect(writing).rejects.toMatchObject({ code: 'ENOENT' });
});

test('who reads while it is written sees the old file or the new one', async () => {
  const folder = temporaryFolder({ 'deck.html': 'old' });
  const file = path.join(folder, 'deck.html');
  const text = 'new'.repeat(1_000_000);
  let written = false;
  const writing = writeAtomically(file, text).then(() => {
    written = true;
  });
  while (!written) {
    expect(['old', text]).toContain(readFileSync(file, 'utf8'));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await writing;
});

test('fails without a trace', async () => {
  const folder = temporaryFolder({ 'deck.html/in-the-way': '' });
  await expect(writeAtomically(path.join(folder, 'deck.html'), 'x')).rejects.toThrow('EISDIR');
  expect(readdirSync(folder)).toEqual(['deck.html']);
});

test.skipIf(process.platform === 'win32')('a link is replaced, not what it leads to', async () => {
  const folder = temporaryFolder({ 'talk.md': '# Talk' });
  symlinkSync('talk.md', path.join(folder, 'deck.html'));
  await writeAtomically(path.join(folder, 'deck.html'), 'x');
  expect(readFileSync(path.join(folder, 'talk.md'), 'utf8')).toBe('# Talk');
});

test.skipIf(process.platform === 'win32')(
  'everybody may read the file that may read others',
  async () => {
    const folder = temporaryFolder({ other: '' });
    chmodSync(path.join(folder, 'other'), 0o666 & ~process.umask());
    await writeAtomically(path.join(folder, 'deck.html'), 'x');
    const modeOf = (name: string) => statSync(path.join(folder, name)).mode;
    expect(modeOf('deck.html')).toBe(modeOf('other'));
  },
);

test.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT', 'SIGHUP'])(
  '%s leaves nothing half-written behind',
  async (signal) => {
    const folder = temporaryFolder({ 'deck.html': 'old' });
    const script = `
      import { writeAtomically } from ${await compiledImport('src/base/files/atomic-write.ts')};
      writeAtomically('deck.html', 'new'.repeat(10_000_000));
      process.kill(process.pid, ${JSON.stringify(signal)});`;
    const outcome = await runScript(script, { cwd: folder });
    expect(outcome).toMatchObject({ exitCode: null, signal, errors: '' });
    expect(readdirSync(folder)).toEqual(['deck.html']);
    expect(readFileSync(path.join(folder, 'deck.html'), 'utf8')).toBe('old');
  },
);
