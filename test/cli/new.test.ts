import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const templates = readdirSync(path.join(packageRoot, 'src/templates'));

describe('lectern new', () => {
  test('writes a deck of that name, which builds without errors', async () => {
    const cwd = temporaryFolder();
    expect(await lectern(['new', 'my-talk'], cwd)).toEqual({
      exitCode: 0,
      output: `slides/my-talk/path.svg
slides/my-talk/visitors.csv
slides/my-talk.md

to write it: lectern dev slides/my-talk.md
to build it: lectern build slides/my-talk.md
`,
      errors: '',
    });
    const text = readFileSync(path.join(cwd, 'slides/my-talk.md'), 'utf8');
    expect(text).toMatch(/^title: My talk$/m);
    expect(text).toMatch(/^# My talk$/m);
    expect(text).not.toContain('A new deck');
    const built = await lectern(['build', '--strict'], cwd);
    expect(built).toMatchObject({ exitCode: 0, errors: '' });
  });

  test.each(templates)('--template %s is one that builds without errors', async (template) => {
    const cwd = temporaryFolder();
    await lectern(['new', 'It’s “mine”', '--template', template], cwd);
    const built = await lectern(['build', 'slides/it-s-mine.md', '--strict'], cwd);
    expect(built).toMatchObject({ exitCode: 0, errors: '' });
    expect(readFileSync(path.join(cwd, 'dist/it-s-mine.html'), 'utf8')).toContain(
      '<title>It’s “mine”</title>',
    );
    const checked = await lectern(['check', 'slides/it-s-mine.md', '--no-browser'], cwd);
    expect(checked).toMatchObject({ exitCode: 0, errors: '' });
  });

  test.each([
    ['Plan B', 'slides/plan-b.md', 'Plan B'],
    ['the_harvest', 'slides/the-harvest.md', 'The harvest'],
    ['Überblick 2026', 'slides/überblick-2026.md', 'Überblick 2026'],
    ['talks/plan-b', 'talks/plan-b.md', 'Plan b'],
    ['plan b.md', 'plan b.md', 'plan b'],
    ['1: what, *how* & `why`?', 'slides/1-what-how-why.md', '1: what, *how* &amp; `why`?'],
  ])('%s: %s', async (name, file, title) => {
    const cwd = temporaryFolder();
    expect(await lectern(['new', name], cwd)).toMatchObject({ exitCode: 0, errors: '' });
    const built = await lectern(['build', file, '--strict', '--out', 'deck.html'], cwd);
    expect(built).toMatchObject({ exitCode: 0, errors: '' });
    const page = readFileSync(path.join(cwd, 'deck.html'), 'utf8');
    expect(page.match(/<title>(.*)<\/title>/)?.[1]?.toLowerCase()).toBe(title.toLowerCase());
    expect(page.match(/<h1[^>]*>(.*)<\/h1>/)?.[1]?.toLowerCase()).toBe(title.toLowerCase());
  });

  test('--theme puts another theme into its front matter', async () => {
    const cwd = temporaryFolder({ 'package.json': '{}', 'themes/mine/theme.css': '' });
    await lectern(['new', 'a', '--theme', 'mine'], cwd);
    expect(readFileSync(path.join(cwd, 'slides/a.md'), 'utf8')).toMatch(/^theme: mine$/m);
  });

  test.each([
    [['new'], 'expected one name\n  as in lectern new my-talk\n'],
    [['new', 'my', 'talk'], 'expected one name\n  as in lectern new "my talk"\n'],
    [['new', '?!'], '"?!" contains no character that is allowed in a file name\n'],
    [['new', 'Con'], '"con" is the name of a device on Windows\n  choose another name\n'],
    [
      ['new', 'slides/aux.md'],
      '"aux.md" is the name of a device on Windows\n  choose another name\n',
    ],
    [['new', 'slides/'], '"slides/" names no file\n  as in lectern new talks/my-talk\n'],
    [['new', '.md'], '".md" names no file\n  as in lectern new talks/my-talk\n'],
    [
      ['new', 'a', '--template', 'lecure'],
      'unknown template "lecure"\n  did you mean "lecture"?\n',
    ],
    [['new', 'a', '--theme', 'inc'], 'unknown theme "inc"\n  did you mean "ink"?\n'],
  ])('%j is an error', async (args, message) => {
    const cwd = temporaryFolder();
    const { exitCode, output, errors } = await lectern(args, cwd);
    expect({ exitCode, output, errors }).toEqual({
      exitCode: 2,
      output: '',
      errors: `lectern: ${message}`,
    });
    expect(existsSync(path.join(cwd, 'slides'))).toBe(false);
  });

  test('overwrites nothing', async () => {
    const cwd = temporaryFolder({ 'slides/a/path.svg': 'mine' });
    const { exitCode, errors } = await lectern(['new', 'a'], cwd);
    expect(exitCode).toBe(2);
    expect(errors).toContain('slides/a/path.svg exists already\n  choose another name');
    expect(existsSync(path.join(cwd, 'slides/a.md'))).toBe(false);
  });

  test('leaves nothing behind if a file cannot be written', async () => {
    const cwd = temporaryFolder();
    // The folder of the images may have this name, the deck may not.
    const { exitCode, errors } = await lectern(['new', 'a'.repeat(254)], cwd);
    expect(exitCode).toBe(1);
    expect(errors).toContain('lectern: ');
    expect(readdirSync(cwd)).toEqual([]);
  });
});
