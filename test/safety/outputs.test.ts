import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';
import { png } from '../support/images.ts';

describe('build replaces only what Lectern wrote for the deck', () => {
  test.each([
    ['another page', '<!doctype html><title>Mine</title>'],
    ['text', 'my notes about Lectern'],
    ['an image', png(2, 2)],
  ])('and not %s', async (_, content) => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk', 'dist/talk.html': content });
    const { exitCode, errors } = await lectern(['build', 'talk.md'], cwd);
    expect(exitCode).toBe(1);
    expect(
      errors,
    ).toBe(`error: dist/talk.html was not written by Lectern and is not replaced [output-unwritable]
  choose another place with --out, or replace it with --force

1 error: dist/talk.html was not written, the previous file is unchanged
`);
    expect(readFileSync(path.join(cwd, 'dist/talk.html'))).toEqual(Buffer.from(content));
    expect((await lectern(['build', 'talk.md', '--force'], cwd)).exitCode).toBe(0);
    expect(readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8')).toContain('<h1');
  });

  test('and not what it wrote for another deck', async () => {
    const cwd = temporaryFolder({ 'one.md': '# One', 'two.md': '# Two' });
    await lectern(['build', 'one.md', '--out', 'one.html'], cwd);
    const { exitCode, errors } = await lectern(['build', 'two.md', '--out', 'one.html'], cwd);
    expect(exitCode).toBe(1);
    expect(errors).toContain('one.html was built from another deck, one.md, and is not replaced');
  });

  test('also of the same name in another folder, of which a page does not tell', async () => {
    const cwd = temporaryFolder({ 'a/talk.md': '# One', 'b/talk.md': '# Two\n\nNote:\nSay it' });
    const notes = ['--to', 'notes', '--out', 'talk.md'];
    for (const [first, second] of [
      [
        ['build', 'a/talk.md'],
        ['build', 'b/talk.md'],
      ],
      [
        ['build', 'a/talk.md', '--share', '--out', 's'],
        ['build', 'b/talk.md', '--out', 's'],
      ],
      [
        ['export', 'b/talk.md', ...notes],
        ['export', 'b/../c/talk.md', ...notes],
      ],
    ] as const) {
      mkdirSync(path.join(cwd, 'c'), { recursive: true });
      writeFileSync(path.join(cwd, 'c/talk.md'), '# Three\n\nNote:\nHello');
      expect(await lectern(first, cwd)).toMatchObject({ exitCode: 0 });
      const { exitCode, errors } = await lectern(second, cwd);
      expect(exitCode).toBe(1);
      expect(errors).toMatch(/was built from another deck, [ab]\/talk.md, and is not replaced/);
      expect((await lectern([...second, '--force'], cwd)).exitCode).toBe(0);
      expect((await lectern(first, cwd)).exitCode).toBe(1);
      rmSync(path.join(cwd, second[1]));
      expect((await lectern(first, cwd)).exitCode).toBe(0);
      writeFileSync(path.join(cwd, second[1]), '# Again');
    }
  });

  test('and says that a page with notes and source replaces one without, or the other way', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk' });
    const build = async (...more: string[]) =>
      (await lectern(['build', 'talk.md', ...more], cwd)).errors;
    expect(await build()).toBe('');
    expect(await build('--share')).toContain('note: dist/talk.html contained speaker notes');
    expect(await build('--share')).toBe('');
    expect(await build('--strict')).toContain('note: dist/talk.html was built with --share; this');
    expect(await build()).toBe('');
  });

  test('also after the deck was changed, and an empty file', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk', 'dist/talk.html': '' });
    expect((await lectern(['build', 'talk.md'], cwd)).exitCode).toBe(0);
    writeFileSync(path.join(cwd, 'talk.md'), '# Another title');
    expect((await lectern(['build', 'talk.md', '--share'], cwd)).exitCode).toBe(0);
    writeFileSync(path.join(cwd, 'talk.md'), '# A third title');
    expect((await lectern(['build', 'talk.md'], cwd)).exitCode).toBe(0);
  });
});

test.each([
  [['build', 'talk.md', '--out', 'sample.html'], 'sample.html'],
  [['export', 'talk.md', '--to', 'notes', '--out', 'part.md'], 'part.md'],
  [['export', 'talk.md', '--to', 'text', '--out', 'data.txt'], 'data.txt'],
])('no file that the deck uses is replaced, also with --force: %s', async (args, name) => {
  const files = {
    'talk.md':
      '# Talk\n\n---\nsrc: part.md\n---\n\n---\n\n```html src=sample.html\n```\n\n---\n\n```text src=data.txt\n```\n',
    'part.md': '## Part\n\nNote:\nHello\n',
    'sample.html': '<p>Hello</p>\n',
    'data.txt': 'Hello\n',
  };
  const cwd = temporaryFolder(files);
  const { exitCode, errors } = await lectern([...args, '--force'], cwd);
  expect(exitCode).toBe(1);
  expect(errors).toContain(`${name} is used by the deck and not replaced [output-unwritable]`);
  expect(readFileSync(path.join(cwd, name), 'utf8')).toBe(files[name as keyof typeof files]);
});

test('notes replace notes, and no image', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# Talk\n\nNote:\nHello', 'dist/talk-notes.md': 'old' });
  const args = ['export', 'talk.md', '--to', 'notes'];
  expect((await lectern(args, cwd)).exitCode).toBe(0);
  writeFileSync(path.join(cwd, 'dist/talk-notes.md'), png(2, 2));
  expect((await lectern(args, cwd)).errors).toContain('dist/talk-notes.md is no text');
});

test.skipIf(process.platform === 'win32')('names with control characters are escaped', async () => {
  const cwd = temporaryFolder({
    'a\u001b[2J\u009b.md': '# Talk',
    'b\u001b]0;x\u0007.md': '---\nx: y\n---\n',
  });
  mkdirSync(path.join(cwd, 'dist'));
  const outcomes = [
    await lectern(['build', 'a\u001b[2J\u009b.md', 'b\u001b]0;x\u0007.md'], cwd),
    await lectern(['build', 'a\u001b[2J\u009b.md', '--json'], cwd),
    await lectern(['export', 'a\u001b[2J\u009b.md', '--to', 'notes'], cwd),
    await lectern(['build', 'c\u001b[2J.md'], cwd),
    await lectern(['new', 'c\u001b[2J/d.md'], cwd),
    await lectern(['build', 'a\u001b[2J\u009b.md', '--out', 'a\u001b[2J\u009b.md/x.html'], cwd),
    await lectern(['bui\u001b[2Jld', '--\u009bx'], cwd),
  ];
  for (const { output, errors } of outcomes) {
    expect(output + errors).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/);
  }
  expect(outcomes[0]?.output).toContain('dist/a\\u001b[2J\\u009b.html');
  expect(outcomes[0]?.errors).toContain('b\\u001b]0;x\\u0007.md:2:1: error');
});
