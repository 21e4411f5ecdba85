import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const unknownKey = '---\nauhtor: Ada\n---\n\n# Talk\n';
const warned = '# Talk\n\n---\n\nA line\n---\n\nmore\n';

describe('an error', () => {
  test('is shown with its place, its line, and what to do', async () => {
    const cwd = temporaryFolder({ 'slides/talk.md': unknownKey });
    const { exitCode, output, errors } = await lectern(['build'], cwd);
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
    expect(errors).toBe(`slides/talk.md:2:1: error: unknown key "auhtor" [key-unknown]
  2 │ auhtor: Ada
    │ ^^^^^^
  did you mean "author"?

1 error: dist/talk.html was not written
`);
  });

  test('leaves the last good file untouched', async () => {
    const cwd = temporaryFolder({ 'talk.md': unknownKey, 'dist/talk.html': 'the last good one' });
    const { exitCode, errors } = await lectern(['build', 'talk.md'], cwd);
    expect(exitCode).toBe(1);
    expect(errors).toMatch(
      /1 error: dist\/talk\.html was not written, the previous file is unchanged\n$/,
    );
    expect(readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8')).toBe('the last good one');
    expect(readdirSync(path.join(cwd, 'dist'))).toEqual(['talk.html']);
  });

  test('of one deck keeps no other from being built, and all are named', async () => {
    const cwd = temporaryFolder({ 'a.md': unknownKey, 'b.md': '# B', 'c.md': unknownKey });
    const { exitCode, output, errors } = await lectern(
      ['build', 'a.md', 'b.md', 'c.md', 'd.md'],
      cwd,
    );
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^dist\/b\.html /);
    expect(errors).toContain('a.md:2:1: error');
    expect(errors).toContain('c.md:2:1: error');
    expect(errors).toContain('error: there is no file d.md [file-missing]');
    expect(errors).toMatch(
      /3 errors: dist\/a\.html, dist\/c\.html, dist\/d\.html were not written\n$/,
    );
  });

  test('is colored only for a screen', async () => {
    const cwd = temporaryFolder({ 'talk.md': unknownKey });
    const plain = await lectern(['build', 'talk.md'], cwd);
    const colored = await lectern(['build', 'talk.md'], cwd, { colors: true });
    const esc = String.fromCharCode(27);
    expect(plain.errors).not.toContain(esc);
    expect(colored.errors).toContain(`${esc}[31m^^^^^^${esc}[39m`);
    expect(colored.errors.replaceAll(new RegExp(`${esc}\\[\\d+m`, 'g'), '')).toBe(plain.errors);
  });
});

describe('a warning', () => {
  test('stops nothing', async () => {
    const cwd = temporaryFolder({ 'talk.md': warned });
    const { exitCode, output, errors } = await lectern(['build', 'talk.md'], cwd);
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^dist\/talk\.html /);
    expect(errors).toMatch(/\[break-heading\][\s\S]*\n1 warning\n$/);
  });

  test('stops a --strict build', async () => {
    const cwd = temporaryFolder({ 'talk.md': warned, 'dist/talk.html': 'the last good one' });
    const { exitCode, output, errors } = await lectern(['build', 'talk.md', '--strict'], cwd);
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
    expect(errors).toMatch(
      /\n1 warning \(strict\): dist\/talk\.html was not written, the previous file is unchanged\n$/,
    );
    expect(readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8')).toBe('the last good one');
  });
});

test('a deck that is not a file is an error, and nothing waits for it', async () => {
  const cwd = temporaryFolder({ 'folder.md/x': '' });
  const expected = ['error: folder.md is a folder'];
  if (process.platform !== 'win32') {
    execFileSync('mkfifo', ['pipe.md'], { cwd });
    expected.push('error: pipe.md is not an ordinary file');
  }
  const { exitCode, errors } = await lectern(['build', 'folder.md', 'pipe.md'], cwd);
  expect(exitCode).toBe(1);
  for (const text of expected) expect(errors).toContain(text);
});

test('--json gives one object for programs', async () => {
  const cwd = temporaryFolder({ 'good.md': '# Good', 'bad.md': unknownKey });
  const { exitCode, output, errors } = await lectern(
    ['build', 'good.md', 'bad.md', 'no.md', '--json'],
    cwd,
  );
  expect({ exitCode, errors }).toEqual({ exitCode: 1, errors: '' });
  expect(JSON.parse(output)).toEqual({
    decks: [
      {
        file: 'good.md',
        output: 'dist/good.html',
        explanation: null,
        bytes: readFileSync(path.join(cwd, 'dist/good.html')).length,
        slides: 1,
        milliseconds: expect.any(Number),
      },
      {
        file: 'bad.md',
        output: null,
        explanation: null,
        bytes: null,
        slides: null,
        milliseconds: expect.any(Number),
      },
      {
        file: 'no.md',
        output: null,
        explanation: null,
        bytes: null,
        slides: null,
        milliseconds: expect.any(Number),
      },
    ],
    site: null,
    diagnostics: [
      {
        code: 'key-unknown',
        severity: 'error',
        message: 'unknown key "auhtor"',
        file: 'bad.md',
        line: 2,
        column: 1,
        length: 6,
        hint: 'did you mean "author"?',
      },
      expect.objectContaining({ code: 'file-missing', file: null, line: null }),
    ],
  });
});

describe('an output that cannot be written', () => {
  test('because a file stands where its folder should be', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk', dist: 'a file' });
    const { exitCode, output, errors } = await lectern(['build', 'talk.md'], cwd);
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
    expect(errors).toBe(
      `error: cannot write dist/talk.html: a file stands where its folder should be [output-unwritable]
  choose another place with --out

1 error: dist/talk.html was not written
`,
    );
    expect(readFileSync(path.join(cwd, 'dist'), 'utf8')).toBe('a file');
  });

  test('because a file stands further up', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk', public: 'a file' });
    const { exitCode, errors } = await lectern(['build', 'talk.md', '--out', 'public/slides'], cwd);
    expect(exitCode).toBe(1);
    expect(errors).toContain(
      'error: cannot write public/slides/talk.html: a file stands where its folder should be',
    );
  });

  test('because a folder has its name', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk', 'dist/talk.html/x': '' });
    const { exitCode, errors } = await lectern(['build', 'talk.md'], cwd);
    expect(exitCode).toBe(1);
    expect(errors).toContain('error: cannot write dist/talk.html: a folder has that name');
    expect(readdirSync(path.join(cwd, 'dist'))).toEqual(['talk.html']);
  });
});

describe('an internal error', () => {
  const buildPage = async (): Promise<never> => {
    throw new TypeError('x is not a function\nand more');
  };

  test('says that it is ours, and where to report it', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk' });
    const { exitCode, output, errors } = await lectern(['build', 'talk.md'], cwd, { buildPage });
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
    expect(errors).toMatch(
      /^error: internal error while building talk.md: x is not a function \[internal\]\n {2}this is a bug in Lectern, not in your deck; please report it with what you see here:\n {2}https:\/\/github.com\/lectern-slides\/lectern\/issues\n {2}lectern \d+\.\d+\.\d+, node v[\d.]+, \w+ \w+\n {2}run it again with LECTERN_DEBUG=1 to see where it happened\n\n1 error: dist\/talk.html was not written\n$/,
    );
    expect(existsSync(path.join(cwd, 'dist'))).toBe(false);
  });

  test('shows its stack if asked to', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk' });
    const { errors } = await lectern(['build', 'talk.md'], cwd, { buildPage, debug: true });
    expect(errors).toMatch(/\n {6}at buildPage /);
  });
});

describe('a deck that is not there', () => {
  test.each([
    ['build', 'slides/tlak.md', 'slides/talk.md'],
    ['build', 'talk.md', 'slides/talk.md'],
    ['dev', 'slides/tlak.md', 'slides/talk.md'],
  ])('is an error of %s %s at once, with the name that may be meant', async (...words) => {
    const [command, name, near] = words;
    const cwd = temporaryFolder({ 'slides/talk.md': '# Talk' });
    const { exitCode, output, errors } = await lectern([command, name], cwd);
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
    expect(errors).toContain(
      `error: there is no file ${name} [file-missing]\n  did you mean "${near}"?\n`,
    );
  });

  test('is a link to a file that does not exist', async () => {
    const cwd = temporaryFolder({ 'slides/talk.md': '# Talk' });
    symlinkSync('nothing.md', path.join(cwd, 'slides/link.md'));
    const { exitCode, errors } = await lectern(['build', 'slides/link.md'], cwd);
    expect(exitCode).toBe(1);
    expect(errors).toContain(
      'there is no file slides/link.md [file-missing]\n  it is a symbolic link to a file that does not exist\n',
    );
  });

  test.each(['build', 'dev'])('is a folder: %s names a deck in it', async (command) => {
    const cwd = temporaryFolder({ 'slides/talk.md': '# Talk' });
    const { exitCode, errors } = await lectern([command, 'slides'], cwd);
    expect(exitCode).toBe(1);
    expect(errors).toContain(
      'error: slides is a folder [file-kind]\n  name the decks in it: slides/talk.md\n',
    );
  });
});
