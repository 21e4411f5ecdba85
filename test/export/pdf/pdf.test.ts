import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedBrowser } from '../../support/export-flags.ts';
import { temporaryFolder, writeFiles } from '../../support/files.ts';
import { lectern } from '../../support/lectern.ts';
import { askPdfTool } from '../../support/pdf/pdf-tools.ts';

const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="#c00"/></svg>`;

const deck = `---
title: The orchard (all of it)
author: Ada Exämple
description: What grew, and what it was sold for.
keywords: [apples, fruit & trees]
footer: "[here](#/{{n}}), [the end](#/{{total}})"
date: 2026-03-01
---

# The orchard

Note:
Say hello to everybody.

---

# The trees

---

## Their fruit {#fruit}

- Apples, **red**
- Pears, *yellow*

[On the web](https://example.org/trees?a=1) and [in the sheet](sheet.pdf)

--

## What they bore

| year | apples |
|------|-------:|
| 2018 |     17 |

![A red flag](flag.svg)

---

> Eat more fruit.

---

## Sold

\`\`\`chart bar "Apples"
steps: points

year,apples
2018,17
2019,26
\`\`\`

Of [their fruit](#fruit), [what they bore](#what-they-bore), [size](#größe), [the quote](#/5)

---

## Code

\`\`\`js
let a;
\`\`\`

### Größe
`;

const files = { 'talk.md': deck, 'flag.svg': picture };

/** @returns the path of the PDF */
async function exportDeck(...flags: readonly string[]): Promise<string> {
  const cwd = temporaryFolder(files);
  const { errors } = await lectern(
    ['export', 'talk.md', ...flags, ...(await sharedBrowser())],
    cwd,
  );
  expect(errors).toBe('');
  return path.join(cwd, 'dist/talk.pdf');
}

/** Width and height of each page, in points. */
function pageSizes(pdf: string): readonly string[] {
  const text = askPdfTool('pdfinfo', '-f', '1', '-l', '-1', pdf);
  return Array.from(text.matchAll(/^Page +\d+ size: +(.*) pts/gm), ([, size = '']) => size);
}

/** The bookmarks with their pages, indented as they are nested. */
function bookmarks(pdf: string): readonly string[] {
  const lines = askPdfTool('mutool', 'show', pdf, 'outline').trimEnd().split('\n');
  return lines.map((line) => {
    const [, tabs = '', title, page] = /^.(\t+)"(.*)"\t#page=(\d+)/.exec(line) ?? [];
    return `${'  '.repeat(tabs.length - 1)}${title} ${page}`;
  });
}

describe('a PDF', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-test-'));
  const pdf = path.join(folder, 'dist/talk.pdf');

  beforeAll(async () => {
    writeFiles(folder, files);
    const { errors } = await lectern(['export', 'talk.md', ...(await sharedBrowser())], folder);
    expect(errors).toBe('');
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test('is whole, and has a page of exact size for each slide', () => {
    expect(askPdfTool('qpdf', '--check', pdf)).toContain('No syntax or stream encoding errors');
    expect(pageSizes(pdf)).toEqual(Array.from({ length: 7 }, () => '960 x 540'));
  });

  test('has its text as text, and pictures and charts as vectors', () => {
    expect(askPdfTool('pdftotext', '-f', '3', '-l', '3', pdf, '-')).toMatch(/Apples, red/);
    expect(askPdfTool('pdftotext', '-f', '6', '-l', '6', pdf, '-')).toMatch(/2019/);
    // Two lines of a table's head, and no row.
    expect(askPdfTool('pdfimages', '-list', pdf).trim().split('\n')).toHaveLength(2);
  });

  test('has a bookmark for each slide, below its section, and below the slide above', () => {
    expect(bookmarks(pdf)).toEqual([
      'The orchard 1',
      'The trees 2',
      '  Their fruit 3',
      '    What they bore 4',
      '  Slide 5 5',
      '  Sold 6',
      '  Code 7',
    ]);
  });

  test('says what it is about, to old readers and to new ones', () => {
    const info = askPdfTool('pdfinfo', '-isodates', pdf);
    expect(info).toMatch(/^Title: +The orchard \(all of it\)$/m);
    expect(info).toMatch(/^Subject: +What grew, and what it was sold for\.$/m);
    expect(info).toMatch(/^Author: +Ada Exämple$/m);
    expect(info).toMatch(/^Keywords: +apples, fruit & trees$/m);
    expect(info).toMatch(/^Creator: +Lectern /m);
    expect(info).toMatch(/^CreationDate: +2026-03-01T00:00:00Z$/m);
    expect(info).toMatch(/^Tagged: +yes$/m);
    const xmp = askPdfTool('pdfinfo', '-meta', pdf);
    expect(xmp).toContain('<rdf:li>Ada Exämple</rdf:li>');
    expect(xmp).toContain('<rdf:li>apples</rdf:li><rdf:li>fruit &amp; trees</rdf:li>');
    expect(xmp).toContain('<pdf:Keywords>apples, fruit &amp; trees</pdf:Keywords>');
    expect(xmp).toContain('<xmp:CreateDate>2026-03-01T00:00:00.000Z</xmp:CreateDate>');
    const catalog = askPdfTool('mutool', 'show', pdf, 'trailer/Root');
    expect(catalog).toMatch(/\/Lang \(en\)/);
    expect(catalog).toMatch(/\/DisplayDocTitle true/);
  });

  test('links to where its deck does, and says so', () => {
    const urls = askPdfTool('pdfinfo', '-url', pdf);
    expect(urls).toMatch(/ 3 +Annotation +https:\/\/example\.org\/trees\?a=1$/m);
    expect(urls).toMatch(/ 3 +Annotation +sheet\.pdf$/m);
    const places = askPdfTool('pdfinfo', '-dests', pdf);
    expect(places).toMatch(/^ +3 .*"fruit"$/m);
    const objects = askPdfTool('mutool', 'show', pdf, 'grep');
    expect(objects).toMatch(/\/Contents\(On the web\)/);
    expect(objects).toMatch(/\/Contents\(their fruit\).*\/Dest\/fruit/);
    expect(objects).toMatch(/\/Contents\(what they bore\).*\/Dest\/what-they-bore/);
    expect(objects).toMatch(/\/Contents\(the quote\).*\/Dest\/lectern-slide-5/);
    expect(objects).toMatch(/\/Contents\(here\).*\/Dest\/lectern-slide-2/);
    expect(objects).toMatch(/\/Contents\(the end\).*\/Dest\/lectern-slide-7/);
    expect(urls).not.toContain('#');
    expect(places).toMatch(/^ +4 .*"what-they-bore"$/m);
    expect(places).toMatch(/^ +5 .*"lectern-slide-5"$/m);
    expect(places).toMatch(/^ +7 .*"gr%C3%B6%C3%9Fe"$/m);
    expect(objects).toMatch(/\/Contents\(size\).*\/Dest\/gr#25C3#25B6#25C3#259Fe/);
  });

  test('has tags that a screen reader goes by', () => {
    const tags = askPdfTool('pdfinfo', '-struct-text', pdf);
    const kinds = new Set(Array.from(tags.matchAll(/^ *([A-Z]\w*)/gm), ([, kind]) => kind));
    const wanted = ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Link'];
    for (const kind of [...wanted, 'Table', 'TR', 'TH', 'TD', 'Figure', 'Code']) {
      expect(kinds).toContain(kind);
    }
    expect(tags).toMatch(/LI \(block\)\n *Lbl \(block\)\n.*\n *LBody \(block\)/);
    expect(tags).toMatch(/TH <node00000001>:\n *\/Scope \/Column/);
    // Tags of PDF 2.0 are explained.
    const objects = askPdfTool('mutool', 'show', pdf, 'grep');
    expect(objects).toMatch(/\/RoleMap<<.*\/Strong\/Span.*>>/);
    const figures = objects.split('\n').filter((line) => line.includes('/S/Figure'));
    expect(figures.length).toBeGreaterThanOrEqual(2);
    expect(figures.filter((line) => !line.includes('/Alt'))).toEqual([]);
  });
});

describe('what is wanted of the slides:', () => {
  test('--steps gives each step a page, and each slide one bookmark', async () => {
    const pdf = await exportDeck('--steps');
    expect(pageSizes(pdf)).toHaveLength(7 + 1);
    expect(bookmarks(pdf).slice(-2)).toEqual(['  Sold 6', '  Code 8']);
  });

  test('--notes stand below the slides, which links still find', async () => {
    const pdf = await exportDeck('--notes');
    expect(pageSizes(pdf)).toEqual(Array.from({ length: 7 }, () => '960 x 944.88'));
    expect(askPdfTool('pdftotext', '-f', '1', '-l', '1', pdf, '-')).toContain('Say hello');
    expect(bookmarks(pdf).slice(-2)).toEqual(['  Sold 6', '  Code 7']);
    expect(askPdfTool('pdfinfo', '-dests', pdf)).toMatch(/^ +3 .*"fruit"$/m);
  });

  test('--slides leaves the others out, and links to them', async () => {
    const pdf = await exportDeck('--slides', '1,4-6');
    expect(bookmarks(pdf)).toEqual(['The orchard 1', 'What they bore 2', 'Slide 5 3', 'Sold 4']);
    expect(askPdfTool('pdfinfo', '-url', pdf)).not.toContain('Annotation');
  });

  test('notes that are not wanted are nowhere in the file', async () => {
    const pdf = await exportDeck();
    expect(askPdfTool('pdftotext', pdf, '-')).not.toContain('Say hello');
    expect(askPdfTool('pdfinfo', '-struct-text', pdf)).not.toContain('Say hello');
  });
});

describe('the same source', () => {
  test('gives the same bytes, whatever was exported before', async () => {
    const cwd = temporaryFolder({
      'a.md': '# A\n\n| b |\n|---|\n| c |',
      'b.md': deck,
      'flag.svg': picture,
    });
    await lectern(['export', 'a.md', 'b.md', ...(await sharedBrowser())], cwd);
    const before = readFileSync(path.join(cwd, 'dist/b.pdf'));
    await lectern(['export', 'b.md', '--out', 'again', ...(await sharedBrowser())], cwd);
    expect(readFileSync(path.join(cwd, 'again/b.pdf')).equals(before)).toBe(true);
  });

  test('has the date that SOURCE_DATE_EPOCH says', async () => {
    process.env.SOURCE_DATE_EPOCH = '86400';
    try {
      const info = askPdfTool('pdfinfo', '-isodates', await exportDeck());
      expect(info).toMatch(/^CreationDate: +1970-01-02T00:00:00Z$/m);
    } finally {
      delete process.env.SOURCE_DATE_EPOCH;
    }
  });
});
