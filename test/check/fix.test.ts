import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildPage } from '../../build.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { unifiedDiff } from '../../src/check/fix/diff.ts';
import { type FixedFile, fixDeck } from '../../src/check/fix/fix-deck.ts';
import { formatFix, writeFix } from '../../src/cli/check/fix-files.ts';
import type { CheckLevels } from '../../src/model/check.ts';
import { temporaryFolder } from '../support/files.ts';

async function fixFiles(
  files: Readonly<Record<string, string>>,
  levels: CheckLevels = new Map(),
): Promise<{ readonly cwd: string; readonly fixed: readonly FixedFile[] }> {
  const cwd = temporaryFolder({ 'package.json': '{}', ...files });
  const options = { cwd, root: cwd, allowRemote: false, share: false };
  const fixed = await fixDeck({ deck: path.join(cwd, 'deck.md'), options }, { buildPage, levels });
  return { cwd, fixed };
}

/** The text of a deck with what is certain corrected. */
async function fix(text: string, levels?: CheckLevels): Promise<string> {
  const { fixed } = await fixFiles({ 'deck.md': text }, levels);
  return fixed[0]?.after ?? text;
}

const head = '---\ntitle: Talk\n---\n\n';

describe('what is certain', () => {
  test.each([
    ['an id that is one letter off', '# Hello there\n\n[x](#helo-there)', '[x](#hello-there)'],
    ['in a path of reveal.js', '# Hello there\n\n[x](#/hello-thera)', '[x](#/hello-there)'],
    ['in HTML', '# Hello there\n\n<a href="#hello-ther">x</a>', '<a href="#hello-there">x</a>'],
    ['in notes', '# Hello there\n\nNote:\n\n[x](#hello-ther)', '[x](#hello-there)'],
    ['a definition with a space', '# A\n\n[x][y]\n\n[y]: my file.pdf', '[y]: <my file.pdf>'],
    ['a heading that skips a level', '# A\n\n---\n\n## B\n\n#### C', '## B\n\n### C'],
    ['several of them', '# A\n\n---\n\n## B\n\n##### C\n\n###### D', '## B\n\n### C\n\n#### D'],
    ['a setting', '# A\n\n---\nlayuot: center\n---\n\n# B', '---\nlayout: center\n---'],
    ['a layout', '# A\n\n---\nlayout: centr\n---\n\n# B', '---\nlayout: center\n---'],
    ['both', '# A\n\n---\nlayuot: centr\n---\n\n# B', '---\nlayout: center\n---'],
    ['a layout in quotes', '# A\n\n---\nlayout: "centr"\n---\n\n# B', 'layout: "center"'],
    ['in a comment', '# A\n\n---\n\n<!-- layout: centr -->\n\n# B', '<!-- layout: center -->'],
    [
      'a key in a comment',
      '# A\n\n---\n\n<!-- layuot: center -->\n\n# B',
      '<!-- layout: center -->',
    ],
    [
      'no space after a colon',
      '# A\n\n---\n\n<!-- layout:center -->\n\n# B',
      '<!-- layout: center -->',
    ],
    ['a colon too many', '# A\n\n---\nlayout: center:\n---\n\n# B', '---\nlayout: center\n---'],
    ['a fit', '# A\n\n---\nfit: shrnk\n---\n\n# B', 'fit: shrink'],
  ])('%s', async (_, text, expected) => {
    expect(await fix(head + text)).toContain(expected);
  });

  test.each([
    ['a key', 'themme: night', 'theme: night'],
    ['a theme', 'theme: nihgt', 'theme: night'],
    ['both', 'themme: nihgt', 'theme: night'],
    ['a transition', 'transition: fad', 'transition: fade'],
    ['a rule', 'check: { contrst: error }', 'check: { contrast: error }'],
    ['a level', 'check: { contrast: eror }', 'check: { contrast: error }'],
    ['no space after a colon', 'time:20 min', 'time: 20 min'],
    ['no space, and a misspelled value', 'theme:nihgt', 'theme: night'],
    ['two colons', 'theme:: night', 'theme: night'],
    ['a colon too many', 'theme: night:', 'theme: night'],
  ])('in the front matter: %s', async (_, line, expected) => {
    const rest = 'title: Talk\n---\n\n# A\n';
    expect(await fix(`---\n${line}\n${rest}`)).toBe(`---\n${expected}\n${rest}`);
  });
});

test.each([
  ['two ids that are as near', '# Step a\n\n[x](#step-c)\n\n## Step b'],
  ['an id with another number', '# Step 1\n\n[x](#step-2)'],
  ['an id that is two letters off', '# Hello there\n\n[x](#heo-there)'],
  ['a short id', '# Ab\n\n[x](#ac)'],
  ['words in parentheses', '# A\n\n[x](some words in it)'],
  ['a key that is set already', '# A\n\n---\nlayout: center\nlayuot: quote\n---\n\n# B'],
  ['a key of another tool', '# A\n\n---\nbackground-color: red\n---\n\n# B'],
  ['a value with a colon', '# A\n\n---\nclass: a:b\n---\n\n# B'],
  ['an address in YAML', '# A\n\n---\nhttps://example.org\n---\n\n# B'],
  ['code', '# Hello there\n\n```md\n[x](#helo-there)\n#### A\n```'],
  ['a comment that is text', '# A\n\n---\n\n<!-- note:this -->\n\n# B'],
])('is left alone: %s', async (_, text) => {
  expect(await fix(head + text)).toBe(head + text);
});

const greek = 'Ένα κείμενο στα ελληνικά';
const german = `Das ist ein Text, der nicht auf Englisch ist, und wir haben ihn für diese Probe mit den Wörtern
geschrieben, die es auch in anderen Texten gibt: aus der Stadt und von dem Land, wenn es nur so wäre.`;

describe('the language', () => {
  test('of a passage', async () => {
    const fixed = await fix(`${head}# A\n\nThe words ${greek} are Greek.`);
    expect(fixed).toContain(`words [${greek}]{lang=el} are`);
  });

  test('of a deck', async () => {
    const text = `${head}# A\n\n${german}\n`;
    expect(await fix(text)).toBe(text.replace('title', 'lang: de\ntitle'));
  });

  test('of a deck without front matter', async () => {
    const text = `# A\r\n\r\n${german}`;
    expect(await fix(text)).toBe(`---\r\nlang: de\r\n---\r\n\r\n${text}`);
  });

  test.each([
    ['a language that is named', `---\nlang: en\n---\n\n# A\n\n${german}\n`],
    ['a script of several languages', '# A\n\nThe words это слова на другом языке are here.\n'],
    ['the text of a link', `# A\n\nThe words [${greek}](#a) are Greek.\n`],
    ['HTML', `# A\n\n<p>The words ${greek} are Greek.</p>\n`],
  ])('is left alone: %s', async (_, text) => {
    expect(await fix(text)).toBe(text);
  });
});

test('nothing else changes: byte-order mark, line ends, spaces, the end of the file', async () => {
  const written =
    '\uFEFF---\r\ntitle: A  \r\nthemme: night\r\n---\r\n\r\n# Hello there \t\r\n\n[x](#helo-there)\r\rmixed \u2028 ends  \n\n---\n\n## B\r\n\r\n#### C \r\nno newline';
  const expected = written
    .replace('themme', 'theme')
    .replace('helo', 'hello')
    .replace('####', '###');
  const { cwd, fixed } = await fixFiles({ 'deck.md': written });
  expect(fixed.map(({ after }) => after)).toEqual([expected]);
  const report = new Report();
  for (const file of fixed) await writeFix(file, cwd, report);
  expect(readFileSync(path.join(cwd, 'deck.md')).equals(Buffer.from(expected))).toBe(true);
  expect(report.diagnostics).toEqual([]);
});

test('files that are included are corrected, and others are not', async () => {
  const { fixed, cwd } = await fixFiles({
    'deck.md': '# A\n\n---\nsrc: part.md\n---\n',
    'part.md': '# Hello there\n\n[x](#helo-there)\n\n```js {src=code.js}\n```\n',
    'code.js': 'layuot:center',
  });
  expect(fixed.map(({ file }) => path.relative(cwd, file))).toEqual(['part.md']);
});

test('what a comment excuses, or a setting turns off, is left alone', async () => {
  const text = `${head}# Hello there\n\n<!-- check-ignore link-target: made later -->\n\n[x](#helo-there)`;
  expect(await fix(text)).toBe(text);
  const skips = `${head}# A\n\n---\n\n## B\n\n#### C`;
  expect(await fix(skips, new Map([['heading-levels', 'off']]))).toBe(skips);
});

test('text that is not UTF-8 is left alone', async () => {
  const cwd = temporaryFolder({ 'package.json': '{}' });
  const deck = path.join(cwd, 'deck.md');
  writeFileSync(deck, Buffer.from('# Hello there\n\n[x](#helo-there) \xe9', 'latin1'));
  const options = { cwd, root: cwd, allowRemote: false, share: false };
  expect(await fixDeck({ deck, options }, { buildPage, levels: new Map() })).toEqual([]);
});

describe('writing', () => {
  const text = '# Hello there\n\n[x](#helo-there)\n';

  test('a file that has changed meanwhile is left alone', async () => {
    const { cwd, fixed } = await fixFiles({ 'deck.md': text });
    const deck = path.join(cwd, 'deck.md');
    writeFileSync(deck, 'new text');
    const report = new Report();
    for (const file of fixed) await writeFix(file, cwd, report);
    expect(readFileSync(deck, 'utf8')).toBe('new text');
    expect(report.diagnostics.map(({ message, hint }) => [message, hint])).toEqual([
      ['deck.md has changed while it was checked, and was not written', 'run the command again'],
    ]);
  });

  test.skipIf(process.platform === 'win32')('a file keeps its permissions', async () => {
    const { cwd, fixed } = await fixFiles({ 'deck.md': text });
    const deck = path.join(cwd, 'deck.md');
    chmodSync(deck, 0o640);
    for (const file of fixed) await writeFix(file, cwd, new Report());
    expect(statSync(deck).mode & 0o777).toBe(0o640);
  });
});

describe('the diff', () => {
  const lines = (...all: readonly (number | string)[]) => all.map((line) => `${line}\n`).join('');

  test('shows the lines around changes', () => {
    const before = lines(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20);
    const after = before.replace('2\n', 'two\n').replace('14\n', '14\nx\n');
    expect(unifiedDiff('a.md', before, after)).toEqual([
      ...['--- a.md', '+++ a.md', '@@ -1,5 +1,5 @@', ' 1', '-2', '+two', ' 3', ' 4', ' 5'],
      ...['@@ -12,6 +12,7 @@', ' 12', ' 13', ' 14', '+x', ' 15', ' 16', ' 17'],
    ]);
  });

  test('shows a missing line end', () => {
    expect(unifiedDiff('a.md', 'a\nb', 'a\nc\n')).toEqual([
      ...['--- a.md', '+++ a.md', '@@ -1,2 +1,2 @@', ' a', '-b'],
      ...['\\ No newline at end of file', '+c'],
    ]);
    expect(unifiedDiff('a.md', 'a', 'a')).toEqual([]);
  });

  test('in colors, and without what a terminal obeys', async () => {
    const { cwd, fixed } = await fixFiles({
      'deck.md': '# Hello there\n\n\u001b[2J [x](#helo-there)\n',
    });
    const [file] = fixed;
    if (!file) throw new Error('nothing was corrected');
    expect(formatFix(file, cwd, false)).toBe(
      '--- deck.md\n+++ deck.md\n@@ -1,3 +1,3 @@\n # Hello there\n \n-\uFFFD[2J [x](#helo-there)\n+\uFFFD[2J [x](#hello-there)\n',
    );
    const colored = formatFix(file, cwd, true);
    expect(colored).toContain('\u001b[31m-\uFFFD[2J [x](#helo-there)\u001b[39m');
    expect(colored).toContain('\u001b[32m+\uFFFD[2J [x](#hello-there)\u001b[39m');
  });
});
