import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../../src/base/files/package-root.ts';
import { temporaryFolder } from '../../support/files.ts';
import { png } from '../../support/images.ts';
import { elements, OpenedFile, paragraphsOf } from './opened-file.ts';
import { exportTo } from './presentation.ts';

test('what PowerPoint shows in another way is named at its line, and is there', async () => {
  const deck = '---\nlang: en\n---\n\n# T\n\n---\n\n## A\n\nAn icon :lucide-apple:\n';
  const { file, errors } = await exportTo(temporaryFolder({ 'talk.md': deck }), 'talk.md');
  expect(errors).toContain(
    'note: icons are left out of PowerPoint files: lucide-apple [pptx-content]',
  );
  expect(errors).toMatch(/^talk\.md:11:9: note: icons/m);
  const [, slide] = file.slides;
  expect(slide && paragraphsOf(slide)).toContain('An icon ');
});

test('what only a browser does is named at its line', async () => {
  const deck = `---
theme: night
scripts: [a.js]
---

# T

---

## Code {#code}

\`\`\`js {1|2}
a
b
\`\`\`

\`\`\`dot steps=nodes
digraph { a -> b }
\`\`\`

---
background: photo.png
backgroundPosition: top
---

## Chart

\`\`\`chart bar
options: {animation: false}

a,b
1,2
\`\`\`

![film](film.webm){captions="film.vtt film.de.vtt"}

[back](#code) and [on](#end)

---

## End
`;
  const files = {
    'talk.md': deck,
    'a.js': '',
    'photo.png': png(64, 36),
    'film.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n',
    'film.de.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nHallo\n',
    'film.webm': readFileSync(path.join(packageRoot, 'test/bundle/damage/real/film.webm')),
  };
  const { file, errors } = await exportTo(temporaryFolder(files), 'talk.md', '--slides', '1-3');
  const drawn = file.paths.filter((name) => name.endsWith('.svg')).map((name) => file.text(name));
  expect(drawn).toHaveLength(1);
  expect(drawn.join('')).not.toContain('opacity:0;');
  const notes = [...errors.matchAll(/^talk\.md:(\d+):\d+: note: (.*) \[pptx-content\]$/gm)];
  expect(notes.map(([, line, message]) => `${line} ${message}`)).toEqual([
    '3 PowerPoint does not run scripts: a.js',
    '6 the gradient that the theme has on slides with this layout is left out of PowerPoint files',
    '12 PowerPoint shows all lines of code at once, without highlighted lines',
    '17 diagrams of this type, and those with icons, images or formulas, are images in PowerPoint',
    '17 images have no steps in PowerPoint: all of this one is there at once',
    '22 the filter, position and repetition of background images have no effect in PowerPoint',
    '28 the options of Chart.js have no effect in PowerPoint',
    '35 few versions of PowerPoint play files of this type; use MP4 or MP3',
    '35 captions and audio descriptions are left out of PowerPoint files',
    '37 this link is text in PowerPoint: what it leads to is not in the file: #end',
  ]);
});

test('the fonts that are not in the file are named', async () => {
  const { errors } = await exportTo(temporaryFolder({ 'talk.md': '# T\n' }), 'talk.md');
  expect(errors).toContain('[pptx-font]');
});

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h9v9z"/></svg>';

test('without a browser, SVG images are there for PowerPoint, and a warning says what is missing', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# T\n\n---\n\n![A map](x.svg)\n', 'x.svg': svg });
  const { file, errors } = await exportTo(cwd, 'talk.md', '--browser', '/nowhere/chrome');
  expect(errors).toContain('[pptx-image]');
  expect(file.paths.filter((name) => name.endsWith('.svg'))).toHaveLength(1);
});

test('with a browser, SVG images have a PNG, and diagrams are drawn in the colors of the theme', async () => {
  const deck =
    '# T\n\n---\n\n## A\n\n![A map](x.svg)\n\n---\n\n## B\n\n```dot\ndigraph { a -> b }\n```\n';
  const { file } = await exportTo(temporaryFolder({ 'talk.md': deck, 'x.svg': svg }), 'talk.md');
  const images = file.paths.filter((name) => name.startsWith('ppt/media/'));
  expect(images.filter((name) => name.endsWith('.png'))).toHaveLength(2);
  const drawn = images.filter((name) => name.endsWith('.svg')).map((name) => file.text(name));
  expect(drawn.filter((text) => text.includes('fill:rgb('))).toHaveLength(1);
  const [picture] = elements(file.slides[2] ?? file.xml(''), 'p:pic');
  expect(picture && elements(picture, 'p:cNvPr')[0]?.attribs.descr).toContain('Graph');
});

test('a slide of text and charts takes less than 15 kB', async () => {
  const chart = '```chart bar\nyear,a,b\n2024,1,2\n2025,3,4\n```';
  const slides = Array.from(
    { length: 40 },
    (_, i) => `## Slide ${i}\n\n- one\n- two\n\n${chart}\n`,
  );
  const cwd = temporaryFolder({ 'talk.md': `# T\n\n---\n\n${slides.join('\n---\n\n')}` });
  const { file } = await exportTo(cwd, 'talk.md');
  expect(file.slides).toHaveLength(41);
  expect(file.bytes.length / 41).toBeLessThan(15_000);
  expect(file).toBeInstanceOf(OpenedFile);
});

test('footnotes of footers are there, and what is more than text in footnotes and notes is named', async () => {
  const deck = `---
footer: Footer[^foot]
---

## A

One[^a].

[^a]:
    First refers to another[^b].

    | Cell |
    |------|
    | 17   |

    \`code\`

[^b]: Second.

    ![A photo](photo.png)
[^foot]: Of the footer.

Note: See

![A map](photo.png)
`;
  const cwd = temporaryFolder({ 'talk.md': deck, 'photo.png': png(64, 36) });
  const { file, errors } = await exportTo(cwd, 'talk.md');
  const [slide] = file.slides;
  const texts = slide ? paragraphsOf(slide) : [];
  expect(texts).toEqual(
    expect.arrayContaining([
      'Footer2',
      '1 First refers to another3.',
      'Cell',
      '17',
      '2 Of the footer.',
      '3 Second.',
      'A photo',
    ]),
  );
  expect(errors).toMatch(/^talk\.md:20:5: note: notes and footnotes in [^§]* the same at 25:1$/m);
});
