import { Package } from '../package/package.ts';
import { element, type Xml } from '../xml.ts';

export type CellValue = string | number | null;

/** The sheet of a chart: rows of cells, the first row with the names of columns. */
export interface Sheet {
  readonly rows: readonly (readonly CellValue[])[];
  /** The number format of each column; absent for texts. */
  readonly formats: readonly (string | undefined)[];
}

export const sheetName = 'Sheet1';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The workbook of a chart, which opens with “Edit data”. */
export function writeWorkbook({ rows, formats }: Sheet): Buffer {
  const file = new Package();
  const book = file.add('xl/workbook.xml', `${types}.sheet.main+xml`);
  file.relate('officeDocument', book);
  const known = [...new Set(formats.filter((format) => format !== undefined))];
  const styleOf = (format: string | undefined): number =>
    format === undefined ? 0 : known.indexOf(format) + 1;
  const content = rows.map((row, at) =>
    element(
      'row',
      { r: at + 1 },
      row.map((value, column) =>
        writeCell(value, cellName(column, at), at === 0 ? 0 : styleOf(formats[column])),
      ),
    ),
  );
  const sheet = file.add(
    'xl/worksheets/sheet1.xml',
    `${types}.worksheet+xml`,
    element('worksheet', { xmlns: main }, element('sheetData', {}, content)),
  );
  const id = book.relate('worksheet', sheet);
  book.relate('styles', file.add('xl/styles.xml', `${types}.styles+xml`, writeStyles(known)));
  const namespaces = {
    xmlns: main,
    'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  };
  book.content = element(
    'workbook',
    namespaces,
    element('sheets', {}, element('sheet', { name: sheetName, sheetId: 1, 'r:id': id })),
  );
  return file.zip();
}

function writeCell(value: CellValue, r: string, style: number): Xml | undefined {
  if (value === null) return undefined;
  const s = style === 0 ? undefined : style;
  if (typeof value === 'number') return element('c', { r, s }, element('v', {}, String(value)));
  return element(
    'c',
    { r, s, t: 'inlineStr' },
    element('is', {}, element('t', { 'xml:space': 'preserve' }, value)),
  );
}

/** The smallest styles that a workbook may have, and the number formats. */
function writeStyles(formats: readonly string[]): Xml {
  const first = 164;
  const cell = (numFmtId: number): Xml =>
    element('xf', {
      numFmtId,
      fontId: 0,
      fillId: 0,
      borderId: 0,
      xfId: 0,
      applyNumberFormat: numFmtId > 0 || undefined,
    });
  const count = (length: number) => ({ count: length });
  return element(
    'styleSheet',
    { xmlns: main },
    formats.length > 0 &&
      element(
        'numFmts',
        count(formats.length),
        formats.map((formatCode, i) => element('numFmt', { numFmtId: first + i, formatCode })),
      ),
    element(
      'fonts',
      count(1),
      element('font', {}, element('sz', { val: 11 }), element('name', { val: 'Calibri' })),
    ),
    element(
      'fills',
      count(2),
      ...['none', 'gray125'].map((patternType) =>
        element('fill', {}, element('patternFill', { patternType })),
      ),
    ),
    element(
      'borders',
      count(1),
      element(
        'border',
        {},
        ...['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => element(side)),
      ),
    ),
    element(
      'cellStyleXfs',
      count(1),
      element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 }),
    ),
    element(
      'cellXfs',
      count(formats.length + 1),
      cell(0),
      formats.map((_, i) => cell(first + i)),
    ),
    element(
      'cellStyles',
      count(1),
      element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 }),
    ),
  );
}

/** `A1`. @param column and row from 0 */
export function cellName(column: number, row: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** `Sheet1!$B$2:$B$9`. @param from the first row, from 0 */
export function rangeName(column: number, from: number, to = from): string {
  const at = (row: number): string => `$${columnName(column)}$${row + 1}`;
  return from === to ? `${sheetName}!${at(from)}` : `${sheetName}!${at(from)}:${at(to)}`;
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
