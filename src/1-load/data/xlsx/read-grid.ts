import type { Report } from '../../../base/diagnostics/report.ts';
import { suggest } from '../../../base/diagnostics/suggest.ts';
import { cellName, spanOfCell } from '../../../base/span.ts';
import { count } from '../../../base/units.ts';
import type { DataRef, Grid } from '../../../model/data.ts';
import type { Span } from '../../../model/source.ts';
import { CellWriter } from './cell-value.ts';
import type { OpenWorkbook } from './open-workbook.ts';
import { type Range, readRange, splitReference, wholeSheet } from './range.ts';
import { namesOf, readExternalName, type SheetEntry, type Workbook } from './workbook.ts';
import { readWorksheet, type Worksheet } from './worksheet.ts';

/** More than a sheet of data may have; see `maxCells` of `2-parse`. */
const maxCells = 120_000;

/** 40 for each cell; a slide shows a few thousand. */
const maxCharacters = 4_000_000;

/**
 * Reads a sheet of a workbook, or a range of it: `Sheet1!A3:F12`, `Sheet1`, `A3:F12`, or the name of a table or
 * range; the first visible sheet if `ref.part` is empty.
 *
 * @param path the workbook as messages show it
 * @param lang the language of texts made from numbers and dates
 * @throws ArchiveError
 */
export function readGrid(
  opened: OpenWorkbook,
  ref: DataRef,
  path: string,
  lang: string,
  report: Report,
): Omit<Grid, 'key'> | undefined {
  const { workbook } = opened;
  const target = findTarget(workbook, ref, path, report);
  if (!target) return undefined;
  const xml = opened.textOf(target.sheet).of(target.range);
  const sheet = readWorksheet(xml, target.range, {
    strings: opened.stringsOf(target.sheet),
    styles: opened.stylesOf(target.sheet),
    writer: new CellWriter(lang, workbook.is1904),
    maxCells,
    maxCharacters,
  });
  const { name } = target.sheet;
  if (sheet.isTooLarge || sheet.isTooLong) {
    const limit = sheet.isTooLarge ? '100,000 cells' : '4,000,000 characters';
    const message = `the sheet "${name}" has more than ${limit}; a slide can show a few hundred`;
    const hint = `name a range: ${ref.path}#${quoteSheet(name)}!A1:F20`;
    report.add('chart-data', ref.span, message, hint);
    return undefined;
  }
  reportNotes(sheet, workbook, path, name, ref.span, report);
  return { kind: 'grid', path, sheet: name, firstRow: target.range.firstRow, rows: sheet.rows };
}

interface Target {
  readonly sheet: SheetEntry;
  readonly range: Range;
}

function findTarget(
  workbook: Workbook,
  { part, path, span }: DataRef,
  file: string,
  report: Report,
): Target | undefined {
  const { sheets } = workbook;
  const first = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
  if (!first) {
    report.add('data-file', span, `${file} contains no sheet of cells`);
    return undefined;
  }
  if (part === '') return { sheet: first, range: wholeSheet };
  const bySheet = (name: string) => sheets.find((sheet) => isSame(sheet.name, name));
  const whole = bySheet(part) ?? bySheet(splitReference(part).sheet);
  const { sheet: sheetName, range: rangeText } = splitReference(part);
  if (whole && (sheetName === '' || rangeText === '')) return { sheet: whole, range: wholeSheet };
  if (sheetName === '') {
    const own = readRange(rangeText);
    const names = namesOf(workbook);
    const named = [...names].find(([name]) => isSame(name, rangeText));
    if (named) return findNamed(workbook, named[0], named[1], span, report);
    if (own) return { sheet: first, range: own };
    const all = [...sheets.map(({ name }) => name), ...names.keys()];
    const message = `${file} has no sheet, table or name "${part}"`;
    report.add('data-part', span, message, suggest(part, all));
    return undefined;
  }
  if (!whole) {
    const names = sheets.map(({ name }) => name);
    const hint = suggest(sheetName, names);
    report.add('data-part', span, `${file} has no sheet "${sheetName}"`, hint);
    return undefined;
  }
  const range = readRange(rangeText);
  if (range) return { sheet: whole, range };
  const hint = `write it as in ${path}#${quoteSheet(whole.name)}!A3:F12`;
  report.add('data-part', span, `"${rangeText}" is not a range of cells`, hint);
  return undefined;
}

function findNamed(
  { sheets }: Workbook,
  name: string,
  reference: string,
  span: Span,
  report: Report,
): Target | undefined {
  const { sheet: sheetName, range: rangeText } = splitReference(reference);
  const sheet = sheets.find((other) => isSame(other.name, sheetName));
  const range = readRange(rangeText);
  if (sheet && range) return { sheet, range };
  const message = `the name "${name}" does not stand for one range of cells, but for ${reference}`;
  report.add('data-part', span, message);
  return undefined;
}

/** Sheets and names do not differ in case. */
function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function quoteSheet(name: string): string {
  return /^\w+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

function reportNotes(
  { external, hiddenRows, hiddenColumns }: Worksheet,
  { archive, externals }: Workbook,
  path: string,
  sheet: string,
  span: Span,
  report: Report,
): void {
  if (external) {
    const { row, column, workbook } = external;
    const name = readExternalName(archive, externals[workbook - 1] ?? '');
    const source = name === '' ? 'another workbook' : `the workbook "${name}"`;
    const message = `${cellName(row, column)} takes its value from ${source}; the stored value is used`;
    report.add('data-assumed', spanOfCell(path, sheet, row, column), message);
  }
  const hidden = [
    ...(hiddenRows > 0 ? [count(hiddenRows, 'hidden row')] : []),
    ...(hiddenColumns > 0 ? [count(hiddenColumns, 'hidden column')] : []),
  ];
  if (hidden.length === 0) return;
  const message = `${hidden.join(' and ')} of the sheet "${sheet}" ${hiddenRows + hiddenColumns === 1 ? 'is' : 'are'} left out`;
  report.add('data-assumed', span, message, 'show them in the spreadsheet program to include them');
}
