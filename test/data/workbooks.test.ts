import { describe, expect, test } from 'vitest';
import { SheetText } from '../../src/1-load/data/xlsx/sheet-text.ts';
import { rowsOf, xlsx } from '../support/xlsx.ts';
import { readBlock, readBlocks, readChart, tableTexts } from './read.ts';

const sales = rowsOf([
  ['Sales report'],
  [],
  ['month', 'sales', 'share'],
  [
    [45688, 1],
    [1234.5, 2],
    [0.125, 3],
  ],
  [
    [45716, 1],
    [0.30000000000000004, 2],
    [0.5, 3],
  ],
  ['Total', 1234.8, 1],
]);
const formats = ['dd.mm.yyyy', '#,##0.00\\ "€"', '0.0%'];
const book = xlsx({
  sheets: {
    Overview: rowsOf([
      ['k', 'v'],
      ['a', 1],
    ]),
    'Sales 2025': sales,
    "It's": rowsOf([
      ['x', 'y'],
      ['b', 2],
    ]),
  },
  formats,
  names:
    '<definedNames><definedName name="Figures">\'Sales 2025\'!$A$3:$C$5</definedName></definedNames>',
});

describe('a workbook:', () => {
  test('its first sheet, or a range of another one', () => {
    expect(readChart('data: q.xlsx', { 'q.xlsx': book }).values).toEqual({ v: [1] });
    const { chart, values, messages } = readChart('data: q.xlsx#Sales 2025!A3:C5', {
      'q.xlsx': book,
    });
    expect(messages).toBe('');
    expect(values).toEqual({ sales: [1234.5, 0.3], share: [12.5, 50] });
    expect(chart?.series[1]?.format).toEqual({ style: 'unit', unit: 'percent' });
  });

  test.each([
    "'Sales 2025'!$A$3:$C$5",
    'sales 2025!A3:C5',
    'Figures',
    'figures',
    'Sales 2025\nrows: 3-5',
    'Sales 2025!A3:C\nrows: 3-5',
  ])('named as %j', (part) => {
    const { values, messages } = readChart(`data: q.xlsx#${part}`, { 'q.xlsx': book });
    expect(messages).toBe('');
    expect(values.sales).toEqual([1234.5, 0.3]);
  });

  test('a quote in the name of a sheet', () => {
    for (const name of ["It's", "'It''s'!A1:B2", "'It''s'"]) {
      expect(readChart(`data: "q.xlsx#${name}"`, { 'q.xlsx': book }).values).toEqual({ y: [2] });
    }
  });

  test('dates are dates, and shown in the language of the deck', () => {
    const keys = 'data: q.xlsx#Figures\ny: share';
    const { dates } = readChart(`${keys}\ntime: true`, { 'q.xlsx': book }, 'line');
    expect(dates).toEqual(['2025-01-31', '2025-02-28']);
    const german = readBlock(
      'table',
      'data: q.xlsx#Figures',
      { 'q.xlsx': book },
      '---\nlang: de\n---\n\n',
    );
    expect(tableTexts(german.block)).toEqual([
      'month | sales | share',
      '31.01.2025 | 1.234,50\u00a0€ | 12,5\u00a0%',
      '28.02.2025 | 0,30\u00a0€ | 50,0\u00a0%',
    ]);
  });

  test('the date system that starts in 1904', () => {
    const mac = xlsx({
      sheets: {
        S: rowsOf([
          ['d', 'v'],
          [[44226, 1], 1],
        ]),
      },
      formats,
      properties: '<workbookPr date1904="1"/>',
    });
    const { dates } = readChart('data: q.xlsx\ntime: true', { 'q.xlsx': mac }, 'line');
    expect(dates).toEqual(['2025-01-31']);
  });

  test('shared and formatted texts, booleans, formulas and their stored values', () => {
    const cells =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
      '<row r="2"><c r="A2" t="str"><f>"J"&amp;"an"</f><v>Jan</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>' +
      '<row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><f>NA()</f><v>#N/A</v></c></row>';
    const { labels, values, messages } = readChart('data: q.xlsx', {
      'q.xlsx': xlsx({ sheets: { S: cells } }),
    });
    expect(messages).toBe('');
    expect(labels).toEqual(['Jan', 'TRUE']);
    expect(values).toEqual({ 'net sales': [2, null] });
  });

  test('merged cells, hidden rows and columns', () => {
    const rows = rowsOf([
      ['region', 'secret', 'v'],
      ['North', 5, 1],
      [null, 5, 2],
      ['South', 5, 3],
      ['Gone', 5, 4],
    ]);
    const { block, messages } = readBlock('table', 'data: q.xlsx', {
      'q.xlsx': xlsx({
        sheets: { S: rows.replace('<row r="5">', '<row r="5" hidden="1">') },
        before: '<cols><col min="2" max="2" hidden="1"/></cols>',
        after: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
      }),
    });
    expect(tableTexts(block)).toEqual(['region | v', 'North | 1', 'North | 2', 'South | 3']);
    expect(messages).toMatch(/note: 1 hidden row and 1 hidden column .* are left out/);
  });

  test('messages name the cell', () => {
    const rows = rowsOf([
      ['k', 'v'],
      ['a', 1],
      ['b', 'many'],
    ]);
    const { messages, diagnostics } = readChart('data: q.xlsx', {
      'q.xlsx': xlsx({ sheets: { 'My data': rows } }),
    });
    expect(messages).toMatch(/^q\.xlsx#My data!B3: error: "many" is not a number/);
    expect(diagnostics[0]?.span).toMatchObject({
      file: 'q.xlsx',
      line: 3,
      column: 2,
      cell: 'My data!B3',
    });
  });

  test('numbers that are stored as text are read like those of a CSV file', () => {
    const rows = rowsOf([
      ['k', 'v'],
      ['a', '1.234,5'],
      ['b', '2,5'],
    ]);
    const { values } = readChart('data: q.xlsx', { 'q.xlsx': xlsx({ sheets: { S: rows } }) });
    expect(values).toEqual({ v: [1234.5, 2.5] });
  });

  test('a formula without a stored value, and one with a value of another workbook', () => {
    const cells =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><f>[1]Plan!A1</f><v>2</v></c></row>' +
      '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><f>SUM(B2:B2)</f></c></row>';
    const file = xlsx({
      sheets: { S: cells },
      names: '<externalReferences><externalReference r:id="ext1"/></externalReferences>',
      more: {
        'xl/externalLinks/externalLink1.xml': '<externalLink/>',
        'xl/externalLinks/_rels/externalLink1.xml.rels':
          '<Relationships><Relationship Id="rId1" Target="file:///C:\\secret\\budget%202025.xlsx" TargetMode="External"/></Relationships>',
      },
    });
    const { messages, values } = readChart('data: q.xlsx', { 'q.xlsx': file });
    expect(values).toEqual({ 'net sales': [2, null] });
    expect(messages).toMatch(/#S!B2: note: B2 .* from the workbook "budget 2025\.xlsx"/);
    expect(messages).toMatch(/#S!B3: error: the value of this formula is not stored/);
  });

  test('entities that a part declares stay text', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>';
    const rows = rowsOf([
      ['k', 'v'],
      ['&a;&b;', 1],
    ]);
    const file = xlsx({ sheets: { S: rows }, more: { 'xl/sharedStrings.xml': `${bomb}<sst/>` } });
    expect(readChart('data: q.xlsx', { 'q.xlsx': file }).labels).toEqual(['&a;&b;']);
  });
});

describe('what is not there:', () => {
  const files = { 'q.xlsx': book };
  test.each([
    ['Sales 2024!A3:C5', 'q.xlsx has no sheet "Sales 2024"', 'did you mean "Sales 2025"?'],
    ['Figuers', 'q.xlsx has no sheet, table or name "Figuers"', 'did you mean "Figures"?'],
    [
      'Sales 2025!A3..C5',
      '"A3..C5" is not a range of cells',
      "write it as in q.xlsx#'Sales 2025'!A3:F12",
    ],
  ])('%s', (part, message, hint) => {
    const { diagnostics } = readChart(`data: q.xlsx#${part}`, files);
    expect(diagnostics).toMatchObject([{ code: 'data-part', message, hint }]);
  });

  test('an empty range, and an empty sheet', () => {
    expect(readChart('data: q.xlsx#Overview!F20:H30', files).messages).toMatch(/no rows of data/);
  });
});

test('ranges of a sheet are the same, one by one and together', () => {
  const many = xlsx({
    before: '<cols><col min="2" max="2" hidden="1"/></cols>',
    sheets: {
      A: rowsOf(Array.from({ length: 40 }, (_, i) => [`n${i}`, i, i * 2])).replace(
        '<row r="7">',
        '<row r="7" hidden="1">',
      ),
      B: '<row><c t="inlineStr"><is><t>k</t></is></c></row><row><c><v>1</v></c></row>',
    },
    after: '<mergeCells><mergeCell ref="A2:A9"/><mergeCell ref="A20:A22"/></mergeCells>',
  });
  const parts = [
    'A!A1:C9',
    'A!A3:C9',
    'A!A20:C30',
    'A!C40:C40',
    'A',
    'A!A50:C60',
    'B!A1:A2',
    'B',
    'B!A2:A2',
  ];
  const keys = (part: string) => `data: book.xlsx#${part}`;
  const single = parts.map((part) => {
    const { block, messages } = readBlock('table', keys(part), { 'book.xlsx': many });
    return { texts: tableTexts(block), messages };
  });
  const together = readBlocks('table', parts.map(keys), { 'book.xlsx': many });
  expect(together.blocks.map(tableTexts)).toEqual(
    single.map(({ texts }) => texts).filter((texts) => texts.length > 0),
  );
  for (const { messages } of single) {
    const first = messages.split('\n')[0]?.replace(/^\S+ /, '') ?? '';
    expect(together.messages).toContain(first);
  }
});

test('only the rows of a range are parsed after the first two', () => {
  const rows = Array.from({ length: 1000 }, (_, i) => `<row r="${i + 1}"/>`).join('');
  const text = new SheetText(`<s><cols/><sheetData>${rows}</sheetData><merge/></s>`);
  const range = { firstRow: 500, lastRow: 500, firstColumn: 1, lastColumn: 2 };
  const small = '<s><cols/><sheetData><row r="500"/></sheetData><merge/></s>';
  expect([text.of(range), text.of(range), text.of(range)].map((xml) => xml === small)).toEqual([
    false,
    true,
    true,
  ]);
});

test('formats of numbers that spreadsheet programs do not have are no internal error', () => {
  const formats = [`0.${'0'.repeat(200)}`, '"'.repeat(100_000), '[$'.repeat(100_000)];
  const rows = rowsOf([['a', 'b', 'c'], formats.map((_, i) => [1.5, i + 1] as const)]);
  const { messages } = readBlock('table', 'data: q.xlsx', {
    'q.xlsx': xlsx({ sheets: { S: rows }, formats }),
  });
  expect(messages).toBe('');
});

test('a data file is an input of the build, so that the dev server watches it', () => {
  expect(readChart('data: q.xlsx#Figures', { 'q.xlsx': book }).inputs).toContain('q.xlsx');
  expect(readChart('data: a.csv', { 'a.csv': 'k,v\na,1' }).inputs).toContain('a.csv');
});
