import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { buildPage, Report, remoteFiles } from '../../build.ts';
import { recordOf } from '../../src/5-bundle/remote-deck.ts';
import { chooseRemote } from '../../src/cli/remote-options.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { png } from '../support/images.ts';
import { startWebServer } from '../support/web-server.ts';
import { readLock, useCacheWithoutWeb } from './support.ts';

beforeEach(useCacheWithoutWeb);

const fetching = (cwd: string) => ({
  cwd,
  root: cwd,
  allowRemote: false,
  share: false,
  remote: remoteFiles({ updates: false, allowsPrivate: true, cwd }),
});

async function messages(cwd: string, options: Parameters<typeof buildPage>[1]) {
  const report = new Report();
  await buildPage(path.join(cwd, 'talk.md'), options, report);
  return report.diagnostics.map(({ message }) => message);
}

test('a text that is being typed sends no requests, and shows what is known', async () => {
  const { base, asked } = await startWebServer({ '/a.png': png(1, 1), '/ab.png': png(2, 2) });
  const cwd = temporaryFolder({ 'talk.md': `# Talk\n\n![x](${base}/a.png)\n` });
  const options = fetching(cwd);
  const file = path.join(cwd, 'talk.md');
  const typed = (name: string) => new Map([[file, `# Talk\n\n![x](${base}/${name})\n`]]);
  expect(await messages(cwd, options)).toEqual([]);
  expect(await messages(cwd, { ...options, drafts: typed('a.png') })).toEqual([]);
  expect(await messages(cwd, { ...options, drafts: typed('ab.png') })).toEqual([
    `"${base}/ab.png" is not fetched while you write`,
  ]);
  expect(asked).toEqual(['/a.png']);
  writeFiles(cwd, { 'talk.md': `# Talk\n\n![x](${base}/ab.png)\n` });
  expect(await messages(cwd, { ...options, drafts: new Map() })).toEqual([]);
  expect(asked).toEqual(['/a.png', '/ab.png']);
});

test('a file that cannot be fetched is not asked for in each build of a session', async () => {
  const { base, asked } = await startWebServer({});
  const cwd = temporaryFolder({ 'talk.md': `# Talk\n\n![x](${base}/a.png)\n` });
  const options = fetching(cwd);
  for (let build = 0; build < 3; build++) expect(await messages(cwd, options)).toHaveLength(1);
  expect(asked).toEqual(['/a.png']);
});

test('two builds at once record the files of both', async () => {
  const { base } = await startWebServer({ '/a.png': png(1, 1), '/b.png': png(2, 2) });
  const cwd = temporaryFolder({
    'talk.md': `# Talk\n\n![x](${base}/a.png)\n`,
    'other.md': `# Other\n\n![x](${base}/b.png)\n`,
  });
  const options = fetching(cwd);
  await Promise.all(
    ['talk.md', 'other.md'].map((name) => buildPage(path.join(cwd, name), options, new Report())),
  );
  expect(Object.keys(readLock(cwd)?.files ?? {})).toEqual([`${base}/a.png`, `${base}/b.png`]);
});

test('a screen shows how many files are fetched, and then clears the line', async () => {
  const { base } = await startWebServer({ '/a.png': png(1, 1), '/b.png': png(2, 2) });
  const cwd = temporaryFolder();
  let printed = '';
  const print = (text: string): void => {
    printed += text;
  };
  const screen = { cwd, colors: false, debug: false, columns: 80, print, printError: print };
  const flags = { 'fetch-remote': true, 'fetch-private': true };
  const files = await chooseRemote(flags, screen)?.open(cwd, true);
  await files?.fetch([`${base}/a.png`, `${base}/b.png`]);
  expect(printed).toContain('1 of 2 files   from 127.0.0.1');
  expect(printed).toMatch(/2 of 2 files {3}from 127\.0\.0\.1\u001b\[K\r\u001b\[K$/);
  printed = '';
  const silent = await chooseRemote({ ...flags, quiet: true }, screen)?.open(cwd, true);
  await silent?.fetch([`${base}/a.png`, `${base}/b.png`]);
  expect(printed).toBe('');
});

// Nobody can write there, not even root.
test.skipIf(process.platform !== 'linux')('what cannot be recorded is said', async () => {
  const { base } = await startWebServer({ '/a.png': png(1, 1) });
  const options = { updates: false, allowsPrivate: true, cwd: '/' };
  const files = await remoteFiles(options).open('/proc', true);
  await files.fetch([`${base}/a.png`]);
  const report = new Report();
  recordOf(files, report);
  expect(report.diagnostics).toMatchObject([
    {
      code: 'remote-unrecorded',
      severity: 'warning',
      message: expect.stringMatching(/^cannot write proc\/lectern-lock\.json: /),
    },
  ]);
});
