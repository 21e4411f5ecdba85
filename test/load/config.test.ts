import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainJson } from '../../src/base/yaml/plain-json.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const marpDeck = '# Title\n\n![bg](a.svg)\n';
const image = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';

/** What a build prints. */
async function build(files: Readonly<Record<string, string>>, ...flags: readonly string[]) {
  const cwd = temporaryFolder({ 'package.json': '{}', 'a.svg': image, ...files });
  const { exitCode, output, errors } = await lectern(['build', 'talk.md', ...flags], cwd);
  return { exitCode, output, errors };
}

describe('the dialect of a folder', () => {
  const config = '{ "dialect": "marp" }\n';

  test('decides what its decks are, without a note', async () => {
    const found = await build({ 'talk.md': marpDeck, 'lectern.config.json': config });
    expect(found).toMatchObject({ exitCode: 0, errors: '' });
    const text = '# Title\n\nline one\nline two\n\n<!-- a note -->\n';
    const asMarp = await build({ 'talk.md': text, 'lectern.config.json': config });
    const asOwn = await build({ 'talk.md': text });
    expect(asMarp.output).toContain('contains the speaker notes');
    expect(asOwn.output).not.toContain('contains the speaker notes');
  });

  test('gives way to the front matter and to the command line', async () => {
    const text = '# Title\n\n<!-- a note -->\n';
    const files = { 'talk.md': text, 'lectern.config.json': config };
    const byFlag = await build(files, '--dialect', 'lectern');
    expect(byFlag.output).not.toContain('contains the speaker notes');
    const own = { ...files, 'talk.md': `---\ndialect: lectern\n---\n\n${text}` };
    expect((await build(own)).output).not.toContain('contains the speaker notes');
  });

  test('is that of the nearest file, and applies once it is there', async () => {
    const text = '# Title\n\n<!-- a note -->\n';
    const cwd = temporaryFolder({ '.git/HEAD': '', 'talks/2026/talk.md': text });
    const built = () => lectern(['build', 'talks/2026/talk.md'], cwd);
    expect((await built()).output).not.toContain('speaker notes');
    writeFiles(cwd, { 'lectern.config.yaml': 'dialect: marp\n' });
    expect((await built()).output).toContain('speaker notes');
    writeFiles(cwd, { 'talks/lectern.config.json': '{ "dialect": "lectern" }' });
    expect((await built()).output).not.toContain('speaker notes');
  });

  test('alone makes the file a part of the deck', async () => {
    const cwd = temporaryFolder({
      '.git/HEAD': '',
      'talk.md': '# Title\n',
      'lectern.config.json': '{ "words": ["kubectl"] }\n',
    });
    await lectern(['build', 'talk.md'], cwd);
    const page = readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8');
    expect(page).not.toContain('kubectl');
  });

  test('comes along with the source of a page', async () => {
    const text = '# Title\n\n<!-- a note -->\n';
    const cwd = temporaryFolder({
      '.git/HEAD': '',
      'talk.md': text,
      'lectern.config.json': config,
    });
    await lectern(['build', 'talk.md'], cwd);
    const out = path.join(cwd, 'out');
    const extracted = await lectern(['extract', 'dist/talk.html', '--out', out], cwd);
    expect(extracted).toMatchObject({ exitCode: 0, errors: '' });
    await lectern(['build', 'talk.md'], out);
    const read = (folder: string) => readFileSync(path.join(folder, 'dist/talk.html'), 'utf8');
    expect(read(out)).toBe(read(cwd));
  });
});

describe('mistakes are reported at their place', () => {
  test.each([
    ['{\n\t"dialekt": "marp"\n}\n', '2:2: error: unknown key "dialekt"', 'did you mean "dialect"?'],
    ['{ "dialect": "mrp" }\n', '1:14: error: unknown dialect "mrp"', 'did you mean "marp"?'],
    ['{ "check": "error" }\n', '1:12: error: "check" needs names of checks', ''],
    ['{ "check": { "contrst": "error" } }\n', '1:14: error: unknown key "contrst"', '"contrast"'],
    ['{ "links": { "ignored": [] } }\n', '1:14: error: unknown key "ignored"', '"ignore"'],
    ['{ "words": [{}] }\n', '1:13: error: "words" needs a text or a list of texts', ''],
    [
      '{ "dialect": "marp"\n',
      'error: broken JSON',
      'write settings of the form {"key": "value", …}',
    ],
    ['[1]\n', 'error: broken JSON', 'write settings of the form {"key": "value", …}'],
  ])('%s', async (text, message, hint) => {
    const files = { 'talk.md': '# Title\n', 'lectern.config.json': text };
    const { exitCode, errors } = await build(files);
    expect(exitCode).toBe(1);
    expect(errors).toContain(`lectern.config.json:`);
    expect(errors).toContain(message);
    expect(errors).toContain(hint);
    const cwd = temporaryFolder({ 'package.json': '{}', ...files });
    const checked = await lectern(['check', 'talk.md', '--no-browser'], cwd);
    expect(checked.output.split(message)).toHaveLength(1);
    expect((checked.output + checked.errors).split(message)).toHaveLength(2);
  });

  test('two files in a folder', async () => {
    const { exitCode, errors } = await build({
      'talk.md': '# Title\n',
      'lectern.config.json': '{}\n',
      'lectern.config.yaml': 'dialect: marp\n',
    });
    expect(exitCode).toBe(1);
    expect(errors).toContain('lectern.config.json:1:1: error: lectern.config.yaml next to it');
  });
});

test('comments, tabs and trailing commas are fine', async () => {
  const text = `{
\t// The tool, see https://marp.app
\t"dialect": "marp", /* really */
\t"words": ["a // b", "c,}",], // last
}
`;
  const files = { 'talk.md': '# Title\n\n<!-- a note -->\n', 'lectern.config.json': text };
  const { exitCode, errors, output } = await build(files);
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
  expect(output).toContain('speaker notes');
  expect(plainJson(text)).toHaveLength(text.length);
  expect(JSON.parse(plainJson(text))).toEqual({ dialect: 'marp', words: ['a // b', 'c,}'] });
});

test('words of the folder are known to the spelling check', async () => {
  const dictionary = {
    'node_modules/dictionary-en/package.json': '{"name":"dictionary-en","version":"1.0.0"}',
    'node_modules/dictionary-en/index.aff': 'SET UTF-8\n',
    'node_modules/dictionary-en/index.dic': '1\nplums\n',
  };
  const cwd = temporaryFolder({
    'package.json': '{}',
    'talk.md': '# Plums kubectl\n',
    'lectern.config.json': '{ "words": ["kubectl"] }\n',
    ...dictionary,
  });
  const { output, errors } = await lectern(['check', 'talk.md', '--spell', '--no-browser'], cwd);
  expect(output + errors).not.toContain('kubectl');
});

test('a converted deck is one of Lectern, whatever the settings of its folder say', async () => {
  const cwd = temporaryFolder({
    '.git/HEAD': '',
    'slides/talk.md': '# Title\n\n<!-- a note -->\n',
    'lectern.config.json': '{ "dialect": "marp" }\n',
  });
  await lectern(['convert', 'slides/talk.md'], cwd);
  const converted = readFileSync(path.join(cwd, 'slides/talk.lectern.md'), 'utf8');
  expect(converted).toContain('dialect: lectern');
  const { exitCode, errors } = await lectern(['build', 'slides/talk.lectern.md'], cwd);
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
  const out = temporaryFolder();
  await lectern(['convert', 'slides/talk.md', '--out', out], cwd);
  expect(readdirSync(out)).toEqual(['talk.md']);
});
