import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../../src/base/files/package-root.ts';
import { sharedBrowser } from '../../support/export-flags.ts';
import { temporaryFolder } from '../../support/files.ts';
import { lectern } from '../../support/lectern.ts';
import { askPdfTool } from '../../support/pdf/pdf-tools.ts';
import { findUaProblems } from '../../support/pdf/pdf-ua.ts';

const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="#c00"/></svg>`;

const deck = `---
title: All that has tags
numbers: n/total
footer: The orchard, [on the web](https://example.org)
logo: flag.svg
---

# All that has tags

---

## Lists

- One, **strong** and *slanted*
  1. Within
  2. Again
- [x] Done
- [ ] Not done

Term
: Its definition

> A quote[^1], and ==a mark==

[^1]: With a note

---

## Tables and formulas

| year | apples |
|------|-------:|
| 2018 |     17 |

$$ a^2 + b^2 $$

Of $x$ and \`code\`

---

## Pictures

::: columns
:::: column
![A red flag](flag.svg "Its caption")
::::
:::: column
![](flag.svg)
::::
:::

---

## Diagrams and codes

\`\`\`mermaid
flowchart LR
  a[One] --> b[Two]
\`\`\`

\`\`\`qr
https://example.org
\`\`\`

---
background: "#123"
---

## Code and steps

\`\`\`js {1|2}
let a = 1;
let b = 2;
\`\`\`

> [!NOTE]
> First this, :lucide-rocket: {.fragment}

Note:
Say [it](#lists) well.

---

\`\`\`chart pie "Apples"
steps: points

kind,apples
red,17
green,26
\`\`\`
`;

async function exportDeck(text: string, ...flags: readonly string[]): Promise<string> {
  const cwd = temporaryFolder({ 'talk.md': text, 'flag.svg': picture });
  const { errors } = await lectern(
    ['export', 'talk.md', ...flags, ...(await sharedBrowser())],
    cwd,
  );
  expect(errors).toBe('');
  return path.join(cwd, `dist/talk${flags.includes('handout') ? '-handout' : ''}.pdf`);
}

test.each([
  ['slides', []],
  ['steps', ['--steps']],
  ['slides with their notes', ['--notes']],
  ['a handout with notes', ['--to', 'handout']],
  ['a handout of several slides a page', ['--to', 'handout', '--per-page', '3']],
])('%s are PDF/UA', async (_, flags) => {
  expect(findUaProblems(await exportDeck(deck, ...flags))).toEqual([]);
});

test.each(['how-aws-was-born', 'charts'])('the shipped deck %s is PDF/UA', async (name) => {
  const out = path.join(temporaryFolder(), 'deck.pdf');
  const file = path.join(packageRoot, `slides/${name}.md`);
  const { errors } = await lectern(
    ['export', file, '--out', out, ...(await sharedBrowser())],
    packageRoot,
  );
  expect(errors).toBe('');
  expect(findUaProblems(out)).toEqual([]);
});

test('headings that leave a level out are one below the other', async () => {
  const text = '#### First\n\n# Talk\n\n#### Deep\n\n### Deep, too\n\n---\n\n## Two\n\n#### Three';
  const pdf = await exportDeck(`---\nheadingLevels: written\n---\n${text}`);
  expect(findUaProblems(pdf)).toEqual([]);
  const tags = askPdfTool('pdfinfo', '-struct', pdf);
  expect(tags.match(/\bH\d/g)).toEqual(['H1', 'H1', 'H2', 'H2', 'H2', 'H3']);
});
