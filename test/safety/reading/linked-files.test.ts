import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/files.ts';
import { lectern } from '../../support/lectern.ts';

const secret = 'the secret of somebody else';

/** A project of a stranger, with links to files that decks cannot use. */
function strangersProject(): string {
  const elsewhere = temporaryFolder({ 'key.txt': secret });
  const folder = temporaryFolder({
    'package.json': '{}',
    'talk.md': '---\nmarp: true\n---\n\n# Pears\n\n![](outside.png)\n\n![](hidden.png)\n',
    '.settings': secret,
  });
  symlinkSync(path.join(elsewhere, 'key.txt'), path.join(folder, 'outside.png'));
  symlinkSync(path.join(folder, '.settings'), path.join(folder, 'hidden.png'));
  return folder;
}

test('the page of a stranger’s deck carries no file that a link leads to and decks cannot use', async () => {
  const cwd = strangersProject();
  expect(await lectern(['build', 'talk.md'], cwd)).toMatchObject({ exitCode: 0 });
  const page = readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8');
  expect(page).toContain('"path":"talk.md"');
  expect(page).not.toContain(secret);
  expect(page).not.toContain('"path":"outside.png"');
});

test('nor does a copy of that deck', async () => {
  const cwd = strangersProject();
  const result = await lectern(['convert', 'talk.md', '--out', 'out'], cwd);
  expect(result).toMatchObject({ exitCode: 0 });
  expect(result.output).not.toContain('other file');
});
