import { expect, test } from 'vitest';
import { findingsOf } from './source.ts';

/** Finds each on a line of its own, among paragraphs. */
async function find(...lines: readonly string[]): Promise<readonly string[]> {
  const found = await findingsOf('alt-text', `## Title\n\n${lines.join('\n\n')}\n`, {
    'talk.mp4': new Uint8Array(10),
    'bee.mp3': new Uint8Array(10),
  });
  return found.map((line) => {
    const [, number, column, text] = /^(\d+):(\d+) (.*)$/s.exec(line) ?? [];
    return `${(Number(number) - 3) / 2}:${column} ${text}`;
  });
}

test('images without a text alternative, wherever they are', async () => {
  const found = await findingsOf(
    'alt-text',
    `# Title

![](a.png)

Text ![](a.png) and ![What it shows](a.png) and ![][ref].

[ref]: b.png

- item

  ![](a.png "Caption")

> ![](a.png) quoted

| a | b |
|---|---|
| 1 | ![](a.png) |

::: columns
:::: column
![](a.png)
::::
:::: column
Text
::::
:::

> [!NOTE]
> Text <img src="a.png"> in a callout

<div>
  <img
    src="a.png">
</div>

A footnote.[^1]

[^1]: With ![](b.png)

## ![](a.png) Heading

Term
: ![](a.png)

Note:
![](a.png) is not shown.
`,
  );
  const nothing = 'this image has no text alternative';
  const empty = 'the text alternative of this image is empty';
  expect(found).toEqual([
    `3:5 ${empty}`,
    `5:10 ${empty}`,
    `5:49 ${empty}`,
    `11:7 ${empty}`,
    `13:7 ${empty}`,
    `17:11 ${empty}`,
    `21:5 ${empty}`,
    `29:8 ${nothing}`,
    `32:3 ${nothing}`,
    `38:16 ${empty}`,
    `40:8 ${empty}`,
    `43:7 ${empty}`,
  ]);
});

test('useless text alternatives, in several languages', async () => {
  const useless =
    `image|Picture|screenshot|Photo of|img|Figure 1|Untitled|orchard.png|IMG_1234|Bild|
    Abbildung 2|Foto|ohne Titel|Bild von|capture d’écran|une image|Imagen|captura de pantalla|immagine|
    figura 3|imagem|afbeelding|schermafbeelding|写真|изображение|https://example.org/a.png|...|–|my_chart_2|
    Screenshot 2024-05-01 at 10.11.12|Bildschirmfoto 2024-05-01 um 10.11.12|DSC00042|image001|[logo]|
    the picture|a.PNG|20240501_101112|www.example.org/x|123`.split(/\s*\|\s*/);
  const lines = useless.map((text) => `![${text.replace(/[[\]]/g, '\\$&')}](a.png)`);
  const found = await find(...lines);
  expect(found.map((line) => Number(line.split(':')[0]))).toEqual(useless.map((_, i) => i));
  expect(
    found.filter((line) => !/says? not|does not say|file name|address|no words/.test(line)),
  ).toEqual([]);
});

test('useful ones', async () => {
  expect(
    await find(
      '![Apple blossom in the rain](a.png)',
      '![Picture of the founder in 1998](a.png)',
      '![Chart: sales rose from 3 to 35](a.png)',
      '![Bild der Obstwiese im Mai](a.png)',
      '![Figure skating](a.png)',
      '![Logo of the BBC](a.png)',
      '![A4](a.png)',
      '![🎉](a.png)',
      '![:tada:](a.png)',
      '![Node.js](a.png)',
      '![山](a.png)',
      '![Orchard](a.png "The orchard in May, from the gate")',
      '![](a.png){.decorative}',
      '![](a.png){.decorative width=20%}',
      'Text ![](a.png){.decorative} with it',
      '<img src="a.png" alt="">',
      '<img src="a.png" role="presentation">',
      '<img src="a.png" aria-hidden="true">',
      '<img src="a.png" aria-label="An orchard">',
      '<div hidden><img src="a.png"></div>',
      '<span aria-hidden="true"><img src="a.png"></span>',
      '<picture><source srcset="b.png"><img src="a.png" alt="An orchard"></picture>',
      '`![](a.png)` and `<img src="a.png">`',
      '```html\n<img src="a.png">\n```',
      '<!-- <img src="a.png"> ![](a.png) -->',
      ':lucide-rocket:',
      '\\![](a.png)',
    ),
  ).toEqual([]);
});

test('text alternatives that are too long, or the caption', async () => {
  const long = 'An orchard with many trees. '.repeat(10).trim();
  expect(
    await find(
      `![${long}](a.png)`,
      '![Sales in 2019](a.png "Sales in 2019.")',
      '<figure><img src="a.png" alt="The harvest"><figcaption>The <b>harvest</b></figcaption></figure>',
    ),
  ).toEqual([
    `0:${5 + long.length} the text alternative has ${long.length} characters`,
    '1:18 the text alternative repeats the caption',
    '2:9 the text alternative repeats the caption',
  ]);
});

test('drawings, frames and players', async () => {
  const found = await find(
    '<svg viewBox="0 0 9 9"><path d="M0 0"/></svg>',
    '<svg viewBox="0 0 9 9"><title>An apple</title><path d="M0 0"/></svg>',
    '<svg viewBox="0 0 9 9"><title></title><path d="M0 0"/></svg>',
    '<svg viewBox="0 0 9 9"><text>Apples</text></svg>',
    '<svg role="img" viewBox="0 0 9 9"><text>Apples</text></svg>',
    '<svg aria-hidden="true"><path d="M0 0"/></svg>',
    '<canvas width="10"></canvas>',
    '<canvas width="10">A curve that rises</canvas>',
    '<iframe src="https://example.org"></iframe>',
    '<iframe src="https://example.org" title="The shop"></iframe>',
    '<object data="https://example.org"></object>',
    '<object data="https://example.org">A map of the orchard</object>',
    '![](talk.mp4)',
    '![A talk](talk.mp4)',
    '![](bee.mp3 "At noon")',
    '<video src="talk.mp4" controls></video>',
    '<video src="talk.mp4" controls aria-label="A talk"></video>',
    '<span role="img">★</span>',
    '<span role="img" aria-label="Four stars">★</span>',
    '<audio src="bee.mp3" controls></audio>',
  );
  expect(found).toEqual([
    '0:1 this drawing has no text alternative',
    '2:1 the text alternative of this drawing is empty',
    '4:1 this drawing has no text alternative',
    '6:1 this drawing has no text alternative',
    '8:1 this page has no text alternative',
    '10:1 this object has no text alternative',
    '12:5 this video has no text alternative',
    '15:1 this video has no text alternative',
    '17:1 this image has no text alternative',
    '19:1 this audio has no text alternative',
  ]);
});

test('charts and diagrams', async () => {
  const chart = (alt: string) =>
    `\`\`\`chart bar "Apples"\n${alt}\nyear,apples\n2018,17\n2019,26\n\`\`\``;
  const found = await findingsOf(
    'alt-text',
    `## Title\n\n${chart('')}\n\n---\n\n## Next\n\n${chart('alt: Chart\n')}\n\n---\n\n## End\n\n${chart('alt: Apples rose\n')}\n`,
  );
  expect(found).toEqual(['14:1 the text alternative "Chart" does not say what the chart shows']);
});
