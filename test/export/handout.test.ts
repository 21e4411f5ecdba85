import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedBrowser } from '../support/export-flags.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';
import { askPdfTool } from '../support/pdf/pdf-tools.ts';

const words = 'Many words are said to this slide, more than there is room for below it. ';

const deck = `---
title: The "orchard"
author: Ada
date: 2026-03-01
time: 5m
---

# The orchard

Note:
${Array.from({ length: 40 }, (_, i) => `Paragraph ${i}. ${words}`).join('\n\n')}

---

## Trees

![A red flag](flag.svg)

Note:
Short notes, with [a link](https://example.org).

---

## Code

\`\`\`js {1|2}
let first;
let second;
\`\`\`

---

## Fourth

---

## Fifth
`;

const flag =
  '<svg xmlns="http://www.w3.org/2000/svg" width="6" height="4"><path d="M0 0h6v4H0z"/></svg>';

/** @returns the path of the PDF */
async function exportHandout(...flags: readonly string[]): Promise<string> {
  const cwd = temporaryFolder({ 'talk.md': deck, 'flag.svg': flag });
  const given = ['--to', 'handout', ...flags, ...(await sharedBrowser())];
  const { errors } = await lectern(['export', 'talk.md', ...given], cwd);
  expect(errors).toBe('');
  return path.join(cwd, 'dist/talk-handout.pdf');
}

function textOf(pdf: string, page: number): string {
  return askPdfTool('pdftotext', '-f', String(page), '-l', String(page), '-layout', pdf, '-');
}

test('a slide has its notes below it, which go on over further pages', async () => {
  const pdf = await exportHandout();
  const info = askPdfTool('pdfinfo', pdf);
  const count = Number(/Pages: +(\d+)/.exec(info)?.[1]);
  expect(count).toBeGreaterThan(5);
  expect(info).toMatch(/Page size: +59\d\.\d+ x 841\.\d+ pts \(A4\)/);
  const pages = Array.from({ length: count }, (_, index) => textOf(pdf, index + 1));
  for (const [index, page] of pages.entries()) {
    expect(page).toMatch(/^\s*The "orchard" +2026-03-01\n/);
    expect(page.trimEnd()).toMatch(new RegExp(`Ada +${index + 1} ?/ ?${count}$`));
  }
  const all = pages.join('\n');
  for (let i = 0; i < 40; i++) expect(all).toContain(`Paragraph ${i}.`);
  expect(pages.at(-4)).toMatch(/Trees.*2 +Short notes, with a link.*1:00/s);
});

test('it is tagged, with bookmarks, links and alternatives, and sound', async () => {
  const pdf = await exportHandout('--per-page', '6');
  expect(askPdfTool('qpdf', '--check', pdf)).toContain('No syntax or stream encoding errors');
  expect(askPdfTool('pdfinfo', pdf)).toMatch(/Tagged: +yes.*Pages: +1\n/s);
  expect(askPdfTool('pdfinfo', '-struct-text', pdf)).toMatch(/H1.*"The orchard".*H2.*"Fifth"/s);
  expect(askPdfTool('mutool', 'show', pdf, 'grep')).toMatch(
    /\/S\/Figure.*\/Alt\(A red flag\)|\/Alt\(A red flag\).*\/S\/Figure/,
  );
  const outline = askPdfTool('mutool', 'show', pdf, 'outline').trimEnd().split('\n');
  expect(outline).toHaveLength(5);
  // No picture that was none.
  expect(askPdfTool('pdfimages', '-list', pdf).trimEnd().split('\n')).toHaveLength(2);
});

test.each([
  ['2', 'letter', 3, /612 x 792/],
  ['3', 'a4', 2, /59\d\.\d+ x 841\.\d+/],
  ['4', 'letter', 2, /792 x 612/],
])('%s slides on a page of %s', async (perPage, paper, pages, size) => {
  const pdf = await exportHandout('--per-page', perPage, '--paper', paper);
  const info = askPdfTool('pdfinfo', pdf);
  expect(info).toContain(`Pages:           ${pages}\n`);
  expect(info).toMatch(size);
  expect(textOf(pdf, pages)).toContain('Fifth');
  expect(textOf(pdf, 1)).not.toContain('Paragraph');
});

test('some slides keep their numbers, and the same slides give the same bytes', async () => {
  const flags = ['--slides', '2', '--per-page', '1'];
  const [first, second] = [await exportHandout(...flags), await exportHandout(...flags)];
  expect(textOf(first, 1)).toMatch(/2 +Short notes/);
  const digests = [first, second].map((pdf) => askPdfTool('sha256sum', pdf).slice(0, 64));
  expect(digests[0]).toBe(digests[1]);
});
