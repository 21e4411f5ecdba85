import { chmodSync, chownSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

describe('help', () => {
  test.each([[['--help']], [['-h']], [['help']], [[]]])(
    'lectern %j lists the commands',
    async (args) => {
      const { exitCode, output, errors } = await lectern(args, packageRoot);
      expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
      expect(output).toContain('Usage: lectern <command> [options]');
      expect(output).toMatch(/^ {2}build {2,}build one HTML file per deck$/m);
    },
  );

  test.each([
    [['build', '--help']],
    [['build', '-h']],
    [['help', 'build']],
    [['build', '--no-such', '--help']],
  ])('lectern %j tells of the command', async (args) => {
    const { exitCode, output } = await lectern(args, packageRoot);
    expect(exitCode).toBe(0);
    expect(output).toContain('Usage: lectern build [deck.md …] [options]');
    for (const option of [
      '--out PATH',
      '--root DIR',
      '--strict',
      '--json',
      '--allow-remote',
      '--quiet',
    ]) {
      expect(output).toContain(option);
    }
  });

  test('lines fit a terminal', async () => {
    const { output } = await lectern(['build', '--help'], packageRoot);
    expect(output.split('\n').filter((line) => line.length > 88)).toEqual([]);
  });

  test('-- before a command changes nothing', async () => {
    const cwd = temporaryFolder();
    const { exitCode, errors } = await lectern(['--', 'bild'], cwd);
    expect(exitCode).toBe(2);
    expect(errors).toContain('did you mean "build"?');
    expect((await lectern(['--', '--help'], cwd)).errors).toContain('unknown command "--help"');
    expect((await lectern(['--'], cwd)).output).toContain('Usage: lectern <command> [options]');
  });

  test('after -- it is a name', async () => {
    const { exitCode, errors } = await lectern(['build', '--', '--help'], temporaryFolder());
    expect(exitCode).toBe(1);
    expect(errors).toContain('there is no file --help');
  });
});

test.each(['--version', '-v'])('%s is the version of the package', async (flag) => {
  const manifest = readFileSync(path.join(packageRoot, 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  expect(await lectern([flag], packageRoot)).toEqual({
    exitCode: 0,
    output: `${version}\n`,
    errors: '',
  });
});

describe('invalid usage is an error', () => {
  test.each([
    ['bild', 'unknown command "bild"\n  did you mean "build"?'],
    [
      'frobnicate',
      'unknown command "frobnicate"\n  one of: new, dev, build, export, check, convert, import, extract, ',
    ],
    ['help bild', 'unknown command "bild"\n  did you mean "build"?'],
    ['--verson', 'unknown option "--verson"\n  did you mean "--version"?'],
    ['build --sttrict', 'unknown option "--sttrict"\n  did you mean "--strict"?'],
    ['build --dialect marb talk.md', 'there is no dialect "marb"\n  did you mean "marp"?'],
    ['build --constructor', 'unknown option "--constructor"\n  one of: --out, '],
    ['build --strict=yes', '--strict takes no value'],
    ['build talk.md --out', '--out needs a value\n  as in --out PATH'],
    ['build talk.md --out=', '--out needs a value\n  as in --out PATH'],
    ['build --out --strict talk.md', '--out needs a value\n  as in --out PATH'],
    ['build talk.md --root nowhere', '--root nowhere is not a folder'],
    ['build talk.md --root talk.md', '--root talk.md is not a folder'],
    [
      'build talk.md a/talk.md',
      'talk.md and a/talk.md would both become dist/talk.html\n  build them separately, each with its own --out',
    ],
    ['build talk.md a/TALK.md', 'talk.md and a/TALK.md would both become dist/TALK.html'],
    ['export talk.md --to handout --paper a5', 'unknown paper size "a5"\n  did you mean "a4"?'],
    ['export talk.md --to handout --per-page 5', 'invalid --per-page 5\n  one of: 1, 2, 3, 4, 6'],
    [
      'export talk.md --to png --width 9999',
      'invalid --width 9999\n  it is a number of pixels from 16 to 4096',
    ],
    [
      'export talk.md --to png,jpeg --transparent',
      '--transparent is not supported by --to jpeg\n  use png or webp',
    ],
    ['build talk.md b.md --out x.html', '--out x.html is one file, but there are 2 decks'],
    [
      'build dist/talk.html',
      'the output would overwrite the deck dist/talk.html\n  choose another --out',
    ],
  ])('lectern %s', async (line, message) => {
    const cwd = temporaryFolder({
      'talk.md': '# Talk',
      'a/talk.md': '# Talk',
      'dist/talk.html': 'x',
    });
    const { exitCode, output, errors } = await lectern(line.split(' '), cwd);
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(errors).toContain(`lectern: ${message}`);
    expect(readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8')).toBe('x');
  });

  test('a bare build where there is no slides/', async () => {
    const { exitCode, errors } = await lectern(['build'], temporaryFolder());
    expect(exitCode).toBe(2);
    expect(errors).toBe(
      'lectern: there is no folder slides/ here\n  name a deck: lectern build talk.md\n',
    );
  });

  test('a bare build where slides is a file', async () => {
    const { exitCode, errors } = await lectern(['build'], temporaryFolder({ slides: '# Talk' }));
    expect(exitCode).toBe(2);
    expect(errors).toContain('lectern: slides is not a folder\n');
  });

  test.skipIf(process.platform === 'win32')(
    'a bare build where slides/ must not be read',
    async () => {
      const cwd = temporaryFolder({ 'slides/talk.md': '# Talk' });
      chmodSync(path.join(cwd, 'slides'), 0o300);
      const { exitCode, errors } = await asPerson(cwd, () => lectern(['build'], cwd));
      chmodSync(path.join(cwd, 'slides'), 0o700);
      expect(exitCode).toBe(2);
      expect(errors).toContain('the folder slides/ must not be read: its permissions do not');
    },
  );

  test('a bare build where slides/ has no deck', async () => {
    const cwd = temporaryFolder({ 'slides/_part.md': '# Part', 'slides/picture.png': '' });
    const { exitCode, errors } = await lectern(['build'], cwd);
    expect(exitCode).toBe(2);
    expect(errors).toContain('lectern: there is no deck in slides/\n');
  });
});

test.each([
  [['build', '--to', 'pdf'], 'it is an option of "lectern export"'],
  [['dev', '--strict'], 'one of: --port'],
  [['dev', '--site'], 'it is an option of "lectern build"'],
])('lectern %j names the command that has the option', async (args, hint) => {
  const { exitCode, errors } = await lectern(args, temporaryFolder());
  expect([exitCode, errors]).toEqual([2, expect.stringContaining(hint)]);
});

/** Runs something in a folder as its owner, who is not root: the system permits everything to root. */
async function asPerson<T>(folder: string, run: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return run();
  const nobody = 65_534;
  for (const name of ['.', ...readdirSync(folder)])
    chownSync(path.join(folder, name), nobody, nobody);
  process.seteuid?.(nobody);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}
