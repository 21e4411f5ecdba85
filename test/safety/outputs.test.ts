import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { refusalToReplace } from '../../src/cli/output/replaceable.ts';
import { temporaryFolder } from '../support/files.ts';
import { png } from '../support/images.ts';
import { lectern } from '../support/lectern.ts';

describe('build replaces only what Lectern wrote for the deck', () => {
  test.each([
    ['another page', '<!doctype html><title>Mine</title>'],
    ['text', 'my notes about Lectern'],
    ['an image', png(2, 2)],
    ['a page that only mentions Lectern', '<meta name="generator" content="Lectern 0.1.0">'],
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
    await lectern(['build', 'one.md', '--share', '--out', 's.html'], cwd);
    const shared = await lectern(['build', 'two.md', '--share', '--out', 's.html'], cwd);
    expect(shared.exitCode).toBe(1);
    expect(shared.errors).toContain('s.html was built from another deck, one.md, and is not');
  });

  test('also on a machine without a record of it', async () => {
    const cwd = temporaryFolder({ 'one.md': '# One', 'two.md': '# Two' });
    await lectern(['build', 'one.md', '--share', '--out', 's.html'], cwd);
    const page = readFileSync(path.join(cwd, 's.html'), 'utf8');
    expect(page).not.toMatch(/one\.md/);
    expect(page.replace(/lectern-mark" content="[0-9a-f]{2}"/, '')).not.toContain('lectern-mark');
    copyFileSync(path.join(cwd, 's.html'), path.join(cwd, 'copy.html'));
    for (const more of [['--share'], []]) {
      const args = ['build', 'two.md', ...more, '--out', 'copy.html'];
      const { exitCode, errors } = await lectern(args, cwd);
      expect(exitCode).toBe(1);
      expect(errors).toContain('copy.html was built from another deck and is not replaced');
    }
    writeFileSync(path.join(cwd, 'one.md'), '# Changed');
    const args = ['build', 'one.md', '--share', '--out', 'copy.html'];
    expect((await lectern(args, cwd)).exitCode).toBe(0);
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

describe('export replaces only what Lectern wrote for the deck, as it wrote it', () => {
  test.each([
    ['notes', 'other.md', '# My other talk\n\nweeks of work\n'],
    ['text', 'other.txt', 'weeks of work'],
    ['notes', 'other.md', png(2, 2)],
    ['pdf', 'other.pdf', '%PDF-1.4 of another program'],
    ['png', 'other.png', png(2, 2)],
  ])('and not %s over another %s', (format, name, content) => {
    const cwd = temporaryFolder({ [name]: content });
    const output = path.join(cwd, name);
    const refusal = (force: boolean) =>
      refusalToReplace({ file: output, deck: 'a.md', content: format, inputs: none, force, cwd });
    expect(refusal(false)?.message).toMatch(/^other\.\w+ was not written by Lectern/);
    expect(refusal(true)).toBeUndefined();
  });

  test('and not a deck', async () => {
    const other = '# My other talk\n\nweeks of work\n';
    const cwd = temporaryFolder({
      'slides/a.md': '# A\n\nNote:\nn\n',
      'slides/a-notes.md': other,
      'other.md': other,
    });
    for (const out of ['other.md', 'slides']) {
      const args = ['export', 'slides/a.md', '--to', 'notes', '--out', out];
      const { exitCode, errors } = await lectern(args, cwd);
      expect(exitCode).toBe(1);
      expect(errors).toMatch(/\.md was not written by Lectern, or was changed since, and is not/);
    }
    expect(readFileSync(path.join(cwd, 'other.md'), 'utf8')).toBe(other);
    expect(readFileSync(path.join(cwd, 'slides/a-notes.md'), 'utf8')).toBe(other);
  });

  test('notes replace notes that nobody has changed', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk\n\nNote:\nHello' });
    const exportNotes = (deck = 'talk.md', ...more: string[]) =>
      lectern(['export', deck, '--to', 'notes', '--out', 'notes.md', ...more], cwd);
    expect((await exportNotes()).exitCode).toBe(0);
    writeFileSync(path.join(cwd, 'talk.md'), '# Talk\n\nNote:\nHello again');
    expect((await exportNotes()).exitCode).toBe(0);
    const written = readFileSync(path.join(cwd, 'notes.md'), 'utf8');
    expect(written).toContain('Hello again');
    // Also after the deck was renamed.
    renameSync(path.join(cwd, 'talk.md'), path.join(cwd, 'new.md'));
    writeFileSync(path.join(cwd, 'new.md'), '# Talk\n\nNote:\nA third time');
    expect((await exportNotes('new.md')).exitCode).toBe(0);
    writeFileSync(path.join(cwd, 'notes.md'), `${written}by hand`);
    const { exitCode, errors } = await exportNotes('new.md');
    expect(exitCode).toBe(1);
    expect(errors).toContain('or was changed since');
    expect(readFileSync(path.join(cwd, 'notes.md'), 'utf8')).toContain('by hand');
    expect((await exportNotes('new.md', '--force')).exitCode).toBe(0);
    expect((await exportNotes('new.md')).exitCode).toBe(0);
  });

  test('an output that would not change is no error, without a record of it', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk\n\nNote:\nHello' });
    await lectern(['export', 'talk.md', '--to', 'notes', '--out', 'a.md'], cwd);
    copyFileSync(path.join(cwd, 'a.md'), path.join(cwd, 'b.md'));
    const args = ['export', 'talk.md', '--to', 'notes', '--out', 'b.md'];
    expect((await lectern(args, cwd)).exitCode).toBe(0);
  });
});

const none: ReadonlySet<string> = new Set();

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

test('texts of a deck do not control the terminal', async () => {
  const codes = ['202e', '2066', '200f', '2028', '061c', '001b', '009b', '0085', '007f'];
  const name = codes.map((code) => `\\u${code}`).join('');
  const deck = `---\nfonts: "npm:${name}"\ntheme: "${name}"\n---\n# A \u202e{{b\u2066}}\n`;
  const cwd = temporaryFolder({ 'a.md': deck });
  for (const args of [
    ['build', 'a.md'],
    ['build', 'a.md', '--json'],
    ['export', 'a.md', '--to', 'notes'],
    ['export', 'a.md', '--to', 'notes', '--json'],
  ]) {
    const { output, errors } = await lectern(args, cwd);
    expect(output + errors).toContain('there is no theme');
    expect(output + errors).not.toMatch(
      /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/,
    );
    if (!args.includes('--json')) continue;
    const messages = JSON.parse(output).diagnostics.map(
      ({ message }: { message: string }) => message,
    );
    expect(messages.join('')).toContain('\u202e\u2066\u200f\u2028\u061c\u001b\u009b\u0085\u007f');
  }
});

test('a dist that is a link out of the project is not written to, unless the user names it', async () => {
  const above = temporaryFolder({ 'victim/a.txt': '', 'p/a.md': '# A' });
  const cwd = path.join(above, 'p');
  symlinkSync('../victim', path.join(cwd, 'dist'));
  for (const args of [
    ['build', 'a.md'],
    ['export', 'a.md', '--to', 'notes'],
  ]) {
    const { exitCode, errors } = await lectern(args, cwd);
    expect(errors).toContain('dist is a link to');
    expect(exitCode).not.toBe(0);
  }
  expect(readdirSync(path.join(above, 'victim'))).toEqual(['a.txt']);
  const { exitCode } = await lectern(['build', 'a.md', '--out', 'dist'], cwd);
  expect(exitCode).toBe(0);
});

test('a link in the place of an output is replaced, not the file that it leads to', async () => {
  const above = temporaryFolder({ 'victim/a.html': 'FOREIGN', 'real/x.txt': '', 'p/a.md': '# A' });
  const cwd = path.join(above, 'p');
  symlinkSync('../real', path.join(cwd, 'out'));
  symlinkSync('../victim/a.html', path.join(above, 'real', 'a.html'));
  const refused = await lectern(['build', 'a.md', '--out', 'out/'], cwd);
  expect(refused.errors).toContain('was not written by Lectern and is not replaced');
  const forced = await lectern(['build', 'a.md', '--out', 'out/', '--force'], cwd);
  expect(forced.exitCode).toBe(0);
  expect(readFileSync(path.join(above, 'victim', 'a.html'), 'utf8')).toBe('FOREIGN');
  expect(readFileSync(path.join(above, 'real', 'a.html'), 'utf8')).toContain('<h1');
});

test.skipIf(process.platform === 'win32')('a pipe is neither replaced nor waited for', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# A\n' });
  await lectern(['build', 'talk.md'], cwd);
  rmSync(path.join(cwd, 'dist/talk.html'));
  execFileSync('mkfifo', ['dist/talk.html'], { cwd });
  const { errors } = await lectern(['build', 'talk.md'], cwd);
  expect(errors).toContain('dist/talk.html is not an ordinary file and is not replaced');
});

test('a deck whose name is not UTF-8 is reported with what to do', async () => {
  const cwd = temporaryFolder({ 'a.md': '# A' });
  // As Node.js reads the bytes FF and FE in an argument.
  const { errors } = await lectern(['build', '\uFFFD\uFFFD.md'], cwd);
  expect(errors).toContain('rename the file: its name is not UTF-8');
  expect((await lectern(['build', 'b.md'], cwd)).errors).not.toContain('UTF-8');
});
