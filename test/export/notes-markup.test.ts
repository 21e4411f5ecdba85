import { expect, test } from 'vitest';
import { exportNotes } from './export-notes.ts';

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

test('notes as plain text have lines that fit a plain e-mail', async () => {
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

test('pictures, charts and footnotes are described in words', async () => {
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
