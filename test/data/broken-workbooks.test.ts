import { describe, expect, test } from 'vitest';
import { rowsOf, xlsx, zip } from '../support/xlsx.ts';
import { readBlock, readChart, tableTexts } from './read.ts';

const whole = xlsx({
  sheets: {
    Overview: rowsOf([
      ['k', 'v'],
      ['a', 1],
    ]),
  },
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
    ['a half one', 'a.xlsx', whole.subarray(0, 700), 'a.xlsx is damaged or incomplete'],
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
