import { expect, test } from 'vitest';
import { findingsOf } from '../source.ts';

test('links without text, wherever they are', async () => {
  const found = await findingsOf(
    'link-text',
    `---
footer: "[](https://example.org/footer)"
---

# Title

Text [](https://example.org) and [![](a.png)](https://example.org).

- item <a href="https://example.org"></a>
- <a href="https://example.org"><img src="a.png" alt=""></a>

> [ ](https://example.org)

| a | b |
|---|---|
| 1 | [](https://example.org) |

<p><a href="https://example.org">  </a></p>

Named: [![An apple](a.png)](https://example.org/1), [:lucide-rocket:](https://example.org/2),
<a href="https://example.org/3" aria-label="The shop"></a>, <a id="here"></a>, [\`code\`](https://example.org/4),
<a href="https://example.org/5"><svg><title>The shop 5</title></svg></a>, [$x$](https://example.org/6), <https://example.org>.

Note:
[](https://example.org)
`,
  );
  const nothing = 'this link has no text';
  const image = `${nothing}: its image has no text alternative`;
  expect(found).toEqual([
    `2:10 ${nothing}`,
    `7:6 ${nothing}`,
    `7:34 ${image}`,
    `9:8 ${nothing}`,
    `10:3 ${image}`,
    `12:3 ${nothing}`,
    `16:7 ${nothing}`,
    `18:4 ${nothing}`,
  ]);
});

test('links whose text says nothing, by language', async () => {
  const vague = `here|Click here|click here!|this|more …|Read more →|link|**click this**|this link|
    hier klicken|cliquez ici|haz clic aquí|clicca qui|clique aqui|klik hier|こちら|点击这里|здесь`.split(
    /\|\s*/,
  );
  const lines = vague.map((text, index) => `Text [${text}](https://example.org/${index}) text`);
  const english = await findingsOf('link-text', `# Title\n\n${lines.join('\n\n')}\n`);
  expect(english.map((line) => line.split(' ')[0])).toEqual(lines.map((_, i) => `${i * 2 + 3}:6`));
  const german = 'hier|mehr|hier klicken|weiterlesen|Link|click here'.split('|');
  const own = german.map((text, index) => `[${text}](https://example.org/${index})`).join('\n\n');
  expect(await findingsOf('link-text', `---\nlang: de\n---\n\n# Titel\n\n${own}\n`)).toHaveLength(
    6,
  );
  expect(
    await findingsOf(
      'link-text',
      `# Title

::: {lang=fr}
Voir [ici](https://example.org/1) et [plus](https://example.org/2).
:::

[Plus](https://example.org/3) [Hier](https://example.org/4) <span lang="de"><a href="https://example.org/5">hier</a></span>

---
lang: es
---

## Título

[aquí](https://example.org)
`,
    ),
  ).toEqual([
    '4:6 the link text "ici" does not say where it leads',
    '4:38 the link text "plus" does not say where it leads',
    '7:77 the link text "hier" does not say where it leads',
    '15:1 the link text "aquí" does not say where it leads',
  ]);
});

test('texts that say where a link leads', async () => {
  expect(
    await findingsOf(
      'link-text',
      `# Title

[The harvest here](https://example.org/1) [Click tracking](https://example.org/2) [More apples](https://example.org/3)
[example.org/apples](https://example.org/apples) <https://example.org/short> [Linked data](https://example.org/5)
[C](https://example.org/c) [Website](https://example.org/6) \`[here](x)\`
<a href="https://example.org/7" aria-label="Read more about apples">more</a>

\`\`\`md
[here](https://example.org)
\`\`\`
`,
    ),
  ).toEqual([]);
});

test('links whose text is only a sign', async () => {
  const signs = '→|»|›|...|…|🔗|🎥 🍿|:rocket:|**→**|⬇️|+|—|[>]|▶'.split('|');
  const lines = signs.map((text, index) => `Text [${text}](https://example.org/${index}) text`);
  const text = `# Title\n\n${lines.join('\n\n')}\n\n<a href="https://example.org">🔗</a>\n\n[→](#title)\n`;
  const found = await findingsOf('link-text', text);
  expect(found.map((line) => line.split(' ')[0])).toEqual([
    ...lines.map((_, index) => `${index * 2 + 3}:6`),
    `${lines.length * 2 + 3}:1`,
    `${lines.length * 2 + 5}:1`,
  ]);
  expect(found[0]).toBe('3:6 the link text "→" does not say where it leads');
});

test('signs that are marks, or are explained', async () => {
  const text = `# Title

[[1]](https://example.org/1) [1](https://example.org/2) [(3)](https://example.org/3) [¹](https://example.org/4)
[*](https://example.org/5) [†](https://example.org/6) [↩](#title) [#](#title) [¶](#title) [A](#title)
[→](https://example.org/7 "The next part") <a href="https://example.org/8" aria-label="The film">🎥</a>
[🎥 The film](https://example.org/9) [→ Apples](https://example.org/10) [:lucide-rocket:](https://example.org/11) [C++](https://example.org/12)
`;
  expect(await findingsOf('link-text', text)).toEqual([]);
});

test('long addresses as text, and one text for two targets', async () => {
  const address = `https://example.org/${'apples/'.repeat(8)}`;
  expect(
    await findingsOf(
      'link-text',
      `# Title

<${address}>

${address}

[The report](${address})

[The harvest](https://example.org/1), [the harvest](https://example.org/1/), [The harvest](https://example.org/2),
[1](https://example.org/1) [1](https://example.org/2)

---

## Next

[The harvest](https://example.org/3)
`,
    ),
  ).toEqual([
    `3:1 the text of this link is an address of ${address.length} characters`,
    `5:1 the text of this link is an address of ${address.length} characters`,
    '9:78 another link on this slide has the text "The harvest" and leads elsewhere',
  ]);
});

test('links to nowhere in the deck, in each form', async () => {
  const found = await findingsOf(
    'link-target',
    `---
header: "[a](#none-1)"
---

# Title

[b](#none-2) <a href="#none-3">c</a> [d](#/9) [e]() <a href="">f</a> [g](#/title-2) [ok](#title) [ok](#/1)

[h][ref]

[ref]: #none-4

- [i](#none-5)

| a | [j](#none-6) |
|---|---|

A note.[^1]

[^1]: [k](#none-7)

Note:
[l](#none-8)
`,
  );
  expect(found.map((line) => line.split(' ')[0])).toEqual([
    '2:14',
    '7:5',
    '7:23',
    '7:42',
    '7:47',
    '7:53',
    '7:74',
    '9:1',
    '13:7',
    '15:11',
    '20:11',
    '23:5',
  ]);
});

test('links to files', async () => {
  const files = {
    'handout.pdf': '',
    'my files/Q&A 1.pdf': '',
    'part-2.md': '# Part 2\n',
    '.env': '',
    'notes/Reading.md': '',
    'a#1.txt': '',
  };
  const text = `# Title

[a](handout.pdf) [b](handout.pdf#page=2) [c](my%20files/Q&A%201.pdf) [d](<my files/Q&A 1.pdf>) [e](part-2.html) [f](/handout.pdf)

[g](Handout.pdf) [h](handuot.pdf) [i](none.xyz) [j](my%20files/none) [k](../../out.pdf) [l](.env) [m](my-files/x)

<a href="missing.html">n</a> <a href="notes/reading.md?x=1">o</a> [p](file:///home/x.pdf) [q](mailto:a@example.org)

[r](a#1.txt) [s](notes/) [t](handout.pdf/x) [u][ref]

[ref]: gone.pdf

---
src: other/included.md
---
`;
  const included = '# Included\n\n[v](own.txt) [w](../handout.pdf) [x](handout.pdf)\n';
  const all = { ...files, 'other/included.md': included, 'other/own.txt': '' };
  expect(await findingsOf('link-file', text, all)).toEqual([
    '5:1 there is no file "Handout.pdf"',
    '5:18 there is no file "handuot.pdf"',
    '5:35 there is no file "none.xyz"',
    '5:49 there is no file "my%20files/none"',
    '5:70 "../../out.pdf" leads out of the project',
    '5:99 there is no file "my-files/x"',
    '7:1 there is no file "missing.html"',
    '7:30 there is no file "notes/reading.md?x=1"',
    '9:26 there is no file "handout.pdf/x"',
    '9:45 there is no file "gone.pdf"',
    'other/included.md:3:34 there is no file "handout.pdf"',
  ]);
  expect((await findingsOf('link-local', text, all)).map((line) => line.split(' ')[0])).toEqual([
    '3:1',
    '3:18',
    '3:42',
    '3:70',
    '3:113',
    '7:67',
    '9:1',
    '9:14',
    'other/included.md:3:1',
    'other/included.md:3:14',
  ]);
});
