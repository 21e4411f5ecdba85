import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { finishPdf } from '../../../src/6-export/pdf/finish.ts';
import type { PrintedDeck } from '../../../src/6-export/pdf/printed-deck.ts';
import { printedPdf } from './printed-pdf.ts';

const deck: PrintedDeck = {
  title: 'Damaged',
  author: '',
  description: '',
  keywords: '',
  date: '',
  lang: 'en',
  generator: 'Lectern',
  slides: [{ number: 1, title: 'One', level: 0, anchor: 'one' }],
  links: [{ target: 'https://example.org/', text: 'Example' }],
  tags: [{ token: 'lectern-tag-0', kind: 'figure', text: 'Right' }],
  text: 'One two ',
};

const content = `/P <</MCID 0>> BDC
q
.75 0 0 .75 0 0 cm
BT
/F4 24 Tf
1 0 0 -1 20 40 Tm
<00010002> Tj
ET
Q
EMC
0 0 9 9 re
f
/Pattern cs /P5 scn
/G3 gs
/X6 Do
10 10 20 20 re
f
`;
const map = `1 begincodespacerange
<0000> <FFFF>
endcodespacerange
2 beginbfchar
<0001> <004F>
<0002> <0000>
endbfchar
endcmap`;

/** What a slide needs of a PDF: text, a form, a gradient, a link, tags and destinations. */
const objects = [
  '<</Title (One)\n/Producer (Skia/PDF)>>',
  '<</Type /Catalog\n/Pages 3 0 R\n/Dests 13 0 R\n/MarkInfo <</Marked true>>\n/StructTreeRoot 9 0 R\n/Lang (en)>>',
  '<</Type /Pages\n/Count 1\n/Kids [4 0 R]>>',
  '<</Type /Page\n/Resources <</Font <</F4 7 0 R>>\n/ExtGState <</G3 14 0 R>>\n/Pattern <</P5 15 0 R>>\n/XObject <</X6 6 0 R>>>>\n/MediaBox [0 0 96 54]\n/Annots [12 0 R]\n/Contents 5 0 R\n/StructParents 0\n/Parent 3 0 R>>',
  content,
  '/G3 gs\n0 0 9 9 re\nf\n',
  '<</Type /Font\n/Subtype /Type0\n/Encoding /Identity-H\n/DescendantFonts [16 0 R]\n/ToUnicode 8 0 R>>',
  map,
  '<</Type /StructTreeRoot\n/K 10 0 R\n/ParentTree <</Nums [0 [11 0 R]]>>>>',
  '<</Type /StructElem\n/S /Document\n/P 9 0 R\n/K [11 0 R 17 0 R]>>',
  '<</Type /StructElem\n/S /H1\n/P 10 0 R\n/Pg 4 0 R\n/K [0 <</Type /OBJR /Obj 12 0 R /Pg 4 0 R>>]>>',
  '<</Type /Annot\n/Subtype /Link\n/Rect [0 0 9.5 9]\n/A <</S /URI\n/URI (https://example.org/)>>\n/StructParent 2>>',
  '<</one [4 0 R /XYZ 0 540 0]>>',
  '<</ca .5\n/SMask <</S /Luminosity\n/G 6 0 R>>>>',
  '<</Type /Pattern\n/PatternType 2\n/Matrix [1 0 0 1 0 0]\n/Shading <</ShadingType 2\n/ColorSpace /DeviceRGB\n/Coords [0 0 9 9]\n/Function <</FunctionType 2\n/Domain [0 1]\n/C0 [0 0 0]\n/C1 [1 1 1]\n/N 1>>>>>>',
  '<</Type /Font\n/Subtype /CIDFontType2\n/DW 500\n/W [1 [600 700]]>>',
  '<</Type /StructElem\n/S /Figure\n/P 10 0 R\n/Alt (Right)\n/ID (node1)\n/K []>>',
];
const streams: Readonly<Record<number, string>> = {
  4: '',
  5: '/Subtype /Form\n/BBox [0 0 9 9]\n/Matrix [1 0 0 1 0 0]\n/Resources <</ExtGState <</G3 14 0 R>>>>',
  7: '',
};

const junk = '<< >> [ ] ( ) < 99999 10 null -1 1e9 BT ET q BDC EMC BI % { \\ NaN 0 /K'.split(' ');
junk.push('9'.repeat(400), '[['.repeat(50), '<<'.repeat(2000), '9 0 R', '');

/** The same numbers for the same seed, from 0 to 1. */
function numbers(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function damage(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const length = Math.floor(random() ** 3 * 40);
  const inserted = junk[Math.floor(random() * junk.length)] ?? '';
  const changes = [
    text.slice(0, at) + text.slice(at + length),
    `${text.slice(0, at)} ${inserted} ${text.slice(at)}`,
    text.slice(0, at + length) + text.slice(at),
    text.slice(0, at) + String.fromCharCode(Math.floor(random() * 256)) + text.slice(at + 1),
    text.replace(/\d+/g, (number) => (random() < 0.3 ? String(Math.floor(random() * 20)) : number)),
    text.slice(0, at),
  ];
  return changes[Math.floor(random() * changes.length)] ?? '';
}

/** A PDF with so many damaged objects. */
function damagedPdf(seed: number, count: number): Buffer {
  const random = numbers(seed);
  const chosen = new Set(
    Array.from({ length: count }, () => Math.floor(random() * objects.length)),
  );
  const written = objects.map((object, index) => {
    const isStream = index in streams;
    const text = chosen.has(index) ? damage(object, random) : object;
    if (!isStream) return text;
    const bytes = deflateSync(Buffer.from(text, 'latin1'), { level: 1 });
    return [`<</Filter /FlateDecode\n${streams[index]}\n/Length ${bytes.length}>>`, bytes] as const;
  });
  const pdf = printedPdf(written);
  return random() < 0.2 ? Buffer.from(damage(pdf.toString('latin1'), random), 'latin1') : pdf;
}

const ours =
  /^(?:the browser wrote|a stream of unknown length|the stream in|the element in|object \d)/;

test('a whole PDF is finished', () => {
  expect(finishPdf(damagedPdf(1, 0), deck, 0).toString('latin1')).toMatch(/^%PDF-1\.7\n/);
});

test('a damaged PDF is finished, or ends in an error that says what is damaged', () => {
  const others: string[] = [];
  const failed = new Set<string>();
  for (let seed = 0; seed < 250; seed++) {
    try {
      finishPdf(damagedPdf(seed, 1 + (seed % 3)), deck, 0);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (ours.test(message)) failed.add(message);
      else others.push(`seed ${seed}: ${error instanceof Error ? error.stack : message}`);
    }
  }
  expect(others).toEqual([]);
  expect(failed.size).toBeGreaterThan(0);
});
