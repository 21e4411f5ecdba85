import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedBrowser } from '../../support/export-flags.ts';
import { temporaryFolder } from '../../support/files.ts';
import { lectern } from '../../support/lectern.ts';
import { askPdfTool } from '../../support/pdf/pdf-tools.ts';
import { constructFiles } from '../accessible/decks.ts';

const deck = `---
title: What a reader hears
footer: "The orchard, [on the web](https://example.org)"
numbers: n/total
---

# What a reader hears

---

## Texts

Half is $\\frac{1}{2}$[^1], says <span lang="de">der Gärtner</span>.

It is $0.5\${alt="one half"}.

[^1]: As a formula

<details><summary>More</summary>

Not hidden on paper

</details>

Apple
Pear
: A fruit

  - with a list
: A tree

<select><option>Left</option><option selected>Right</option></select> <progress value="1" max="4"></progress>

---

## Images

![A red flag](flag.svg "Its caption")

![The sea](sea.webm)

<img src="flag.svg" alt="">

---
lang: de
---

## Medien

![Vögel](birds.wav)

<video src="sea.webm" controls></video>

---

## Code

\`\`\`js
first();
second();
\`\`\`

| a | b |
|---|---|
|   | 1 |
`;

test('tags say what a reader needs, and nothing is read on every page', async () => {
  const folder = temporaryFolder({ ...constructFiles([]), 'talk.md': deck });
  const { exitCode, errors } = await lectern(
    ['export', 'talk.md', ...(await sharedBrowser())],
    folder,
  );
  expect(exitCode, errors).toBe(0);
  const pdf = path.join(folder, 'dist/talk.pdf');
  const tags = askPdfTool('pdfinfo', '-struct-text', pdf)
    .split('\n')
    .filter((line) => !/^ *(?:NonStruct|\/\w+ .*|Object .*)?$/.test(line))
    .map((line) => line.replace(/^ +/, (spaces) => ' '.repeat(Math.min(spaces.length, 4))).trim())
    .join('\n');
  // A formula, a note with links both ways, a passage in another language, and what is folded on screen.
  expect(tags).toContain(
    '"Half is "\nFormula:\n""\n"1"\n"2"\nReference (inline)\nLink (inline)\n"1"',
  );
  expect(tags).toContain('Span (inline)\n"der Gärtner"');
  expect(tags).toMatch(
    /Note <node\d+> \(inline\)\nP \(block\)\nLink \(inline\)\n"1"\n" As a formula ?"/,
  );
  expect(tags).toContain('"Not hidden on paper "');
  // Terms are the labels of their definitions, and what is chosen is said.
  const terms =
    /\bL\nLI\nLbl\n"Apple ?"\nLbl\n"Pear ?"\nLBody\n"A fruit ?"\nL\n[\s\S]*\nLBody\n"A tree ?"/;
  expect(tags.replaceAll(' (block)', '')).toMatch(terms);
  // A caption in its figure, a video as a figure, and nothing of an image without meaning.
  expect(tags).toContain(
    'Figure:\n""\nCaption\n"Its caption "\nFigure:\n""\nLink (inline)\n"on the web"',
  );
  // Lines of code that are apart, and an empty cell.
  expect(tags).toContain('"(); "');
  expect(tags).toContain('TR\nTD:\n" "\nTD:\n"1"');
  // Footers are no part of it, but their links are.
  expect(tags).not.toContain('The orchard, ');
  expect(tags.match(/"on the web"/g)).toHaveLength(4);
  expect(tags).not.toMatch(/\d \/ 5/);
  const content = askPdfTool('mutool', 'show', pdf, 'pages/2/Contents');
  expect(content).toContain('/Artifact <</Type /Pagination /Subtype /Footer>> BDC');
  const objects = askPdfTool('mutool', 'show', pdf, 'grep');
  expect(objects).toMatch(/\/BBox\[[\d. ]+\].*\/Alt\(\\\\frac\{1\}\{2\}\).*\/S\/Formula/);
  expect(objects).toMatch(/\/Alt\(The sea \\\(in the HTML deck\\\)\)/);
  expect(objects).toMatch(/\/Lang\(de\).*\/S\/Span/);
  expect(objects).toContain('/Alt(Right)');
  expect(objects).toContain('/Alt(25 %)');
  // Where there is no player: in the language of the slide.
  for (const name of ['Vögel', 'Video']) {
    const alt = Buffer.from(`${name} (in der HTML-Präsentation)`, 'utf16le').swap16();
    expect(objects).toContain(`/Alt<FEFF${alt.toString('hex').toUpperCase()}>`);
  }
  expect(objects).toMatch(/\/Alt\(one half\).*\/S\/Formula/);
  // What is copied from a formula can be read.
  const copied = askPdfTool('pdftotext', '-f', '2', '-l', '2', pdf, '-');
  expect(copied).toContain('\\frac{1}{2}');
  expect(copied).not.toContain('one half');
});
