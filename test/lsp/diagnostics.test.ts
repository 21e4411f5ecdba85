import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from './client.ts';

const shown = (all: readonly { code?: unknown; range: unknown; message: unknown }[]) =>
  all.map(({ code, range, message }) => ({ code, range, message }));

let editor: Editor;

beforeAll(async () => {
  editor = await Editor.start({
    'README.md': '# A program\n\n![](missing.png)\n',
    'slides/talk.md': '# Talk\n',
    'slides/whole.md': '# Whole\n\n---\nsrc: parts/_one.md\n---\n\n---\n\n## End {#end}\n',
    'slides/parts/_one.md': '# Part\n',
    'slides/chart.md': '# Chart\n\n```chart bar\ndata: a.csv\n```\n',
    'slides/a.csv': 'year,apples\n2020,1\n',
    'marp.md': '---\nmarp: true\n---\n\n# Marp\n\n![bg](missing.png)\n',
  });
});
afterAll(async () => {
  expect(await editor.close()).toBe(0);
});

test('an unsaved deck is checked as it is written', async () => {
  await editor.open('slides/talk.md');
  expect(await editor.diagnostics('slides/talk.md', () => true)).toEqual([]);
  await editor.write('slides/talk.md', '---\ntitel: Talk\n---\n\n# Talk 😀 [x](#nowhere)\n');
  const found = await editor.diagnostics('slides/talk.md', (all) => all.length > 1);
  expect(shown(found)).toEqual([
    {
      code: 'key-unknown',
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } },
      message: 'unknown key "titel"\ndid you mean "title"?',
    },
    {
      code: 'link-target',
      range: { start: { line: 4, character: 14 }, end: { line: 4, character: 22 } },
      message: expect.stringContaining('"#nowhere" leads nowhere'),
    },
  ]);
  await editor.write('slides/talk.md', '# Talk\n');
  await editor.diagnostics('slides/talk.md', (all) => all.length === 0);
});

test('what lectern check finds in the source is shown once the deck has no errors', async () => {
  await editor.write(
    'slides/talk.md',
    '# Talk\n\n![](talk.md "x")\n\n---\n\n[here](https://example.org)\n',
  );
  await editor.write('slides/talk.md', '# Talk\n\n---\n\nText [here](https://example.org)\n');
  const found = await editor.diagnostics('slides/talk.md', (all) => all.length > 0);
  expect(found.map(({ code }) => code)).toContain('link-text');
});

test('errors of an included file are shown there, with its unsaved text', async () => {
  await editor.open('slides/whole.md');
  await editor.diagnostics('slides/whole.md', (all) => all.length === 0);
  await editor.open('slides/parts/_one.md', '# Part {#end}\n\n![](missing.png)\n');
  const found = await editor.diagnostics('slides/parts/_one.md', (all) => all.length > 0);
  expect(found.map(({ code }) => code)).toContain('file-missing');
  const twice = await editor.diagnostics('slides/whole.md', (all) => all.length > 0);
  expect(twice[0]).toMatchObject({
    code: 'id-duplicate',
    relatedInformation: [{ location: { uri: editor.uri('slides/parts/_one.md') } }],
  });
});

test('the unsaved data of a chart counts', async () => {
  await editor.open('slides/chart.md');
  await editor.diagnostics('slides/chart.md', () => true);
  await editor.open('slides/a.csv', 'year,apples\n2020,many\n2021,2\n');
  const found = await editor.diagnostics('slides/a.csv', (all) => all.length > 0);
  expect(found).toMatchObject([
    { code: 'chart-number', range: { start: { line: 1, character: 5 } } },
  ]);
});

test('a text with CRLF has the same places', async () => {
  await editor.open('slides/crlf.md', '---\r\ntitel: x\r\n---\r\n\r\n# Talk\r\n\r\n[x](#no)\r\n');
  const found = await editor.diagnostics('slides/crlf.md', (all) => all.length > 1);
  expect(found.map(({ range }) => range.start)).toEqual([
    { line: 1, character: 0 },
    { line: 6, character: 4 },
  ]);
});

test('a deck that was never saved is checked', async () => {
  await editor.open('untitled:Untitled-1', '---\ntitel: x\ntheme: ink\n---\n\n# Talk\n');
  const found = await editor.diagnostics('untitled:Untitled-1', (all) => all.length > 0);
  expect(found).toMatchObject([{ code: 'key-unknown', range: { start: { line: 1 } } }]);
});

test('a deck of another tool is checked as what it is', async () => {
  await editor.open('marp.md');
  const found = await editor.diagnostics('marp.md', (all) => all.length > 1);
  expect(found).toMatchObject([
    { code: 'dialect-read', severity: 3 },
    { code: 'file-missing', severity: 2, range: { start: { line: 6 } } },
  ]);
});

test('Markdown that is no deck is left alone', async () => {
  await editor.open('README.md');
  await editor.write('slides/talk.md', '# Talk [x](#no)\n');
  await editor.diagnostics('slides/talk.md', (all) =>
    all.some(({ code }) => code === 'link-target'),
  );
  expect(editor.published.has(editor.uri('README.md'))).toBe(false);
});

test('a text of more than a million characters is checked, and nothing else asked about it', async () => {
  const long = `---\nauhtor: A\n---\n\n# A\n${'\n'.repeat(1_000_000)}\nB\n`;
  await editor.open('slides/long.md', long);
  expect(await editor.complete('slides/long.md', 'auht|or')).toEqual([]);
  expect(await editor.ask('documentSymbol', 'slides/long.md')).toBe(null);
  expect(editor.messages).toEqual([expect.stringMatching(/^long\.md has more than a million/)]);
  const found = await editor.diagnostics('slides/long.md', (all) => all.length > 0);
  expect(found.map(({ code }) => code)).toContain('key-unknown');
});
