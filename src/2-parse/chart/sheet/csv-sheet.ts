import type { Place } from '../../../base/yaml/yaml.ts';
import type { Faults } from '../errors.ts';
import { type Cell, parseCsv, type Separator } from './csv.ts';
import { checkSheet, maxCells, reportTooMany, type Sheet, spanOfCell } from './sheet.ts';

/** Reads lines of cells, of which the first line holds the headings. */
export function readCsvSheet(
  text: string,
  separator: Separator,
  place: Place,
  report: Faults,
): Sheet | undefined {
  const all = parseCsv(text, separator, maxCells);
  if (all.reduce((sum, row) => sum + row.length, 0) > maxCells) {
    reportTooMany(place(0, 1), report);
    return undefined;
  }
  const [header = [], ...rows] = all;
  const sheet = { header, rows, place };
  if (reportSemicolons(sheet, report) || reportQuotes(sheet, text, report)) return undefined;
  return checkSheet(sheet, report, 'a cell with a comma in it stands in double quotes');
}

/** What was copied from a spreadsheet has tabs between its cells. */
export function guessSeparator(text: string): Separator {
  const line = /^\s*(\S.*)/.exec(text)?.[1] ?? '';
  return line.includes('\t') && !line.includes(',') ? '\t' : ',';
}

/** Spreadsheets write `;` where the comma is the mark of decimals. */
function reportSemicolons(sheet: Sheet, report: Faults): boolean {
  const [first, ...others] = sheet.header;
  if (!first || others.length > 0 || !/[^;];[^;]/.test(first.text)) return false;
  const message = 'semicolons stand between these cells';
  const hint = 'separate them by commas, and write 12.4 for 12,4';
  report.add('chart-data', spanOfCell(first, sheet), message, hint);
  return true;
}

/** A cell in double quotes is longer in the text than its content. */
function reportQuotes({ header, rows, place }: Sheet, text: string, report: Faults): boolean {
  const isOpen = ({ text: content, start, length }: Cell) =>
    text[start] === '"' && content.length === length;
  const open = [header, ...rows].flat().filter(isOpen);
  for (const cell of open) {
    const hint = 'the cell ends with a double quote; one inside of it is written ""';
    report.add('chart-data', place(cell.start, 1), 'this quote is not closed', hint);
  }
  return open.length > 0;
}
