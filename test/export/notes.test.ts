import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

/** Exports a deck, which must be free of faults. @returns the text of one of its files */
async function exportNotes(
  deck: string,
  file: string,
  ...flags: readonly string[]
): Promise<string> {
  const cwd = temporaryFolder({
    'talk.md': deck,
    'x.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  const outcome = await lectern(['export', 'talk.md', '--to', 'notes,text', ...flags], cwd);
  expect(outcome.errors).toBe('');
  return readFileSync(path.join(cwd, 'dist', file), 'utf8');
}

const talk = `---
author: Ada
date: 2026-05-01
time: 3m
---

# The talk

Note: Say *hello*.

---
time: 1m
---

Text without a title.

---
hide: true
---

## Hidden

Note: Not to be seen.

---

## The *last*

Note: End.
`;

test('slides stand in their order with their titles, numbers and times', async () => {
  expect(await exportNotes(talk, 'talk-notes.md')).toMatchInlineSnapshot(`
    "# The talk

    Ada · 2026-05-01 · 3 min


    ## 1. The talk

    1 min, from 0:00 to 1:00

    Say *hello*.


    ## Slide 2

    1 min, from 1:00 to 2:00


    ## 3. The last

    1 min, from 2:00 to 3:00

    End.
    "
  `);
  expect(await exportNotes(talk, 'talk-notes.txt')).toMatchInlineSnapshot(`
    "The talk
    ========

    Ada · 2026-05-01 · 3 min


    1. The talk
    -----------

    1 min, from 0:00 to 1:00

    Say hello.


    Slide 2
    -------

    1 min, from 1:00 to 2:00


    3. The last
    -----------

    1 min, from 2:00 to 3:00

    End.
    "
  `);
});

test('some slides keep the numbers and times that they have among all', async () => {
  expect(await exportNotes(talk, 'talk-notes.txt', '--slides', '3')).toMatchInlineSnapshot(`
    "The talk
    ========

    Ada · 2026-05-01 · 3 min


    3. The last
    -----------

    1 min, from 2:00 to 3:00

    End.
    "
  `);
});

test('times count from the start only as far as all slides have one', async () => {
  const deck = '# A\n\n---\ntime: 30s\n---\n\n## B';
  expect(await exportNotes(deck, 'talk-notes.md')).toContain('## 2. B\n\n30 s\n');
});

const notes = `Say *hi*, **loud**, ~~not~~ [there](<https://example.org/a_(b)>) with \`\`a\`b\`\`, $a^2$ and 🎉.\\
A line of its own.

- one
  1. a

  2. b

     more
- [x] two
- [ ] three

3. third
4. fourth

\`\`\`\`ts
const fence = '\`\`\`';

const b = a < 2;
\`\`\`\`

> A quote
>
> - in it

> [!WARNING]
> Take care.

| a | b \\| c |
| --- | --- |
| 1 | *2* |

$$
\\frac{1}{2}
$$

### More

2\\*3 \\_a\\_ snake\\_case \\<b> \\[x\\] \\$5 \\:tada:

\\# no heading

\\- no list

1\\. no list`;

test('notes as Markdown give the same notes again', async () => {
  const first = await exportNotes(`# A\n\nNote:\n\n${notes}\n`, 'talk-notes.md');
  const text = first.slice(first.indexOf('## 1. A\n\n') + '## 1. A\n\n'.length);
  expect(text).toBe(`${notes.replace('snake\\_case', 'snake_case')}\n`);
  const second = await exportNotes(`# A\n\nNote:\n\n${text}`, 'talk-notes.md');
  expect(second).toBe(first);
});

test('notes as plain text have lines that fit a letter', async () => {
  const text = await exportNotes(
    `# A\n\nNote:\n\n${'word '.repeat(40)}\n\n${notes}`,
    'talk-notes.txt',
  );
  expect(text).toMatchInlineSnapshot(`
    "A
    =


    1. A
    ----

    word word word word word word word word word word word word word word word
    word word word word word word word word word word word word word word word
    word word word word word word word word word word

    Say hi, loud, not there <https://example.org/a_(b)> with a\`b, a^2 and 🎉.
    A line of its own.

    - one
      1. a

      2. b

         more
    - [x] two
    - [ ] three

    3. third
    4. fourth

        const fence = '\`\`\`';

        const b = a < 2;

    > A quote
    >
    > - in it

    Warning: Take care.

    a   b | c
    -   -----
    1   2

        \\frac{1}{2}

    More

    2*3 _a_ snake_case <b> [x] $5 :tada:

    # no heading

    - no list

    1. no list
    "
  `);
});

test('pictures, charts and footnotes are told in words', async () => {
  const deck = `# A

Note:

![A tree](x.svg "In May")

A fact.[^1]

\`\`\`chart bar
title: Sales
alt: Sales double

x,y
a,1
b,2
\`\`\`

[^1]: From *here*.
`;
  expect(await exportNotes(deck, 'talk-notes.md')).toMatchInlineSnapshot(`
    "# A


    ## 1. A

    In May

    \\[A tree\\]

    A fact.[^1]

    Sales

    \\[Sales double\\]

    [^1]: From *here*.
    "
  `);
});

test('no browser is asked for', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# A\n\nNote: B' });
  const flags = ['--to', 'notes', '--browser', '/there/is/none'];
  expect(await lectern(['export', 'talk.md', ...flags], cwd)).toMatchObject({ exitCode: 0 });
});

test('one file can be named, and its ending says which', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# A\n\nNote: *B*' });
  expect(await lectern(['export', 'talk.md', '--out', 'say.txt'], cwd)).toMatchObject({
    exitCode: 0,
  });
  expect(readFileSync(path.join(cwd, 'say.txt'), 'utf8')).toBe('A\n=\n\n\n1. A\n----\n\nB\n');
  const { errors } = await lectern(['export', 'talk.md', '--out', 'talk.md'], cwd);
  expect(errors).toContain('the output would overwrite the deck talk.md');
  const several = await lectern(['export', 'talk.md', '--to', 'notes,text', '--out', 'a.txt'], cwd);
  expect(several.errors).toContain('--out a.txt has the wrong extension for --to notes');
});
