import path from 'node:path';
import { lexer, type Token, walkTokens } from 'marked';
import { expect, test } from 'vitest';
import { test as browserTest } from '../support/browser/browser.ts';
import { filesIn, readText, temporaryFolder } from '../support/files.ts';
import { png } from '../support/images.ts';
import { lectern } from '../support/lectern.ts';

const deck = `---
title: The harvest
author: Ada
date: 2026-05-01
theme: night
---

# The *harvest*

What it gave

Note: Greet *everyone*.

---

## Four good years {#years}

\`\`\`chart bar
title: Apples | pears
unit: t

fruit,2024,2025
Apples,1200,52
Pears,,31
\`\`\`

---

- [x] picked 1 * 2 * 3
- [ ] sold
  - nested

1. one[^1]
2. two

[^1]: A footnote with \`code\`.

---

::left::

| Name | a\\|b |
|:---|---:|
| x | ==y== :tada: |

::right::

![A dot](images/dot one.png "The caption")

\`\`\`js {1|2}
const a = 1;
const b = 2;
\`\`\`

---

## Last words

> [!TIP]
> See [the years](#years), H~2~O and $a^2$.

$$ e = mc^2 $$

\`\`\`mermaid
flowchart LR
  A --> B
\`\`\`

<span hidden>secret</span> <kbd>Enter</kbd>
`;

async function exported(...args: readonly string[]) {
  const folder = temporaryFolder({ 'talk.md': deck, 'images/dot one.png': png(4, 4) });
  const done = await lectern(
    ['export', 'talk.md', '--to', 'markdown', '--out', 'out', ...args],
    folder,
  );
  expect({ exitCode: done.exitCode, errors: done.errors }).toEqual({ exitCode: 0, errors: '' });
  return {
    folder,
    files: filesIn(path.join(folder, 'out')),
    text: readText(folder, 'out/talk.md'),
  };
}

test('a deck is a text that a reader of GFM reads, with its files', async () => {
  const { files, text, folder } = await exported();
  expect(files).toEqual(['talk-chart-1.svg', 'talk-dot-one.png', 'talk.md'].sort());
  const tokens = lexer(text);
  const headings = tokens.flatMap((token) =>
    token.type === 'heading' ? [`${token.depth} ${token.text}`] : [],
  );
  expect(headings).toEqual(['1 The *harvest*', '2 Four good years', '2 Last words']);
  expect(text).toContain('# The *harvest*\n\nAda · 2026-05-01\n\nWhat it gave');
  expect(text).not.toContain('everyone');
  expect(text).not.toContain('secret');
  const all: Token[] = [];
  walkTokens(tokens, (token) => void all.push(token));
  const tables = all.flatMap((token) => (token.type === 'table' ? [token] : []));
  expect(
    tables.map(({ header, rows, align }) =>
      [header, ...rows]
        .map((row) => row.map((cell: { text: string }) => cell.text))
        .concat([align]),
    ),
  ).toEqual([
    [
      ['fruit', '2024', '2025'],
      ['Apples', '1,200', '52'],
      ['Pears', '', '31'],
      [null, 'right', 'right'],
    ],
    [
      ['Name', 'a|b'],
      ['x', '**y** 🎉'],
      ['left', 'right'],
    ],
  ]);
  expect(
    all.flatMap((token) => (token.type === 'image' ? [[token.text, token.href, token.title]] : [])),
  ).toEqual([
    [expect.stringContaining('Bar chart'), 'talk-chart-1.svg', null],
    ['A dot', 'talk-dot-one.png', null],
  ]);
  const items = all.flatMap((token) => (token.type === 'list_item' ? [token] : []));
  expect(items.map(({ task, checked }) => (task ? checked : undefined))).toEqual([
    true,
    false,
    undefined,
    undefined,
    undefined,
  ]);
  expect(text).toContain('[the years](#four-good-years)');
  expect(text).toContain('1. one[^1]');
  expect(text).toContain('[^1]: A footnote with `code`.');
  expect(text).toContain('> [!TIP]\n> See');
  expect(text).toContain('$$\ne = mc^2\n$$');
  expect(text).toContain('```js\nconst a = 1;\nconst b = 2;\n```');
  expect(text).toContain('```mermaid\nflowchart LR');
  expect(readText(folder, 'out/talk-chart-1.svg')).toMatch(
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" /,
  );
});

test('lists stay apart, and headings below those of their slides', async () => {
  const slides = [
    '# Talk',
    '## Words\n\n### First\n\nTerm\n: Its meaning\n\n- [ ] to do',
    '# Lists\n\n### Second\n\n::: incremental\n- a\n:::\n\n* b\n\n1. c\n\n```chart bar "Sold"\nunit: t\n\na,b\nx,1\n```',
  ];
  const folder = temporaryFolder({ 'talk.md': slides.join('\n\n---\n\n') });
  const { output } = await lectern(['export', 'talk.md', '--to', 'markdown'], folder);
  expect(output).not.toContain('0 slides');
  const text = readText(folder, 'dist/talk.md');
  expect(text).toContain('## Words\n\n### First\n\n**Term**\n\n- Its meaning\n\n<!-- -->\n\n- [ ]');
  expect(text).toContain(
    '## Lists\n\n#### Second\n\n- a\n\n<!-- -->\n\n- b\n\n1. c\n\n**Sold**, t\n\n!',
  );
});

test('speaker notes are quotes, if they are wanted, and slides can be chosen', async () => {
  const { text } = await exported('--notes', '--slides', '1-2');
  expect(text).toContain('What it gave\n\n> Greet *everyone*.\n\n## Four good years');
  expect(text).not.toContain('Last words');
  const folder = temporaryFolder({ 'talk.md': deck, 'images/dot one.png': png(4, 4) });
  await lectern(['export', 'talk.md', '--to', 'markdown', '--out', 'out/post.md'], folder);
  expect(filesIn(path.join(folder, 'out'))).toContain('post-chart-1.svg');
  expect(readText(folder, 'out/post.md')).toContain('](post-chart-1.svg)');
});

browserTest('a chart is an image in the colors of the theme', async ({ openDeck }) => {
  const { folder } = await exported();
  const { page } = await openDeck(path.join(folder, 'out/talk-chart-1.svg'));
  const colors = await page.evaluate(() => {
    const [bar, text] = ['path:not([stroke], defs *)', 'text'].map((name) =>
      document.querySelector(name),
    );
    return [document.documentElement, bar, text].map((element) => {
      const { backgroundColor, fill } = getComputedStyle(element ?? document.documentElement);
      return element === document.documentElement ? backgroundColor : fill;
    });
  });
  expect(new Set(colors).size).toBe(3);
  expect(colors).not.toContain('rgb(0, 0, 0)');
  expect(colors[0]).not.toBe('rgba(0, 0, 0, 0)');
});
