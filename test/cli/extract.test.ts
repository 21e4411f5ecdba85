import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const files = {
  'package.json': '{}',
  'slides/talk.md': [
    '---\r\ntheme: ../look/mine.css\r\nstyles: ../look/more.css\r\n---\r\n\r\n# A talk </script><!--\r\n',
    '---\n\n![A pixel](pixel%20one.png)\n',
    '---\n\n```chart bar\ndata: ../data/apples.csv\n```\n',
    '---\n\n```ts src=../code/sample.ts\n```\n',
    '---\nsrc: part.md\n---\n',
    '---\n\n## The end\n\nNote:\nThe secret is marmalade.\n',
  ].join('\n'),
  'slides/part.md': '\uFEFF## A part\n\nMore.\n',
  'slides/pixel one.png': pixel,
  'data/apples.csv': 'year,apples\n2018,17\n2019,26\n',
  'code/sample.ts': 'export const answer = 42;\n',
  'look/mine.css': '@import "colors.css";\n:root { --radius: 0 }\n',
  'look/colors.css': ':root { --color-accent: #0b5cad }\n',
  'look/more.css': `.slide { background: url("data:image/png;base64,${pixel.toString('base64')}") }\n`,
  'slides/unused.md': '# Not part of it\n',
};

function readTree(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    names.map((file) => [
      path.relative(folder, file).split(path.sep).join('/'),
      readFileSync(file).toString('base64'),
    ]),
  );
}

describe('a deck gives back its source', () => {
  test('with the bytes that it had, and no other files', async () => {
    const cwd = temporaryFolder(files);
    expect(await lectern(['build', 'slides/talk.md'], cwd)).toMatchObject({ errors: '' });
    const { exitCode, output } = await lectern(['extract', 'dist/talk.html', '--out', 'got'], cwd);
    expect(exitCode).toBe(0);
    expect(output).toContain('got/slides/talk.md');
    const { 'package.json': _, 'slides/unused.md': __, ...used } = files;
    const expected = Object.entries(used).map(([name, content]) => [
      name,
      Buffer.from(content).toString('base64'),
    ]);
    expect(readTree(path.join(cwd, 'got'))).toEqual(Object.fromEntries(expected));
  });

  test('of which the named command makes the same file again', async () => {
    const cwd = temporaryFolder(files);
    await lectern(['build', 'slides/talk.md'], cwd);
    const page = readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8');
    const elsewhere = temporaryFolder({ 'talk.html': page });
    const { output } = await lectern(['extract', 'talk.html'], elsewhere);
    const [, args = ''] = /lectern (build .*)/.exec(output) ?? [];
    expect(args).toBe('build talk/slides/talk.md --root talk');
    expect(await lectern(args.split(' '), elsewhere)).toMatchObject({ exitCode: 0, errors: '' });
    expect(readFileSync(path.join(elsewhere, 'dist/talk.html'), 'utf8')).toBe(page);
  });

  test('and a picture that it shows stands in it once', async () => {
    const cwd = temporaryFolder(files);
    await lectern(['build', 'slides/talk.md'], cwd);
    const page = readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8');
    const image = `src="data:image/png;base64,${pixel.toString('base64')}"`;
    expect(page.split(image)).toHaveLength(2);
    expect(page).not.toContain(`"base64":"${pixel.toString('base64')}"`);
  });

  test('also the shipped one', async () => {
    const folder = temporaryFolder();
    const deck = 'slides/how-aws-was-born.md';
    await lectern(['build', deck, '--out', path.join(folder, 'deck.html')], packageRoot);
    await lectern(['extract', 'deck.html'], folder);
    for (const [name, base64] of Object.entries(readTree(path.join(folder, 'deck')))) {
      expect(readFileSync(path.join(packageRoot, name)).toString('base64')).toBe(base64);
    }
    expect(Object.keys(readTree(path.join(folder, 'deck'))).sort()).toEqual([
      'assets/capacity.svg',
      'assets/data/amazon-segments-2019.csv',
      'assets/data/aws-revenue.csv',
      deck,
    ]);
  });

  test.skipIf(process.platform === 'win32')('where a link led to a file', async () => {
    const cwd = temporaryFolder({
      'talk.md': '# Talk\n\n---\nsrc: a.md\n---\n',
      'b/b.md': '## B\n',
    });
    symlinkSync('b/b.md', path.join(cwd, 'a.md'));
    await lectern(['build', 'talk.md', '--out', 'talk.html'], cwd);
    await lectern(['extract', 'talk.html'], cwd);
    expect(readFileSync(path.join(cwd, 'talk/a.md'), 'utf8')).toBe('## B\n');
    const again = await lectern(['build', 'talk/talk.md'], cwd);
    expect(again).toMatchObject({ exitCode: 0, errors: '' });
  });
});

describe('--share', () => {
  test('leaves notes, source and the names of files out', async () => {
    const cwd = temporaryFolder(files);
    const { output } = await lectern(['build', 'slides/talk.md', '--share'], cwd);
    expect(output).not.toContain('contains');
    const page = readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8');
    for (const word of ['marmalade', 'secret', 'apples.csv', 'sample.ts', 'mine.css', 'slides/']) {
      expect(page).not.toContain(word);
    }
  });

  test('leaves no word of the shipped deck’s notes that is not on a slide too', async () => {
    const out = path.join(temporaryFolder(), 'deck.html');
    await lectern(['build', 'slides/how-aws-was-born.md', '--out', out], packageRoot);
    const whole = readFileSync(out, 'utf8');
    await lectern(['build', 'slides/how-aws-was-born.md', '--out', out, '--share'], packageRoot);
    const shared = readFileSync(out, 'utf8');
    const notes = /<aside class="notes"[^>]*>[\s\S]*?<\/aside>/g;
    const onSlides = wordsOf(mainOf(whole).replace(notes, ''));
    const inNotes = wordsOf((whole.match(notes) ?? []).join(' '));
    const secret = [...inNotes].filter((word) => !onSlides.has(word));
    expect(secret.length).toBeGreaterThan(100);
    const left = wordsOf(mainOf(shared));
    expect(secret.filter((word) => left.has(word))).toEqual([]);
    expect(shared).not.toContain('class="notes"');
  });

  test('is what extract then tells of', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk' });
    await lectern(['build', 'talk.md', '--share', '--out', 'shared.html'], cwd);
    const { exitCode, errors } = await lectern(['extract', 'shared.html'], cwd);
    expect(exitCode).toBe(2);
    expect(errors).toBe('lectern: shared.html contains no source\n  it was built with --share\n');
  });
});

describe('extract writes nothing', () => {
  test('over what is there', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# Talk', 'got/mine.txt': 'mine' });
    await lectern(['build', 'talk.md', '--out', 'talk.html'], cwd);
    const { exitCode, errors } = await lectern(['extract', 'talk.html', '--out', 'got'], cwd);
    expect(exitCode).toBe(2);
    expect(errors).toContain('the folder got exists already');
    expect(readdirSync(path.join(cwd, 'got'))).toEqual(['mine.txt']);
  });

  test.each([
    ['no file', [], 'cannot read deck.html: file not found'],
    ['no deck', '<p>Hello</p>', 'deck.html is not a deck built by Lectern'],
    [
      'no list',
      '{"entry":',
      'the source in deck.html is damaged: the list of its files cannot be read',
    ],
    ['another list', '{"entry":"a","files":[{}]}', 'the list of its files is invalid'],
    ['no entry', '{"entry":"a","files":[]}', 'the deck itself is missing'],
    ['a path upwards', source('../evil.md'), 'it contains the invalid path "../evil.md"'],
    ['an absolute path', source('/tmp/evil.md'), 'it contains the invalid path "/tmp/evil.md"'],
    [
      'a Windows path',
      source('a\\..\\..\\evil.md'),
      String.raw`it contains the invalid path "a\\..\\..\\evil.md"`,
    ],
    ['a drive', source('C:evil.md'), 'it contains the invalid path "C:evil.md"'],
    ['a device', source('con.md'), 'it contains the invalid path "con.md"'],
    ['a name twice', source('a.md', 'A.md'), 'it contains the file A.md twice'],
    ['a lost picture', '{"entry":"a","files":[{"path":"a","sha256":"00"}]}', 'a is missing'],
  ])('of a file that is broken or hostile: %s', async (_, content, message) => {
    const cwd = temporaryFolder();
    const isSource = typeof content === 'string' && content.startsWith('{');
    const page = isSource
      ? `<script type="application/vnd.lectern.source+json">${content}</script>`
      : content;
    if (typeof page === 'string') writeFileSync(path.join(cwd, 'deck.html'), page);
    const { exitCode, errors } = await lectern(['extract', 'deck.html'], cwd);
    expect(exitCode).toBe(2);
    expect(errors).toContain(message);
    expect(existsSync(path.join(cwd, 'deck'))).toBe(false);
  });
});

function mainOf(page: string): string {
  return /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? '';
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.replace(/<[^>]+>/g, ' ').match(/[\p{L}\d’]+/gu));
}

function source(...paths: readonly string[]): string {
  return JSON.stringify({
    entry: paths[0],
    files: paths.map((name) => ({ path: name, text: '# Evil' })),
  });
}
