import { expect, test } from 'vitest';
import { readContent } from '../../../src/6-export/pdf/content/streams.ts';
import { PdfDraft } from '../../../src/6-export/pdf/draft.ts';
import { readPdf } from '../../../src/6-export/pdf/objects.ts';
import { readStructure } from '../../../src/6-export/pdf/structure/tree.ts';
import { decodePdfString } from '../../../src/6-export/pdf/text.ts';
import { printedPdf } from './printed-pdf.ts';

function draftOf(...texts: readonly string[]): PdfDraft {
  const objects = new Map(texts.map((text, index) => [index + 1, { text }] as const));
  return new PdfDraft({ objects, root: 1, info: 1 });
}

test('elements that contain themselves end in an error', () => {
  const draft = draftOf(
    '<</StructTreeRoot 2 0 R>>',
    '<</Type /StructTreeRoot /K 3 0 R>>',
    '<</Type /StructElem\n/S /Div\n/P 2 0 R\n/K [4 0 R]>>',
    '<</S /Div /K [3 0 R] /Lang (de)>>',
  );
  expect(() => readStructure(draft)).toThrow('the element in object 3 is in two others');
});

test('damaged streams end in an error with their number', () => {
  const draft = draftOf('<<>>');
  const number = draft.add('<</Filter /FlateDecode /Length 3>>', Buffer.from('abc'));
  expect(() => readContent(draft, number)).toThrow(`the stream in object ${number} is damaged`);
});

test.each([
  '',
  '%PDF-1.4',
  'startxref\n9\n%%EOF',
  `xref\n0 1\n${'0'.repeat(10)} 65535 f\nstartxref\n0\n%%EOF`,
])('a file without objects ends in an error: %j', (text) => {
  expect(() => readPdf(Buffer.from(text))).toThrow('unknown structure');
});

test('a file is read by the keys of its dictionaries, whatever its strings say', () => {
  const bytes = printedPdf([
    '<</Title (endobj /Root 7 0 R)>>',
    '<</Type /Catalog>>',
    ['<</Note (/Length 9)\n/Length 4>>', 'text'],
  ]);
  const { objects, root, info } = readPdf(bytes);
  expect([root, info]).toEqual([2, 1]);
  expect(objects.get(1)?.text).toBe('<</Title (endobj /Root 7 0 R)>>');
  expect(objects.get(3)?.stream?.toString()).toBe('text');
});

test.each(['<</Length 5 0 R>>', '<</Length 99999>>', '<</Length -1>>', '<</Note (/Length 4)>>'])(
  'a stream of unknown length ends in an error: %s',
  (text) => {
    const bytes = printedPdf(['<<>>', '<</Type /Catalog>>', [text, 'text']]);
    expect(() => readPdf(bytes)).toThrow('a stream of unknown length in object 3');
  },
);

test.each([
  [String.raw`(a \(b\) \\ c)`, String.raw`a (b) \ c`],
  [String.raw`(\101\n\53)`, 'A\n+'],
  ['(one\\\nline)', 'oneline'],
  ['<4142>', 'AB'],
])('strings are decoded: %j', (written, text) => {
  expect(decodePdfString(written)).toBe(text);
});
