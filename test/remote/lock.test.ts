import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { png } from '../support/images.ts';
import { startWebServer } from '../support/web-server.ts';
import { fetchingBuild, readPage, shownPart, useCacheWithoutWeb } from './support.ts';

beforeEach(useCacheWithoutWeb);

const digest = '0'.repeat(64);

test.each([
  ['is not JSON', '{\n  "version": 1,\n  "files": {\n    oops\n', 4],
  ['is not JSON', '', 1],
  ['has a merge conflict', '{\n<<<<<<< HEAD\n=======\n>>>>>>> other\n}\n', 2],
  ['is of another version of Lectern', '{ "version": 2, "files": {} }\n', 1],
  ['has no "files"', '{ "version": 1 }\n', 1],
  [
    'has an entry that is not {"sha256": …, "bytes": …, "type": …}',
    `{\n  "version": 1,\n  "files": {\n    "http://a/": { "sha256": "${digest}", "bytes": "1" }\n  }\n}\n`,
    4,
  ],
])('a lock file that %s', async (reason, text, line) => {
  const { base, asked } = await startWebServer({ '/a.png': png(1, 1) });
  const cwd = temporaryFolder({
    'talk.md': `# Talk\n\n![x](${base}/a.png)\n\n![y](${base}/a.png)\n`,
    'lectern-lock.json': text,
  });
  const { exitCode, errors } = await fetchingBuild(cwd);
  expect(exitCode).toBe(1);
  const place = `lectern-lock.json:${line}:1: error: lectern-lock.json ${reason} [remote-lock]`;
  expect(errors).toContain(place);
  expect(errors.split('[remote-lock]')).toHaveLength(2);
  expect(errors).toContain('restore it from the repository, or delete it');
  expect(asked).toEqual([]);
});

test('a lock file that leads out of the project is not read', async () => {
  const { base } = await startWebServer({ '/a.png': png(1, 1) });
  const outside = temporaryFolder({ 'secret.json': '{ "password": "hunter2" }' });
  const cwd = temporaryFolder({ 'talk.md': `# Talk\n\n![x](${base}/a.png)\n` });
  symlinkSync(path.join(outside, 'secret.json'), path.join(cwd, 'lectern-lock.json'));
  const { exitCode, errors } = await fetchingBuild(cwd);
  expect(exitCode).toBe(1);
  expect(errors).toContain('lectern-lock.json is not an ordinary file [remote-lock]');
  expect(errors).not.toContain('hunter2');
});

test('a lock file decides neither what a file is nor what objects are', async () => {
  const { base, answers } = await startWebServer({ '/a.png': png(1, 1) });
  const cwd = temporaryFolder({ 'talk.md': `# Talk\n\n![x](${base}/a.png)\n` });
  await fetchingBuild(cwd);
  const file = path.join(cwd, 'lectern-lock.json');
  const names = ['__proto__', 'constructor'].map(
    (name) => `"${name}": { "sha256": "${digest}", "bytes": 1, "type": "a" }`,
  );
  const planted = readFileSync(file, 'utf8')
    .replace('image/png', 'text/html')
    .replace('"files": {', `"files": { ${names.join(', ')},`);
  writeFileSync(file, planted);
  answers.set('/b.png', png(1, 2));
  writeFileSync(path.join(cwd, 'talk.md'), `# Talk\n\n![x](${base}/a.png) ![y](${base}/b.png)\n`);
  const { exitCode } = await fetchingBuild(cwd);
  expect(exitCode).toBe(0);
  expect(shownPart(readPage(cwd))).toContain('data:image/png;');
  expect(shownPart(readPage(cwd))).not.toContain('text/html;');
  const lock = readFileSync(file, 'utf8');
  for (const name of ['__proto__', 'constructor', `${base}/b.png`])
    expect(lock).toContain(`"${name}": {`);
});
