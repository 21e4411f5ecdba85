import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/files.ts';
import { buildFixture } from '../../support/fixtures.ts';

const secret = 'nobody-may-read-this';

/** A project with secrets, as there are in most of them. */
function project(deck: string): string {
  const folder = temporaryFolder({
    'package.json': '{}',
    'deck.md': deck,
    '.env': `SECRET=${secret}`,
    '.env.md': `# ${secret}`,
    '.git/config': secret,
    'code/.npmrc': secret,
    '.data/numbers.csv': `x,y\n${secret},1`,
    '.theme.css': `/* ${secret} */`,
    '.hid/x.woff2': secret,
    'node_modules/p/package.json': '{}',
    'node_modules/p/.h/x.woff2': secret,
    'node_modules/.p/package.json': '{}',
    'font.css': '@font-face { font-family: X; src: url("npm:p/.h/x.woff2") }',
  });
  symlinkSync('.env', path.join(folder, 'plain.txt'));
  symlinkSync('.git', path.join(folder, 'plain'));
  return folder;
}

const code = (src: string): string => `# A\n\n\`\`\`sh src=${src}\n\`\`\`\n`;

test.each([
  ['a code sample', code('.env')],
  ['a code sample in a hidden folder', code('.git/config')],
  ['a code sample in a folder', code('code/.npmrc')],
  ['a path with dots', code('code/../.env')],
  ['an encoded path', code('%2eenv')],
  ['a link to a hidden file', code('plain.txt')],
  ['a link to a hidden folder', code('plain/config')],
  ['an include', '# A\n\n---\nsrc: .env.md\n---\n'],
  ['data', '# A\n\n```chart bar\ndata: .data/numbers.csv\n```\n'],
  ['a style sheet', '---\nstyles: .theme.css\n---\n\n# A\n'],
  ['a script', '---\nscripts: .env\n---\n\n# A\n'],
  ['a font', '---\nfonts: ./.hid/x.woff2\n---\n\n# A\n'],
  ['a font of a package', '---\nfonts: npm:p/.h/x.woff2\n---\n\n# A\n'],
  ['a font of a package in a style sheet', '---\nstyles: font.css\n---\n\n# A\n'],
  ['an image', '# A\n\n![A picture](.env)\n'],
])('a deck does not get a hidden file by %s', async (_, deck) => {
  const messages = (await buildFixture(project(deck))).join('\n');
  expect(messages).toContain('is hidden: a deck cannot use files and folders whose name begins');
  expect(messages).not.toContain(secret);
});

test('a message does not tell whether there is a hidden file', async () => {
  const of = async (src: string) => (await buildFixture(project(code(src)))).join('\n');
  expect((await of('.env')).replaceAll('.env', 'X')).toBe(
    (await of('.nov')).replaceAll('.nov', 'X'),
  );
  expect(await of('env')).not.toContain('.env');
});

test('a project in a hidden folder is built', async () => {
  const folder = path.join(temporaryFolder(), '.talks/one');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{}');
  writeFileSync(path.join(folder, 'a.sh'), 'ls');
  writeFileSync(path.join(folder, 'deck.md'), code('a.sh'));
  expect(await buildFixture(folder)).toEqual([]);
});

test.each([
  'npm:../.hid/x.woff2',
  'npm:../deck.md',
  'npm:.p/x.woff2',
  'npm:@../p/x.woff2',
  'npm:..',
  'npm:p/../../.hid/x.woff2',
])('%s is no font of a package', async (name) => {
  const messages = await buildFixture(project(`---\nfonts: ${name}\n---\n\n# A\n`));
  expect(messages.join('\n')).toMatch(/is not installed|has no file/);
});
