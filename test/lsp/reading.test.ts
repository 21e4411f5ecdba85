import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explainKey } from '../../src/schema/schemas.ts';
import { temporaryFolder } from '../support/files.ts';
import { Editor } from './client.ts';

const talk = `---
title: Talk
theme: ink
fi
---

# Talk {#start}

See [the end](#end) and [figures](#our-figures) :tro

---
layout: two-columns
class: x
---

## Our *figures*

::le

\`\`\`chart bar "Harvest"
data: a.csv
y: apples

\`\`\`

::: 

---

<!-- layout: st -->

## Section

---

## Last {.hi}

![a](img/p) [back](#start) [r][ref]

[ref]: https://example.org

---
src: _part.md
---
`;

let editor: Editor;

beforeAll(async () => {
  editor = await Editor.start({
    'slides/talk.md': talk,
    'slides/_part.md': '# Part {#end}\n\n[start](#start)\n',
    'slides/a.csv': 'year,apples,"sour pears"\n2020,1,2\n2021,3,4\n',
    'slides/img/plum.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'node_modules/@iconify-json/ant-design/package.json': '{}',
    'node_modules/@iconify-json/ant-design/icons.json':
      '{"prefix":"ant-design","icons":{"plum-filled":{"body":"<path/>"}}}',
    'themes/house/theme.css': '.wide { color: red }\n',
    'quarto.qmd': '---\nformat: revealjs\n---\n\n## One\n\n## Two\n',
  });
  await editor.open('slides/talk.md');
});
afterAll(async () => {
  await editor.close();
});

test('icons are those of Lectern and of the sets that the project has installed', async () => {
  await editor.open('slides/icons.md', '# Icons\n\n:ro\n\n:ant-design-p\n');
  const all = await editor.complete('slides/icons.md', ':ro');
  expect(all).toEqual(expect.arrayContaining([':rocket:', ':lucide-rocket:', ':ant-design-']));
  const own = await editor.complete('slides/icons.md', ':ant-design-p');
  expect(own.filter((name) => name.startsWith(':ant-'))).toEqual([':ant-design-plum-filled:']);
});

describe('completion offers', () => {
  test.each([
    ['keys of the front matter', 'theme: ink\nfi|', ['fit', 'ratio', 'check']],
    ['themes, with those of the project', 'theme: |ink', ['ink', 'paper', 'house']],
    ['layouts', 'layout: |two', ['two-columns', 'full-image']],
    ['layouts in a comment', '<!-- layout: st|', ['statement', 'section']],
    ['slots of the layout', '::le|', ['::left::', '::right::']],
    ['containers', '::: |', ['columns', 'notes', 'fragment']],
    ['types of charts', 'chart bar|', ['bar', 'polarArea']],
    ['keys of charts', 'data: a.csv\n|', ['stacked', 'highlight']],
    ['columns of the data', 'y: |apples', ['year', 'apples', 'sour pears']],
    ['emoji', ':tro|', [':trophy:', ':trolleybus:']],
    ['ids and headings', '](#|end)', ['start', 'end', 'our-figures']],
    ['files', '](img/|p)', ['plum.svg']],
    ['files of data', 'data: |a.csv', ['a.csv', 'img/']],
    ['classes', '{.hi|}', ['hi', 'cover']],
    ['link definitions', '[r][|ref]', ['ref']],
  ])('%s', async (_, place, names) => {
    expect(await editor.complete('slides/talk.md', place)).toEqual(expect.arrayContaining(names));
  });

  test('media in place of an image', async () => {
    await editor.open('slides/media.md', '# Media\n\n![](\n\n[](\n');
    expect(await editor.complete('slides/media.md', '![](')).toEqual(['img/']);
    expect(await editor.complete('slides/media.md', '\n[](')).toContain('a.csv');
  });

  test('nothing in the data of a chart', async () => {
    expect(await editor.complete('slides/talk.md', 'y: apples\n\n|```')).toEqual([]);
  });
});

describe('hovering shows', () => {
  const hover = async (place: string) => {
    const found = await editor.ask<{ contents: { value: string } } | null>(
      'hover',
      'slides/talk.md',
      place,
    );
    return found?.contents.value ?? '';
  };

  test('what a key does, as in the manual', async () => {
    expect(await hover('the|me: ink')).toContain(
      'theme name, `reveal/<name>`, or path of a CSS file',
    );
  });

  test('what a key of a chart does', async () => {
    expect(await hover('da|ta: a.csv')).toMatch(/^\*\*data\*\*: path of a \[data file\]/);
    expect(explainKey('chart', 'stacked')).toEqual(['`true` (bar, area)']);
  });

  test('what a layout looks like, and its slots', async () => {
    const text = await hover('two-|columns');
    expect(text).toContain('data:image/svg+xml;base64,');
    expect(text).toContain('- left: anything');
  });

  test('the data of a chart', async () => {
    expect(await hover('chart b|ar "H')).toContain(
      '| year | apples |\n| --- | --- |\n| 2020 | 1 |',
    );
  });
});

describe('the definition of', () => {
  const go = (place: string) => editor.ask('definition', 'slides/talk.md', place);

  test('an id is where it is set, in another file, too', async () => {
    expect(await go('(#e|nd)')).toMatchObject([
      { uri: editor.uri('slides/_part.md'), range: { start: { line: 0, character: 9 } } },
    ]);
  });

  test('the id of a heading is the heading', async () => {
    const line = talk.split('\n').indexOf('## Our *figures*');
    expect(await go('(#our-|fig')).toMatchObject([{ range: { start: { line } } }]);
  });

  test.each([
    ['an included file', 'src: _pa|rt.md', 'slides/_part.md'],
    ['data', 'data: a.|csv', 'slides/a.csv'],
  ])('%s is the file', async (_, place, file) => {
    expect(await go(place)).toMatchObject([{ uri: editor.uri(file) }]);
  });

  test('a link reference is its definition', async () => {
    const line = talk.split('\n').indexOf('[ref]: https://example.org');
    expect(await go('[r][re|f]')).toMatchObject([{ range: { start: { line } } }]);
  });
});

test('references to an id are found in all files of the deck', async () => {
  const found = await editor.ask<{ uri: string }[]>('references', 'slides/talk.md', '{#sta|rt}', {
    context: { includeDeclaration: true },
  });
  expect(found.map(({ uri }) => uri)).toEqual([
    editor.uri('slides/talk.md'),
    editor.uri('slides/talk.md'),
    editor.uri('slides/_part.md'),
  ]);
});

test('symbols are sections with slides, and slides with headings', async () => {
  const found = await editor.ask<{ name: string; children: { name: string }[] }[]>(
    'documentSymbol',
    'slides/talk.md',
  );
  const tree = found.map(({ name, children }) => [name, ...children.map((child) => child.name)]);
  expect(tree).toEqual([['Talk'], ['Our figures'], ['Section', 'Last', '_part.md']]);
});

test('the slides of a deck of another tool are symbols', async () => {
  await editor.open('quarto.qmd');
  const found = await editor.ask<{ name: string; range: { start: { line: number } } }[]>(
    'documentSymbol',
    'quarto.qmd',
  );
  expect(found.map(({ name, range }) => [name, range.start.line])).toEqual([
    ['One', 4],
    ['Two', 6],
  ]);
});

test('symbols of all decks are found by a part of their text', async () => {
  const found = await editor.connection.sendRequest('workspace/symbol', { query: 'figures' });
  expect(found).toMatchObject([
    { name: 'Our figures', location: { uri: editor.uri('slides/talk.md') } },
  ]);
});

test('slides, front matter, fences and blocks fold', async () => {
  const found = await editor.ask<{ startLine: number; endLine: number }[]>(
    'foldingRange',
    'slides/talk.md',
  );
  const lines = talk.split('\n');
  const folded = found.map(({ startLine, endLine }) => [lines[startLine], lines[endLine]]);
  expect(folded).toEqual(
    expect.arrayContaining([
      ['---', '---'],
      ['# Talk {#start}', expect.stringMatching(/^See/)],
      ['```chart bar "Harvest"', '```'],
    ]),
  );
});

test('links lead to files and to the web', async () => {
  const found = await editor.ask<{ target: string }[]>('documentLink', 'slides/talk.md');
  expect(found.map(({ target }) => target)).toEqual([
    editor.uri('slides/a.csv'),
    'https://example.org',
    editor.uri('slides/_part.md'),
  ]);
});

test('a selection grows from the line to the slide and the whole text', async () => {
  const place = { line: talk.split('\n').indexOf('y: apples'), character: 1 };
  const [found] = await editor.connection.sendRequest<{ range: object; parent: object }[]>(
    'textDocument/selectionRange',
    { textDocument: { uri: editor.uri('slides/talk.md') }, positions: [place] },
  );
  const first = talk.split('\n').indexOf('```chart bar "Harvest"');
  expect(found).toMatchObject({
    range: { start: { line: place.line } },
    parent: { range: { start: { line: first } } },
  });
});

test('a folder that is added has symbols, even with another that is on no disk', async () => {
  const added = temporaryFolder({ 'slides/more.md': '# More plums\n' });
  const remote = { uri: 'vscode-vfs://github/a/b', name: 'remote' };
  const folders = [remote, { uri: pathToFileURL(added).href, name: 'more' }];
  const { connection } = editor;
  const symbolsAfter = async (event: object) => {
    await connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    return connection.sendRequest('workspace/symbol', { query: 'plums' });
  };
  expect(await symbolsAfter({ added: folders, removed: [] })).toMatchObject([
    { name: 'More plums' },
  ]);
  expect(await symbolsAfter({ added: [], removed: folders })).toEqual([]);
});
