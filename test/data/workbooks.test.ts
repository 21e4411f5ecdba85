import { describe, expect, test } from 'vitest';
import { rowsOf, xlsx, zip } from '../support/xlsx.ts';
import { SheetText } from '../../src/1-load/data/xlsx/sheet-text.ts';
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

describe('files that cannot be read:', () => {
  const cfb = (name: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(name, 'utf16le'),
    ]);

  test.each([
    ['an empty file', 'a.csv', '', 'a.csv is empty'],
    ['an old workbook', 'a.xls', cfb('Workbook'), 'a.xls is a workbook of Excel 97 to 2003'],
    ['an old one renamed', 'a.xlsx', cfb('Workbook'), 'a.xlsx is a workbook of Excel 97 to 2003'],
    ['one with a password', 'a.xlsx', cfb('EncryptedPackage'), 'a.xlsx is protected by a password'],
    [
      'a web page',
      'a.xls',
      '<html><table><tr><td>1',
      'a.xls is a web page, whatever its name says',
    ],
    [
      'an ODS',
      'a.ods',
      zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      'a.ods is an OpenDocument spreadsheet',
    ],
    [
      'a binary workbook',
      'a.xlsb',
      zip({ 'xl/workbook.bin': 'x' }),
      'a.xlsb is a binary workbook (.xlsb)',
    ],
    [
      'another archive',
      'a.xlsx',
      zip({ 'a.txt': 'x' }),
      'a.xlsx is a ZIP archive without a workbook',
    ],
    ['a half one', 'a.xlsx', book.subarray(0, 700), 'a.xlsx is damaged or incomplete'],
    ['a PDF', 'a.csv', '%PDF-1.7', 'a.csv is a PDF'],
  ])('%s', (_, name, content, message) => {
    const { diagnostics } = readChart(`data: ${name}`, { [name]: content });
    expect(diagnostics.map((d) => d.message)[0]).toContain(message);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.code).toBe('data-file');
  });

  test('a folder, a kind of file that is no data, and bytes that are no text', () => {
    expect(readChart('data: a.csv', { 'a.csv/b.txt': '' }).messages).toMatch(
      /not an ordinary file/,
    );
    expect(readChart('data: a.docx', {}).messages).toMatch(
      /must be a \.csv, \.tsv, \.json or \.xlsx/,
    );
    expect(
      readChart('data: a.csv', { 'a.csv': Buffer.from([1, 2, 0, 0, 0, 9, 9]) }).messages,
    ).toMatch(/a\.csv is not UTF-8, and its encoding is unclear/);
  });

  test('an archive that unpacks to gigabytes is refused at once', () => {
    const file = xlsx({ sheets: { S: `<row>${' '.repeat(66 * 1024 * 1024)}</row>` } });
    expect(file.length).toBeLessThan(1024 * 1024);
    const { messages } = readChart('data: q.xlsx', { 'q.xlsx': file });
    expect(messages).toMatch(/q\.xlsx unpacks to more than 64 MB \[data-file\]/);
  });

  test('200,000 rows are refused, unless a range is chosen', () => {
    const row = (_: unknown, i: number) =>
      `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`;
    const rows = Array.from({ length: 200_000 }, row).join('');
    const files = { 'q.xlsx': xlsx({ sheets: { S: rows } }) };
    expect(readChart('data: q.xlsx', files).messages).toMatch(
      /more than 100,000 cells.*q\.xlsx#S!A1:F20/s,
    );
    expect(readBlock('table', 'data: q.xlsx#S!A1:A4', files).messages).toBe('');
  });
});

const many = 3_000_000;
const sharedCells = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`,
  ).join('');
const cells = sharedCells(1000);
const sheet = (rows: string, more: Partial<Parameters<typeof xlsx>[0]> = {}) =>
  xlsx({ sheets: { S: rows }, ...more });
const strings = (text: string) => ({
  more: { 'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si></sst>` },
});

test.each([
  ['unknown elements that are nested', () => sheet('<a>'.repeat(many)), 'deeper than 100 levels'],
  ['rows in rows', () => sheet('<row>'.repeat(many)), 'deeper than 100 levels'],
  [
    'nested shared texts',
    () => sheet(cells, { more: { 'xl/sharedStrings.xml': '<si>'.repeat(many) } }),
    'deeper than 100 levels',
  ],
  ['unknown elements one after the other', () => sheet('<a/>'.repeat(4_000_000)), 'elements'],
  [
    'one huge text in many cells',
    () => sheet(sharedCells(900), strings('x'.repeat(many))),
    'has more than 4,000,000 characters',
  ],
  [
    'a text in many merged cells',
    () =>
      sheet(
        `<row r="1"><c r="A1" t="s"><v>0</v></c></row>${sharedCells(2000).replaceAll('r="A', 'r="B')}`,
        {
          ...strings('x'.repeat(9000)),
          after: `<mergeCells><mergeCell ref="A1:A2000"/></mergeCells>`,
        },
      ),
    'has more than 4,000,000 characters',
  ],
  [
    'merged cells without end',
    () => sheet(cells, { after: '<mergeCell ref="A1:A9999999"/>'.repeat(300_000) }),
    'has more than 100,000 cells',
  ],
  [
    'hidden columns again and again',
    () => sheet(cells, { before: '<col min="-1e15" max="16384" hidden="1"/>'.repeat(200_000) }),
    'has more than 100,000 cells',
  ],
])('a workbook of some kilobytes is refused at its place in seconds: %s', (_, create, message) => {
  const file = create();
  expect(file.length).toBeLessThan(512 * 1024);
  const before = process.cpuUsage();
  const { diagnostics } = readBlock('table', 'data: q.xlsx', { 'q.xlsx': file });
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(20);
  expect(diagnostics.map((d) => d.message).join()).toContain(message);
  expect(diagnostics[0]?.span?.line).toBe(2);
});

const links = (target: string) =>
  `<Relationships><Relationship Id="rId1" Type="worksheet" Target="${target}"/></Relationships>`;
const small = {
  A: rowsOf([
    ['x', 'y'],
    ['b', 2],
  ]),
};
const linked = (target: string) =>
  xlsx({ sheets: small, more: { 'xl/_rels/workbook.xml.rels': links(target) } });

test.each([
  ['a sheet that is missing', linked('worksheets/none.xml'), 'the sheet "A" is missing in it'],
  ['a sheet without a link', linked(''), 'the sheet "A" is missing in it'],
  [
    'a list of sheets without links',
    xlsx({ sheets: small, more: { 'xl/_rels/workbook.xml.rels': '<Relationships/>' } }),
    'the sheet "A" is missing in it',
  ],
  [
    'a sheet that is cut off',
    xlsx({ sheets: { A: '<row r="1"><c r="A1"><v>9</v></c>' }, after: '<!--' }),
    'the end of a part is missing',
  ],
  [
    'missing texts',
    xlsx({ sheets: { A: '<row r="1"><c r="A1" t="s"><v>9</v></c></row>' } }),
    'texts of its cells are missing',
  ],
])('a workbook with %s is incomplete', (_, bytes, message) => {
  for (const kind of ['table', 'chart bar']) {
    const { messages } = readBlock(kind, 'data: book.xlsx', { 'book.xlsx': bytes });
    expect(messages).toContain(`book.xlsx is incomplete: ${message}`);
  }
});

test.each(['worksheets/%73heet1.xml', '/xl/Worksheets/Sheet1.XML'])(
  'a sheet is found at %s',
  (target) => {
    const { block } = readBlock('table', 'data: book.xlsx', { 'book.xlsx': linked(target) });
    expect(tableTexts(block)).toEqual(['x | y', 'b | 2']);
  },
);

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
  const { messages } = readBlock('table', 'data: q.xlsx', { 'q.xlsx': sheet(rows, { formats }) });
  expect(messages).toBe('');
});

test('a data file is an input of the build, so that the dev server watches it', () => {
  expect(readChart('data: q.xlsx#Figures', { 'q.xlsx': book }).inputs).toContain('q.xlsx');
  expect(readChart('data: a.csv', { 'a.csv': 'k,v\na,1' }).inputs).toContain('a.csv');
});
