import { describe, expect, test } from 'vitest';
import { Dictionaries } from '../../../src/check/spelling/dictionaries.ts';
import { wordsOf } from '../../../src/check/spelling/text-words.ts';
import { findingsOf } from '../source.ts';

const rules = "SET UTF-8\nSFX S Y 1\nSFX S 0 s .\nPFX L Y 1\nPFX L 0 l' .\n";

const english = `a about and are artist author's bar be better café can chart claim co cat code day don't door
ends first fit for from good great hello here house in is it its known link longer name nor note of on one only or
part rest right row saw see slide talk that the then this title to two under up was well we where with word`;

const packages: Readonly<Record<string, string>> = {
  'node_modules/dictionary-en/package.json': '{}',
  'node_modules/dictionary-en/index.aff': rules,
  'node_modules/dictionary-en/index.dic': list(english),
  'node_modules/dictionary-de/package.json': '{}',
  'node_modules/dictionary-de/index.aff': rules,
  'node_modules/dictionary-de/index.dic': list(
    'das ist ein Haus und Prozent Jahre gut Vor- Teil usw.',
  ),
  'node_modules/dictionary-fr/package.json': '{}',
  'node_modules/dictionary-fr/index.aff': rules,
  'node_modules/dictionary-fr/index.dic': list("arbre est là bas ce aujourd'hui homme"),
};

function list(words: string): string {
  const all = words.split(/\s+/).map((word) => `${word}/SL`);
  return [all.length, ...all].join('\n');
}

async function check(
  text: string,
  files: Readonly<Record<string, string>> = {},
  words: readonly string[] = [],
): Promise<readonly string[]> {
  const spelling = { dictionaries: new Dictionaries(), words };
  const all = { ...packages, ...files };
  return findingsOf('spelling', text, all, new Map(), { spelling });
}

const unknown = (word: string, count = 1): string =>
  `unknown word "${word}"${count === 1 ? '' : `, ${count} times`}`;

describe('words', () => {
  test.each([
    ['The cat’s house - don’t', ['The', 'cat’s', 'house', 'don’t']],
    ['“Hello”, (well-known) word… end.', ['Hello', 'well-known', 'word', 'end']],
    ['either/or and one—two', ['either', 'or', 'and', 'one', 'two']],
    ['https://example.org/recieve www.exampel.org me@exmaple.org', []],
    ['talk.mdx src/indx.ts ./fiel /etc/hsots C:\\Usres exmaple.org', []],
    ['@zwick #tagg :tadda: --flagg e.g. z.B.', []],
    ['soft\u00ADhyphen', ['softhyphen']],
    ['a b 1 I', []],
  ])('of "%s"', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });
});

test('in all parts of a deck, each at its exact place', async () => {
  const found = await check(`---
title: A taalk
footer: The fooer
---

# The tiitle

A *wordd* is \`coode\` here: $\\alhpa$ **wor**ds, **w**rod.[^n]

- One [lnik](https://example.org/teh)
  - two itmes

> Gerat talk
> the authr

| Heda | is |
|---|---|
| the | ceell |

![The pictrue](a.png "The capttion")

<div title="The tooltpi">It is <b>bodl</b> and <code>teh</code></div>

\`\`\`chart bar
title: The chrat

row,colunm
frist,1
two,2
\`\`\`

\`\`\`mermaid
graph LR
  A[The noed] -->|the egde| B[code]
\`\`\`

\`\`\`js
const vlaue = 1; // the commnet
\`\`\`

> [!NOTE] The calloutt
> The innre

[^n]: A footnoet.

Note:

The nto.
`);
  expect(found).toEqual([
    `2:10 ${unknown('taalk')}`,
    `3:13 ${unknown('fooer')}`,
    `6:7 ${unknown('tiitle')}`,
    `8:4 ${unknown('wordd')}`,
    `8:50 ${unknown('wrod')}`,
    `10:8 ${unknown('lnik')}`,
    `11:9 ${unknown('itmes')}`,
    `13:3 ${unknown('Gerat')}`,
    `14:7 ${unknown('authr')}`,
    `16:3 ${unknown('Heda')}`,
    `18:9 ${unknown('ceell')}`,
    `20:7 ${unknown('pictrue')}`,
    `20:27 ${unknown('capttion')}`,
    `22:17 ${unknown('tooltpi')}`,
    `22:35 ${unknown('bodl')}`,
    `25:12 ${unknown('chrat')}`,
    `27:5 ${unknown('colunm')}`,
    `28:1 ${unknown('frist')}`,
    `34:9 ${unknown('noed')}`,
    `34:23 ${unknown('egde')}`,
    `41:15 ${unknown('calloutt')}`,
    `42:7 ${unknown('innre')}`,
    `44:9 ${unknown('footnoet')}`,
    `48:5 ${unknown('nto')}`,
  ]);
});

test('once, with the count', async () => {
  const found = await check('# Hello\n\nTeh `teh` *teh*\n\n---\n\n# The word\n\nThe teh\n');
  expect(found).toEqual([`3:1 ${unknown('Teh', 3)}`]);
});

test('names of things are right', async () => {
  const text = `---
author: Zwick Müllerov
words: [Lectern, kwarg]
---

# The NASA and URLs

McDonald and iPhone, COVID-19, 3rd, 20-percent, x86_64, H~2~O, Ελληνικά, Zwick, Lectern's kwargs and foobr
`;
  expect(await check(text, {}, ['foobr'])).toEqual([`8:91 ${unknown('kwargs')}`]);
});

test('the language of the deck, slides and passages', async () => {
  const text = `---
lang: de
---

# Das Haus

Das Hause [is a house]{lang=en} [l'arbre, L’homme, qu'est-ce, aujourd’hui là-bas bonjurr]{lang=fr}

This is a hous.
{lang=en}

---

<!-- lang: en -->

# The house and das

<p lang="de">Das ist <span lang="en">the</span> Hauz, Vor-Teil, 20-prozentig usw.</p>
`;
  expect(await check(text)).toEqual([
    `7:5 ${unknown('Hause')}`,
    `7:82 ${unknown('bonjurr')}`,
    `9:11 ${unknown('hous')}`,
    `16:17 ${unknown('das')}`,
    `18:49 ${unknown('Hauz')}`,
  ]);
});

test('a dictionary that is not installed', async () => {
  const text =
    '# The house\n\n[Casa]{lang=it} [家]{lang=ja} [colour]{lang=en-GB} [haus]{lang=de-AT}\n';
  expect(await check(text)).toEqual([
    '3:1 the dictionary of "it" is not installed',
    '3:1 words in "ja" were not checked: there is no dictionary of this language',
    '3:1 the dictionary of "en-GB" is not installed',
    `3:52 ${unknown('haus')}`,
  ]);
});

test('a short passage whose words are listed needs no dictionary', async () => {
  const text = (words: string) =>
    `---\nwords: [${words}]\n---\n\n# The house\n\n[Dolce casa, 2024]{lang=it}\n`;
  expect(await check(text('dolce, Casa, casa'))).toEqual([]);
  expect(await check(text('dolce'))).toEqual(['7:1 the dictionary of "it" is not installed']);
});

test('nothing without --spell, and no complaint about comments that excuse words', async () => {
  const text = '# Hello\n\n<!-- check-ignore spelling: a joke -->\n\nteh\n';
  expect(await check(text)).toEqual([]);
  expect(await findingsOf('spelling', '# Teh', packages)).toEqual([]);
  expect(await findingsOf('check-comment' as never, text, packages)).toEqual([]);
});
