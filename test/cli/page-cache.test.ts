import { readFileSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildPage } from '../../build.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const pixel = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>';
const files = {
  'package.json': '{}',
  'talk.md': `---
theme: mine
styles: own.css
scripts: own.js
---

# Talk

---

![A picture](picture.svg)

---

## Code

\`\`\`ts src=sample.ts
\`\`\`

---

## Numbers

\`\`\`chart bar
data: numbers.csv
\`\`\`

---
src: part.md
---
`,
  'themes/mine/theme.css': '@import "colors.css"; .slide { color: black }',
  'themes/mine/colors.css': '.slide { background: white }',
  'own.css': '.slide { border: 0 }',
  'own.js': 'console.debug(1);',
  'picture.svg': pixel,
  'sample.ts': 'let a;\n',
  'numbers.csv': 'year,sales\n2019,1\n',
  'part.md': '## Part\n\nOf another file.\n',
};

const later: Readonly<Record<string, string>> = {
  'talk.md': `${files['talk.md']}\n---\n\n## More\n\nText.\n`,
  'themes/mine/theme.css': '.slide { color: red }',
  'themes/mine/colors.css': '.slide { background: blue }',
  'own.css': '.slide { border: 1px solid }',
  'own.js': 'console.debug(2);',
  'picture.svg': pixel.replace('"1"', '"2"'),
  'sample.ts': 'let b;\n',
  'numbers.csv': 'year,sales\n2019,2\n',
  'part.md': '## Part\n\nOf another day.\n',
};

// Builds run some time after their files were written: else no page goes into the cache.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 }));
afterEach(() => void vi.useRealTimers());

function readPage(folder: string): string {
  return readFileSync(path.join(folder, 'dist/talk.html'), 'utf8');
}

describe('an unchanged deck', () => {
  test('is not built again', async () => {
    const cwd = temporaryFolder(files);
    const spy = vi.fn(buildPage);
    const first = await lectern(['build', 'talk.md'], cwd, { buildPage: spy });
    expect(first).toMatchObject({ exitCode: 0, errors: '' });
    const page = readPage(cwd);
    rmSync(path.join(cwd, 'dist/talk.html'));
    const second = await lectern(['build', 'talk.md'], cwd, { buildPage: spy });
    expect(spy).toHaveBeenCalledTimes(1);
    expect(readPage(cwd)).toBe(page);
    const withoutTime = (text: string) => text.replace(/ +[\d.]+ m?s\b/, '');
    expect(withoutTime(second.output)).toBe(withoutTime(first.output));
  });

  test('is built again for other options', async () => {
    const cwd = temporaryFolder(files);
    const spy = vi.fn(buildPage);
    for (const option of [[], ['--allow-remote'], ['--root', '..']]) {
      await lectern(['build', 'talk.md', ...option], cwd, { buildPage: spy });
    }
    expect(spy).toHaveBeenCalledTimes(3);
  });

  test('that has a warning says so again', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk\n\nA line\n---\n\nmore\n' });
    const spy = vi.fn(buildPage);
    const runs = [];
    for (let i = 0; i < 2; i++) {
      runs.push(await lectern(['build', 'talk.md'], cwd, { buildPage: spy }));
    }
    expect(spy).toHaveBeenCalledTimes(2);
    expect(runs.map(({ errors }) => errors.includes('[break-heading]'))).toEqual([true, true]);
  });
});

test.each(Object.keys(later))('a change of %s is seen', async (name) => {
  const cwd = temporaryFolder(files);
  await lectern(['build', 'talk.md'], cwd);
  const before = readPage(cwd);
  writeFiles(cwd, { [name]: later[name] ?? '' });
  expect(await lectern(['build', 'talk.md'], cwd)).toMatchObject({ exitCode: 0, errors: '' });
  expect(readPage(cwd)).not.toBe(before);
});

test('a file that goes missing is seen', async () => {
  const cwd = temporaryFolder(files);
  await lectern(['build', 'talk.md'], cwd);
  rmSync(path.join(cwd, 'picture.svg'));
  const { exitCode, errors } = await lectern(['build', 'talk.md'], cwd);
  expect(exitCode).toBe(1);
  expect(errors).toContain('there is no file "picture.svg"');
});

test('a theme of the project that takes the place of another is seen', async () => {
  const cwd = temporaryFolder({ 'package.json': '{}', 'talk.md': '# Talk\n' });
  await lectern(['build', 'talk.md'], cwd);
  const before = readPage(cwd);
  writeFiles(cwd, { 'themes/ink/theme.css': '.slide { color: red }' });
  await lectern(['build', 'talk.md'], cwd);
  expect(readPage(cwd)).not.toBe(before);
});

test('a file that was changed during the build is not taken for the one that was read', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# Before\n' });
  const saveMeanwhile: typeof buildPage = async (...args) => {
    const page = await buildPage(...args);
    writeFiles(cwd, { 'talk.md': '# After\n' });
    const now = Date.now() / 1000;
    utimesSync(path.join(cwd, 'talk.md'), now, now);
    return page;
  };
  await lectern(['build', 'talk.md'], cwd, { buildPage: saveMeanwhile });
  expect(readPage(cwd)).toContain('Before');
  await lectern(['build', 'talk.md'], cwd);
  expect(readPage(cwd)).toContain('After');
});
