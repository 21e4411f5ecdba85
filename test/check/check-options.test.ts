import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const text = '# Hello there\n\n[x](#helo-there) teh\n';

const diff = `--- deck.md
+++ deck.md
@@ -1,3 +1,3 @@
 # Hello there
${' '}
-[x](#helo-there) teh
+[x](#hello-there) teh
`;

test('--diff shows what --fix changes, and --fix reports what is left', async () => {
  const folder = temporaryFolder({ 'deck.md': text, 'package.json': '{}' });
  const read = (): string => readFileSync(path.join(folder, 'deck.md'), 'utf8');
  const shown = await lectern(['check', 'deck.md', '--no-browser', '--diff'], folder);
  expect(shown.output).toContain(diff);
  expect(shown.errors).toContain('deck.md:3:5: error: "#helo-there" leads nowhere');
  expect(shown.exitCode).toBe(1);
  expect(read()).toBe(text);
  const fixed = await lectern(['check', 'deck.md', '--no-browser', '--fix', '--json'], folder);
  expect(fixed.errors).toBe(diff);
  expect(JSON.parse(fixed.output)).toMatchObject({ findings: [] });
  expect(fixed.exitCode).toBe(0);
  expect(read()).toBe(text.replace('helo', 'hello'));
});

test('--spell names the package of a missing dictionary', async () => {
  const folder = temporaryFolder({
    'deck.md': `---\nlang: it\n---\n\n${text}`,
    'package.json': '{}',
  });
  const { errors, exitCode } = await lectern(
    ['check', 'deck.md', '--no-browser', '--spell'],
    folder,
  );
  expect(errors).toContain('error: the dictionary of "it" is not installed [spelling]');
  expect(errors).toContain('npm install --save-dev dictionary-it');
  expect(exitCode).toBe(1);
});

test('--private-links without --links is invalid', async () => {
  const folder = temporaryFolder({ 'deck.md': text, 'package.json': '{}' });
  const { errors, exitCode } = await lectern(['check', 'deck.md', '--private-links'], folder);
  expect(errors).toContain('--private-links needs --links');
  expect(exitCode).toBe(2);
});
