import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { withDialect } from '../../src/1-load/converted.ts';
import { filesIn, readText, temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const marp = '---\nmarp: true\n---\n\n# Pears\n\n<!-- A note. -->\n';

/** What becomes of it. */
const pears =
  /^---\ntheme: marp\/default\n(?:\w+: .*\n)+---\n\n# Pears\n\n::: notes\nA note\.\n:::\n$/;

describe('a deck is converted', () => {
  test('next to itself', async () => {
    const cwd = temporaryFolder({ 'talk.md': marp });
    const { exitCode, output, errors } = await lectern(['convert', 'talk.md'], cwd);
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^talk\.lectern\.md +\d+ B {5}1 slide\n$/);
    expect(errors).toContain('note: read as a deck of Marp');
    expect(readText(cwd, 'talk.lectern.md')).toMatch(pears);
    expect(filesIn(cwd)).toEqual(['talk.lectern.md', 'talk.md']);
  });

  test('again, after it has changed', async () => {
    const cwd = temporaryFolder({ 'talk.md': marp });
    await lectern(['convert', 'talk.md'], cwd);
    writeFileSync(path.join(cwd, 'talk.md'), marp.replace('Pears', 'Apples'));
    expect(await lectern(['convert', 'talk.md'], cwd)).toMatchObject({ exitCode: 0 });
    expect(readText(cwd, 'talk.lectern.md')).toContain('# Apples');
  });

  test('with the line ends and the byte-order mark of its file', async () => {
    const cwd = temporaryFolder({ 'talk.md': `\uFEFF${marp.replaceAll('\n', '\r\n')}` });
    expect(await lectern(['convert', 'talk.md'], cwd)).toMatchObject({ exitCode: 0 });
    const text = readText(cwd, 'talk.lectern.md');
    expect(text).toMatch(/^\uFEFF---\r\n/);
    expect(text.slice(1).replaceAll('\r\n', '\n')).toMatch(pears);
  });

  test('as the tool that --dialect names', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# One\n\n---\n\n# Two\n' });
    await lectern(['convert', 'talk.md', '--dialect', 'slidev'], cwd);
    expect(readText(cwd, 'talk.lectern.md')).toContain('theme: slidev/default');
  });

  test('to a named file, and to the standard output', async () => {
    const cwd = temporaryFolder({ 'talk.md': marp });
    await lectern(['convert', 'talk.md', '--out', 'pears.md'], cwd);
    expect(readText(cwd, 'pears.md')).toMatch(pears);
    const { output } = await lectern(['convert', 'talk.md', '--out', '-'], cwd);
    expect(output).toMatch(pears);
    expect(filesIn(cwd)).toEqual(['pears.md', 'talk.md']);
  });

  test('with others, and without decks of Lectern', async () => {
    const own = '---\ntheme: ink\n---\n\n# Own\n';
    const cwd = temporaryFolder({ 'slides/a.md': marp, 'slides/b.md': marp, 'slides/own.md': own });
    const { exitCode, output } = await lectern(['convert', '--quiet'], cwd);
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: '' });
    expect(filesIn(cwd)).toEqual([
      ...['slides/a.lectern.md', 'slides/a.md'],
      ...['slides/b.lectern.md', 'slides/b.md', 'slides/own.md'],
    ]);
  });

  test('as JSON says it', async () => {
    const cwd = temporaryFolder({ 'talk.md': marp.replace('# Pears', '# Pears ![](none.png)') });
    const { output } = await lectern(['convert', 'talk.md', '--json'], cwd);
    const { decks, diagnostics } = JSON.parse(output);
    expect(decks).toEqual([
      {
        file: 'talk.md',
        dialect: 'marp',
        output: 'talk.lectern.md',
        files: ['talk.lectern.md'],
        slides: 1,
        errors: 1,
      },
    ]);
    expect(diagnostics.map(({ code }: { readonly code: string }) => code)).toEqual([
      'dialect-read',
      'file-missing',
    ]);
  });

  test('and what will be an error is counted', async () => {
    const cwd = temporaryFolder({ 'talk.md': marp.replace('# Pears', '# Pears ![](none.png)') });
    const { exitCode, errors } = await lectern(['convert', 'talk.md'], cwd);
    expect(exitCode).toBe(0);
    expect(errors).toContain('talk.md:5:13: warning: there is no file "none.png"');
    expect(errors).toMatch(
      /\ntalk\.lectern\.md has 1 error, which is a warning .*: lectern build talk\.lectern\.md/,
    );
    const built = await lectern(['build', 'talk.lectern.md'], cwd);
    expect(built.errors).toContain('1 error: dist/talk.lectern.html was not written');
  });

  test('a deck of Lectern is not', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# A talk\n' });
    expect(await lectern(['convert', 'talk.md'], cwd)).toMatchObject({
      exitCode: 0,
      output: "talk.md is in Lectern's Markdown: there is nothing to convert\n",
    });
    const printed = await lectern(['convert', 'talk.md', '--out', '-'], cwd);
    expect(printed.output).toBe('# A talk\n');
    expect(filesIn(cwd)).toEqual(['talk.md']);
  });
});

describe('nothing is written', () => {
  test.each([
    ['if there is no deck', ['none.md'], {}, 'error: there is no file none.md [file-missing]'],
    ['if it is not UTF-8', ['talk.md'], { 'talk.md': Buffer.from([0xff, 0xfe, 65, 0]) }, 'UTF-16'],
    [
      'if a file of that name is there',
      ['talk.md'],
      { 'talk.md': marp, 'talk.lectern.md': 'x' },
      'talk.lectern.md was not written by Lectern, or was changed since, and is not replaced',
    ],
    [
      'if a file is where its folder should be',
      ['talk.md', '--out', 'out/x'],
      { 'talk.md': marp, out: 'x' },
      'cannot write out/x/talk.md: a file stands where',
    ],
    [
      'if a warning is an error',
      ['talk.md', '--strict'],
      { 'talk.md': `${marp}\n![](none.png)\n` },
      '1 warning (strict): talk.lectern.md was not written',
    ],
    [
      'of a deck with a file of that name among its files',
      ['a/talk.md', '--out', 'out'],
      {
        'package.json': '{}',
        'a/talk.md': `${marp}\n![](p.png)\n`,
        'a/p.png': pixel,
        'out/p.png': 'x',
      },
      'out/p.png was not written by Lectern',
    ],
  ])('%s', async (_, args, files, message) => {
    const cwd = temporaryFolder(files);
    const before = filesIn(cwd);
    const { exitCode, output, errors } = await lectern(['convert', ...args], cwd);
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
    expect(errors).toContain(message);
    expect(filesIn(cwd)).toEqual(before);
  });

  test('out of the folder, where a link leads out of it', async () => {
    const elsewhere = temporaryFolder();
    const cwd = temporaryFolder({ 'a/talk.md': `${marp}\n![](img/p.png)\n`, 'a/img/p.png': pixel });
    mkdirSync(path.join(cwd, 'out'));
    symlinkSync(elsewhere, path.join(cwd, 'out/img'));
    const result = await lectern(['convert', 'a/talk.md', '--out', 'out'], cwd);
    expect(result).toMatchObject({ exitCode: 1, output: '' });
    expect(result.errors).toContain('out/img is a link out of the output folder');
    expect(filesIn(elsewhere)).toEqual([]);
    expect(existsSync(path.join(cwd, 'out/talk.md'))).toBe(false);
  });

  test('from outside of the project', async () => {
    const elsewhere = temporaryFolder({ 'talk.md': marp, 'p.png': pixel });
    const cwd = temporaryFolder({ 'a/deck.md': `${marp}\n![](p.png)\n` });
    symlinkSync(path.join(elsewhere, 'talk.md'), path.join(cwd, 'a/talk.md'));
    symlinkSync(path.join(elsewhere, 'p.png'), path.join(cwd, 'a/p.png'));
    for (const name of ['talk', 'deck']) {
      const args = ['convert', `a/${name}.md`, '--root', 'a', '--out', name];
      const { errors } = await lectern(args, cwd);
      expect(errors).toContain('[file-outside]');
    }
    expect(filesIn(elsewhere)).toEqual(['p.png', 'talk.md']);
    expect(existsSync(path.join(cwd, 'talk'))).toBe(false);
    expect(existsSync(path.join(cwd, 'deck/p.png'))).toBe(false);
  });

  test('into a file of the user, but with --force', async () => {
    const cwd = temporaryFolder({ 'talk.md': marp, 'talk.lectern.md': 'mine' });
    const args = ['convert', 'talk.md', '--force', '--quiet'];
    expect(await lectern(args, cwd)).toMatchObject({ exitCode: 0, errors: '' });
    expect(readText(cwd, 'talk.lectern.md')).toMatch(pears);
  });

  test.each([
    [['a/talk.md', 'b/talk.md', '--out', 'x.md'], '--out x.md is one file, but there are 2 decks'],
    [['a/talk.md', 'b/talk.md', '--out', '-'], '--out - is one file, but there are 2 decks'],
    [['a/talk.md', 'b/talk.md', '--out', 'x'], 'would both become x/talk.md'],
    [['a/talk.md', '--out', 'a'], 'the output would overwrite the deck a/talk.md'],
    [['a/talk.md', '--dialect', 'mrap'], 'there is no dialect "mrap"'],
    [['a/talk.md', '--out'], '--out needs a value'],
    [[], 'there is no folder slides/ here'],
  ])('for invalid usage: %s', async (args, message) => {
    const cwd = temporaryFolder({ 'a/talk.md': marp, 'b/talk.md': marp });
    const { exitCode, errors } = await lectern(['convert', ...args], cwd);
    expect(exitCode).toBe(2);
    expect(errors).toContain(message);
    expect(filesIn(cwd)).toEqual(['a/talk.md', 'b/talk.md']);
  });
});

test('a text that would be taken for one of another tool says that it is not', () => {
  const cwd = temporaryFolder({ 'package.json': '{}', '.marprc.yml': 'html: true\n' });
  const options = { cwd, root: cwd, allowRemote: false, share: false };
  const file = path.join(cwd, 'talk.md');
  expect(withDialect('# One\n', file, options)).toBe('---\ndialect: lectern\n---\n\n# One\n');
  const text = '---\ntitle: One\n---\n\n# One\n';
  expect(withDialect(text, file, options)).toBe(text.replace('title', 'dialect: lectern\ntitle'));
  expect(withDialect(text, path.join(temporaryFolder(), 'talk.md'), options)).toBe(text);
});
