import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildPage } from '../../../build.ts';
import { Report } from '../../../src/base/diagnostics/report.ts';
import type { Dialect } from '../../../src/model/source.ts';
import { temporaryFolder } from '../../support/files.ts';

const secret = 'nobody-may-read-this';
const key = `-----BEGIN PRIVATE KEY-----\n${secret}`;

/** The page and the messages of a deck, in a project next to secrets. */
async function build(
  dialect: Dialect | undefined,
  deck: string,
  files: Readonly<Record<string, string>> = {},
  share = true,
) {
  const outside = temporaryFolder({ 'x.md': secret, 'x.css': `section { --x: "${secret}" }` });
  const cwd = temporaryFolder({
    'deck.md': deck,
    '.env': `A,B\n${secret},1`,
    'secrets.csv': `A,B\n${secret},1`,
    'key.md': key,
    'own/a.md': '# A',
    ...files,
  });
  for (const name of ['x.md', 'x.css', 'theme.css', 'index.html']) {
    symlinkSync(path.join(outside, name === 'theme.css' ? 'x.css' : name), path.join(cwd, name));
  }
  symlinkSync(outside, path.join(cwd, 'linked'));
  const report = new Report();
  const page = await buildPage(
    path.join(cwd, 'deck.md'),
    { cwd, root: cwd, allowRemote: false, share, ...(dialect && { dialect }) },
    report,
  );
  return `${page?.html ?? ''}\n${report.diagnostics.map(({ message }) => message).join('\n')}`;
}

const files = ['.env', 'secrets.csv', 'key.md', 'x.md', 'linked/x.md', '../x.md', '/.env'];

test.each(files)(
  'no translation of a deck shows a file that decks cannot use: %s',
  async (file) => {
    const decks: readonly (readonly [Dialect, string])[] = [
      ['quarto', `# A\n\n{{< include ${file} >}}\n`],
      ['slidev', `# A\n\n<<< ${file}\n\n<<< @/${file}\n\n---\nsrc: ./${file}\n---\n`],
      ['reveal', `# A\n\n<canvas data-chart="bar" data-chart-src="${file}"></canvas>\n`],
      ['pandoc', `---\nbibliography: ${file}\n---\n\n# A\n\n[@a]\n`],
      ['marp', `---\nmarp: true\ntheme: ${file}\n---\n\n# A\n`],
    ];
    for (const [dialect, deck] of decks) {
      expect(await build(dialect, deck), dialect).not.toContain(secret);
    }
  },
);

test.each([
  ['a style sheet that is a link', '---\nmarp: true\ntheme: x\n---\n\n# A\n', '{}'],
  ['a style sheet in a folder that is one', '---\ntheme: x\n---\n\n# A\n', '{"themeSet":"linked"}'],
  ['a file that is no style sheet', '---\ntheme: x\n---\n\n# A\n', '{"themeSet":".env"}'],
])('a theme of Marp is not %s', async (_, deck, config) => {
  expect(await build('marp', deck, { '.marprc.json': config })).not.toContain(secret);
});

test.each([
  ['marp', '---\nmarp: true\ntheme: .own.css\n---\n\n# A\n'],
  ['quarto', '---\nformat: {revealjs: {theme: [default, .own.scss]}}\n---\n\n## A\n'],
  ['quarto', '---\nformat: {revealjs: {theme: [default, .own/a.scss]}}\n---\n\n## A\n'],
] as const)('a style sheet that is hidden is refused: %s', async (dialect, deck) => {
  const css = `.x { --x: "${secret}" }`;
  const hidden = { '.own.css': css, '.own.scss': css, '.own/a.scss': css };
  const text = await build(dialect, deck, hidden);
  expect(text).not.toContain(secret);
  expect(text).toMatch(/"\.own\S*" is hidden/);
});

test('a theme of Marp may be in the hidden folder that is usual for it', async () => {
  const deck = '---\nmarp: true\ntheme: own\n---\n\n# A\n';
  const css = '/* @theme own */ section { --x: 4711px }';
  expect(await build('marp', deck, { '.marp/own.css': css })).toContain('4711px');
});

test('why a file of Quarto is not included is said at its place', async () => {
  const text = await build('quarto', '# A\n\n{{< include .env >}}\n\n{{< include none.qmd >}}\n');
  expect(text).toContain('".env" is hidden');
  expect(text).toContain('there is no file "none.qmd"');
});

test.each([undefined, 'marp', 'reveal', 'slidev', 'quarto', 'pandoc'] as const)(
  'a page carries no file that only tells how its project is read: %s',
  async (dialect) => {
    const settings = JSON.stringify({ name: secret, 'markdown.marp.breaks': secret });
    const html = await build(
      dialect,
      '# A\n\nText\n',
      {
        'package.json': settings,
        '.vscode/settings.json': settings,
        '.marprc.json': settings,
        'page/index.html': secret,
        'deck.html': secret,
        'themes/deck.css': `/* ${secret} */`,
      },
      false,
    );
    expect(html).toContain('deck.md');
    expect(html).not.toContain(secret);
  },
);

test('a bibliography that is made to be read without end is read in time', async () => {
  const endless = `@article{a, title={x}${'#{x}'.repeat(500_000)}}\n`;
  const entries = Array.from({ length: 30_000 }, (_, i) => `@book{k${i}, title={Work ${i}}}\n`);
  const keys = Array.from({ length: 300 }, (_, i) => `[@k${i * 100}]`);
  const deck = `---\nbibliography: works.bib\n---\n\n# A\n\n[@a] ${keys.join(' ')}\n`;
  const text = await build('pandoc', deck, { 'works.bib': endless + entries.join('') });
  expect(text).toContain('"@a" is in no bibliography');
  expect(text).toContain('Work 29900');
});
