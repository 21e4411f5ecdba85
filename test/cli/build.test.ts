import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const withNotes = '# A talk\n\nNote:\nBreathe.\n';

describe('which decks', () => {
  test('the named ones', async () => {
    const cwd = temporaryFolder({ 'a.md': '# A', 'talks/b.md': '# B', 'c.md': '# C' });
    const { exitCode } = await lectern(['build', 'a.md', 'talks/b.md'], cwd);
    expect(exitCode).toBe(0);
    expect(readdirSync(path.join(cwd, 'dist')).sort()).toEqual(['a.html', 'b.html']);
  });

  test('one that is named twice is built once', async () => {
    const cwd = temporaryFolder({ 'a.md': '# A' });
    const { output } = await lectern(['build', 'a.md', './a.md'], cwd);
    expect(output.trim().split('\n')).toHaveLength(1);
  });

  test('none named: all in slides/, by name, but for those with an underscore', async () => {
    const cwd = temporaryFolder({
      'slides/b.md': '# B',
      'slides/a.md': '# A',
      'slides/_part.md': '# Part',
      'slides/.hidden.md': '# Hidden',
      'slides/notes.txt': 'no deck',
      'slides/old/c.md': '# C',
    });
    const { exitCode, output } = await lectern(['build'], cwd);
    expect(exitCode).toBe(0);
    expect(output.match(/^\S+/gm)).toEqual(['dist/a.html', 'dist/b.html']);
    expect(readdirSync(path.join(cwd, 'dist')).sort()).toEqual(['a.html', 'b.html']);
  });
});

test('decks of Quarto and R Markdown in slides/ are decks, too', async () => {
  const cwd = temporaryFolder({
    'slides/a.markdown': '# A\n',
    'slides/b.qmd': '---\ntitle: B\n---\n\n## One\n',
    'slides/c.Rmd': '---\ntitle: C\n---\n\n## One\n',
    'slides/_part.qmd': '## Part\n',
    'slides/page.mdx': '# No deck\n',
  });
  const { exitCode, output } = await lectern(['build'], cwd);
  expect(exitCode).toBe(0);
  expect(output.match(/^\S+/gm)).toEqual(['dist/a.html', 'dist/b.html', 'dist/c.html']);
  const checked = await lectern(['check', '--no-browser', '--json'], cwd);
  expect(checked.output).toContain('slides/c.Rmd');
});

test.each(['build', 'check', 'export'])(
  '%s refuses decks in slides/ that differ only in their endings',
  async (command) => {
    const cwd = temporaryFolder({ 'slides/talk.md': '# A\n', 'slides/Talk.qmd': '## B\n' });
    const { exitCode, errors } = await lectern([command], cwd);
    expect(exitCode).toBe(2);
    expect(errors).toBe(
      'lectern: slides/Talk.qmd and slides/talk.md would have outputs of the same name\n' +
        '  rename one of them, begin its name with "_" if it is no deck, or name the decks\n',
    );
  },
);

describe('where to', () => {
  test.each([
    [[], 'dist/talk.html'],
    [['--out', 'public/slides'], 'public/slides/talk.html'],
    [['--out', 'index.html'], 'index.html'],
    [['--out=a/b/index.html'], 'a/b/index.html'],
  ])('%j: %s', async (args, file) => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk' });
    const { exitCode, output } = await lectern(['build', 'talk.md', ...args], cwd);
    expect(exitCode).toBe(0);
    expect(output).toMatch(new RegExp(`^${file} `));
    expect(readFileSync(path.join(cwd, file), 'utf8')).toMatch(/^<!doctype html>/i);
  });

  test('nothing but the file is left in the folder', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk' });
    await lectern(['build', 'talk.md'], cwd);
    await lectern(['build', 'talk.md'], cwd);
    expect(readdirSync(path.join(cwd, 'dist'))).toEqual(['talk.html']);
  });
});

describe('what it says', () => {
  test('name, size, slides, time', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk\n\n---\n\n## More' });
    const { output, errors } = await lectern(['build', 'talk.md'], cwd);
    expect(output).toMatch(
      /^dist\/talk\.html {3} *\d+ kB {3} *2 slides {3} *(\d+ ms|\d+\.\d s) {3}contains its source\n$/,
    );
    expect(errors).toBe('');
  });

  test('that the speaker notes and the source are inside', async () => {
    const cwd = temporaryFolder({ 'talk.md': withNotes });
    const { output } = await lectern(['build', 'talk.md'], cwd);
    expect(output).toMatch(/ {3}contains the speaker notes and its source\n$/);
  });

  test('columns line up', async () => {
    const cwd = temporaryFolder({ 'a.md': '# A', 'a-long-name.md': '# B' });
    const { output } = await lectern(['build', 'a.md', 'a-long-name.md'], cwd);
    const [first = '', second = ''] = output.split('\n');
    expect(first.indexOf('slide')).toBe(second.indexOf('slide'));
  });

  test('with --quiet nothing', async () => {
    const cwd = temporaryFolder({ 'talk.md': withNotes });
    const { exitCode, output, errors } = await lectern(['build', 'talk.md', '--quiet'], cwd);
    expect({ exitCode, output, errors }).toEqual({ exitCode: 0, output: '', errors: '' });
    expect(existsSync(path.join(cwd, 'dist/talk.html'))).toBe(true);
  });
});

test('the same deck gives the same bytes in any folder', async () => {
  const [one, two] = [
    temporaryFolder({ 'talk.md': withNotes }),
    temporaryFolder({ 'talk.md': withNotes }),
  ];
  for (const cwd of [one, two]) await lectern(['build', 'talk.md'], cwd);
  const read = (cwd: string) => readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8');
  expect(read(one)).toBe(read(two));
});

test('--root lets a deck name files of another folder', async () => {
  const cwd = temporaryFolder({
    'talks/package.json': '{}',
    'talks/talk.md': '# Talk\n\n---\nsrc: ../shared/part.md\n---\n',
    'shared/part.md': '## Part\n\nFrom afar.\n',
  });
  const inside = await lectern(['build', 'talks/talk.md'], cwd);
  expect(inside.exitCode).toBe(1);
  expect(inside.errors).toContain('[file-outside]');
  const widened = await lectern(['build', 'talks/talk.md', '--root', '.'], cwd);
  expect(widened).toMatchObject({ exitCode: 0, errors: '' });
});

test('--allow-remote leaves a remote image', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# Talk\n\n![A cat](https://example.org/cat.png)\n' });
  const refused = await lectern(['build', 'talk.md'], cwd);
  expect(refused.exitCode).toBe(1);
  expect(refused.errors).toContain('[image-remote]');
  const allowed = await lectern(['build', 'talk.md', '--allow-remote'], cwd);
  expect(allowed).toMatchObject({ exitCode: 0, errors: '' });
});
