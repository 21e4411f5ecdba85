import { expect, test } from 'vitest';
import { readContent } from '../../../src/6-export/pdf/content/streams.ts';
import { PdfDraft } from '../../../src/6-export/pdf/draft.ts';
import { readPdf } from '../../../src/6-export/pdf/objects.ts';
import { readStructure } from '../../../src/6-export/pdf/structure/tree.ts';

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
