import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Editor } from './client.ts';

const talk = `---
title: Talk
transtion: fade
---

# Talk {#start}

[end](#end), [figures](#our-figures) and [nothing](#our-figurs)

---
layout: center
---

## Our figures

| at: year |apples|
|---|--:|
| 2020 | 1,5 |

---

## Last

\`\`\`chart bar
x: year

year,apples
2020,1
\`\`\`

---
src: _part.md
---
`;

interface Action {
  readonly title: string;
  readonly edit: {
    readonly changes: Record<string, { range: never; newText: string }[]>;
    readonly documentChanges: unknown;
  };
}

let editor: Editor;

beforeAll(async () => {
  editor = await Editor.start({
    'slides/talk.md': talk,
    'slides/_part.md': '# Part {#end}\n',
    'slides/three.md': '# One\n\n---\n\n## Two\n\n---\nlayout: center\n---\n\n## Three\n',
    'slides/plain.md': '# Title  \n\n\n\nline  \nbreak\n\n| a | b |\n|-|-|\n| 1234 | ß |\n\n\n\n',
  });
  await editor.open('slides/talk.md');
  await editor.diagnostics('slides/talk.md', (all) => all.length > 1);
});
afterAll(async () => {
  await editor.close();
});

async function actionsAt(line: string): Promise<readonly Action[]> {
  const place = { line: talk.split('\n').indexOf(line), character: 0 };
  return editor.ask('codeAction', 'slides/talk.md', '', {
    range: { start: place, end: place },
    context: { diagnostics: [] },
  });
}

/** The text after an action that changes only the deck. */
async function textAfter(line: string, title: string): Promise<string> {
  const action = (await actionsAt(line)).find((each) => each.title === title);
  return editor.edited('slides/talk.md', action?.edit.changes[editor.uri('slides/talk.md')] ?? []);
}

describe('an action', () => {
  test('corrects what check --fix corrects', async () => {
    const text = await textAfter('transtion: fade', 'Change to "transition"');
    expect(text).toBe(talk.replace('transtion', 'transition'));
  });

  test('corrects all that is certain at once', async () => {
    const text = await textAfter('## Last', 'Correct what is certain');
    expect(text).toBe(
      talk.replace('transtion', 'transition').replace('#our-figurs', '#our-figures'),
    );
  });

  test('converts a table into a chart', async () => {
    const text = await textAfter('|---|--:|', 'Convert the table into a chart');
    expect(text).toContain(
      '## Our figures\n\n```chart bar\n"at: year",apples\n2020,"1,5"\n```\n\n---',
    );
  });

  test('moves the data of a chart into a file', async () => {
    const found = (await actionsAt('2020,1')).find(({ title }) => title.includes('talk-data.csv'));
    expect(found?.edit.documentChanges).toMatchObject([
      { kind: 'create', uri: editor.uri('slides/talk-data.csv') },
      { edits: [{ newText: 'year,apples\n2020,1\n' }] },
      { edits: [{ newText: '```chart bar\ndata: talk-data.csv\nx: year\n```' }] },
    ]);
  });
});

describe('renaming', () => {
  const rename = (place: string, newName: string) =>
    editor.ask<{ changes: Record<string, never[]> }>('rename', 'slides/talk.md', place, {
      newName,
    });

  test('an id changes it in all files of the deck', async () => {
    const { changes } = await rename('(#e|nd)', 'finish');
    expect(changes).toMatchObject({
      [editor.uri('slides/talk.md')]: [{ newText: 'finish' }],
      [editor.uri('slides/_part.md')]: [{ newText: 'finish', range: { start: { character: 9 } } }],
    });
  });

  test('the id of a heading writes it there', async () => {
    const { changes } = await rename('(#our-|figures)', 'figures');
    const text = editor.edited('slides/talk.md', changes[editor.uri('slides/talk.md')] ?? []);
    expect(text).toContain('[figures](#figures)');
    expect(text).toContain('## Our figures {#figures}\n');
  });

  test('refuses what cannot be an id', async () => {
    await expect(rename('{#sta|rt}', 'two words')).rejects.toThrow('cannot be an id');
  });
});

describe('a slide moves', () => {
  const move = async (command: string, line: number, text: string): Promise<string> => {
    await editor.open('slides/three.md', text);
    const count = editor.applied.length;
    await editor.connection.sendRequest('workspace/executeCommand', {
      command,
      arguments: [editor.uri('slides/three.md'), { line, character: 0 }],
    });
    const edit = editor.applied[count] as Action['edit'] | undefined;
    return editor.edited('slides/three.md', edit?.changes[editor.uri('slides/three.md')] ?? []);
  };
  const three = '# One\n\n---\n\n## Two\n\n---\nlayout: center\n---\n\n## Three\n';

  test('down, and the first one gets a break', async () => {
    expect(await move('lectern.moveSlideDown', 0, three)).toBe(
      '## Two\n\n---\n\n# One\n\n---\nlayout: center\n---\n\n## Three\n',
    );
  });

  test('up, with its settings', async () => {
    expect(await move('lectern.moveSlideUp', 10, three)).toBe(
      '# One\n\n---\nlayout: center\n---\n\n## Three\n\n---\n\n## Two\n',
    );
  });

  test('with the line ends of the file', async () => {
    expect(await move('lectern.moveSlideDown', 0, '# One\r\n\r\n---\r\n\r\n## Two\r\n')).toBe(
      '## Two\r\n\r\n---\r\n\r\n# One\r\n',
    );
  });

  test.for([
    ['Marp', '---\nmarp: true\n---\n\n', '# One\n\n---\n\n', '## Two\n\n![bg](a.png)\n'],
    [
      'Slidev',
      '---\nmdc: true\nrouterMode: hash\n---\n\n',
      '# One\n\n---\n\n',
      '## Two\n\n<v-clicks>\n\n- a\n\n</v-clicks>\n',
    ],
  ])('in a deck of %s', async ([, matter = '', one = '', two = '']) => {
    const text = matter + one + two;
    const line = text.split('\n').indexOf('# One');
    const expected = `${matter}${two}\n---\n\n# One\n`;
    expect(await move('lectern.moveSlideDown', line, text)).toBe(expected);
  });

  test('not above the first one', async () => {
    expect(await move('lectern.moveSlideUp', 0, three)).toBe(three);
  });
});

test('the hash of the slide at the cursor is known', async () => {
  const hashOf = (line: number) =>
    editor.connection.sendRequest('workspace/executeCommand', {
      command: 'lectern.slideHash',
      arguments: [editor.uri('slides/talk.md'), { line, character: 0 }],
    });
  expect([await hashOf(5), await hashOf(13), await hashOf(24)]).toEqual(['#/1', '#/2', '#/3']);
});

test('formatting aligns tables, and keeps line breaks and line ends', async () => {
  const text =
    '# Title  \r\n\r\n\r\n\r\nline  \r\nbreak\r\n\r\n| a | b |\r\n|-|-:|\r\n| 1234 | ß |\r\n\r\n\r\n';
  await editor.open('slides/plain.md', text);
  const edits = await editor.ask<never[]>('formatting', 'slides/plain.md', '', {
    options: { tabSize: 2, insertSpaces: true },
  });
  expect(editor.edited('slides/plain.md', edits)).toBe(
    '# Title\r\n\r\nline  \r\nbreak\r\n\r\n| a    |   b |\r\n| ---- | --: |\r\n| 1234 |   ß |\r\n',
  );
});

test('an editor that keeps the byte-order mark of a text gets its columns', async () => {
  const name = 'slides/mark.md';
  await editor.open(name, '\uFEFF# Ducks {#ducks}\n\n[x](#ducks)\n');
  const edit = await editor.ask<{ changes: Record<string, never[]> }>('rename', name, '{#du|cks}', {
    newName: 'geese',
  });
  const edits = edit.changes[editor.uri(name)] ?? [];
  expect(editor.edited(name, edits)).toBe('\uFEFF# Ducks {#geese}\n\n[x](#geese)\n');

  await editor.write(name, '\uFEFF# Ducks [x](#duks)\n');
  const [found] = await editor.diagnostics(name, (all) => all.length > 0);
  expect(found?.range).toMatchObject({ start: { character: 13 }, end: { character: 18 } });

  await editor.write(name, '# Ducks {#a}\n');
  const symbols = await editor.ask<unknown>('documentSymbol', name);
  expect(symbols).toMatchObject([{ selectionRange: { start: { character: 0 } } }]);
});
