import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { sharedBrowser } from '../support/export-flags.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const talk = { 'talk.md': '# Talk\n\n---\n\n## Two\n\n---\n\n## Three' };

async function runExport(cwd: string, ...args: readonly string[]) {
  return lectern(['export', ...(await sharedBrowser()), ...args], cwd);
}

describe('invalid usage is an error:', () => {
  test.each([
    ['--to pfd', 'unknown format "pfd"\n  did you mean "pdf"?'],
    ['--slides 7-3', 'invalid --slides 7-3\n  as in --slides 3-7,12'],
    ['--slides 0', 'invalid --slides 0\n  as in --slides 3-7,12'],
    ['--slides two', 'invalid --slides two\n  as in --slides 3-7,12'],
    [
      '--browser-url localhost:9222',
      'invalid address in --browser-url\n  it begins with ws:// or http://',
    ],
    ['other.md --out both.pdf', '--out both.pdf is one file, but there are 2 decks'],
  ])('lectern export talk.md %s', async (line, message) => {
    const cwd = temporaryFolder({ ...talk, 'other.md': '# Other' });
    const outcome = await runExport(cwd, 'talk.md', ...line.split(' '));
    expect(outcome).toEqual({ exitCode: 2, output: '', errors: `lectern: ${message}\n` });
    expect(existsSync(path.join(cwd, 'dist'))).toBe(false);
  });

  test('SOURCE_DATE_EPOCH', async () => {
    process.env.SOURCE_DATE_EPOCH = 'today';
    try {
      const { exitCode, errors } = await runExport(temporaryFolder(talk), 'talk.md');
      expect(exitCode).toBe(2);
      expect(errors).toContain('lectern: SOURCE_DATE_EPOCH is "today"');
    } finally {
      delete process.env.SOURCE_DATE_EPOCH;
    }
  });
});

describe('no browser:', () => {
  test('where one is named', async () => {
    const cwd = temporaryFolder({ ...talk, 'other.md': '# Other' });
    const args = ['export', 'talk.md', 'other.md', '--browser', '/no/such'];
    const { exitCode, output, errors } = await lectern(args, cwd);
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
    expect(errors).toMatchInlineSnapshot(`
      "error: browser not found: /no/such [browser-missing]
        install Chrome, Chromium or Edge, or name one with --browser or LECTERN_BROWSER,
        or connect to a running one with --browser-url

      1 error
      "
    `);
  });

  test.skipIf(process.platform === 'win32')('that starts with its sandbox', async () => {
    vi.stubEnv('LECTERN_NO_SANDBOX', '');
    const cwd = temporaryFolder(talk);
    const browser = path.join(cwd, 'browser');
    writeFileSync(browser, '#!/bin/sh\necho "No usable sandbox!" >&2; exit 1\n', { mode: 0o755 });
    const { exitCode, errors } = await lectern(['export', 'talk.md', '--browser', browser], cwd);
    const isRoot = process.getuid?.() === 0;
    expect(exitCode).toBe(1);
    expect(errors).toBe(
      `error: ${browser} cannot start with its sandbox ${isRoot ? 'as root' : 'here: the system forbids it'} [browser-missing]
  ${isRoot ? 'run as another user' : "install a browser of the system's own packages"}; or, for decks that you trust, disable the sandbox with --no-sandbox or
  LECTERN_NO_SANDBOX=1

1 error
`,
    );
  });

  test('but another program', async () => {
    const cwd = temporaryFolder(talk);
    const { exitCode, errors } = await lectern(
      ['export', 'talk.md', '--browser', process.execPath],
      cwd,
    );
    expect(exitCode).toBe(1);
    expect(errors).toMatch(
      /^error: .* does not start: .*\[browser-missing\]\n {2}name another Chrome/,
    );
  });

  test('at an address', async () => {
    const cwd = temporaryFolder(talk);
    const url = 'ws://user:secret@127.0.0.1:9/?token=secret';
    const { exitCode, errors } = await lectern(['export', 'talk.md', '--browser-url', url], cwd);
    expect(exitCode).toBe(1);
    expect(errors).toMatch(
      /^error: no browser answers at ws:\/\/127\.0\.0\.1:9\/\?…: .*\[browser-missing\]/,
    );
    expect(errors).not.toContain('secret');
  });
});

test('slides outside of a deck are an error of this deck, and others are exported', async () => {
  const cwd = temporaryFolder({ ...talk, 'short.md': '# Short' });
  const outcome = await runExport(cwd, 'short.md', 'talk.md', '--slides', '1,3-7');
  expect(outcome.exitCode).toBe(1);
  expect(outcome.errors).toMatchInlineSnapshot(`
    "error: exporting short.md to pdf: --slides 3-7 is outside of the deck, which has one slide [slides-range]
      its slides are 1

    error: exporting talk.md to pdf: --slides 3-7 is outside of the deck, which has 3 slides [slides-range]
      its slides are 1-3

    2 errors
    "
  `);
  const open = await runExport(cwd, 'short.md', 'talk.md', '--slides', '2-');
  expect(open.exitCode).toBe(1);
  expect(open.output).toMatch(/^dist\/talk\.pdf .* 2 slides/);
  expect(readdirSync(path.join(cwd, 'dist'))).toEqual(['talk.pdf']);
});

test('a deck with an error does not keep others from being exported', async () => {
  const cwd = temporaryFolder({ ...talk, 'bad.md': '---\nno: such key\n---\n# Bad' });
  const { exitCode, output, errors } = await runExport(cwd, 'bad.md', 'talk.md');
  expect(exitCode).toBe(1);
  expect(errors).toContain('bad.md:2:1: error: unknown key "no"');
  expect(output).toMatch(/^dist\/talk\.pdf /);
});

test('a target that cannot be written is named', async () => {
  const cwd = temporaryFolder({ ...talk, 'dist/talk.pdf/in the way': '' });
  const { exitCode, output, errors } = await runExport(cwd, 'talk.md');
  expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
  expect(errors).toBe(
    'error: cannot write dist/talk.pdf: a folder has that name [output-unwritable]\n' +
      '  choose another place with --out\n\n1 error\n',
  );
  expect(readdirSync(path.join(cwd, 'dist'))).toEqual(['talk.pdf']);
});

/** Only root may make a disk. */
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

test.runIf(isRoot)('a full disk is named, and the last good file stays', async () => {
  const cwd = temporaryFolder(talk);
  const disk = path.join(cwd, 'disk');
  const lastGood = '<xmp:CreatorTool>Lectern: the last good file';
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'none', disk]);
  onTestFinished(() => void execFileSync('umount', [disk]));
  writeFileSync(path.join(disk, 'talk.pdf'), lastGood);
  writeFileSync(path.join(disk, 'ballast'), Buffer.alloc(8192));
  const { exitCode, errors } = await runExport(cwd, 'talk.md', '--out', 'disk');
  expect(exitCode).toBe(1);
  expect(errors).toMatch(
    /^error: cannot write disk\/talk\.pdf: the disk is full \[output-unwritable\]/,
  );
  expect(readdirSync(disk).sort()).toEqual(['ballast', 'talk.pdf']);
  execFileSync('grep', ['-qx', lastGood, path.join(disk, 'talk.pdf')]);
});

test('what went wrong is not told as done', async () => {
  const cwd = temporaryFolder({ 'talk.md': Array(60).fill('## Slide').join('\n\n---\n\n') });
  const { errors } = await runExport(cwd, 'talk.md', '--slides', '99');
  expect(errors).toContain('0 of 60 slides   talk.md to pdf');
  expect(errors).not.toContain('60 of 60 slides');
});
