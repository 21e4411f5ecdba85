import type { Locate } from '../../../base/yaml/yaml.ts';
import type { ChartReport } from '../chart-report.ts';
import { type Cell, parseCsv, type Separator } from './csv.ts';
import { checkSheet, maxCells, reportTooMany, type Sheet, spanOfCell } from './sheet.ts';

/** Reads CSV or TSV data; the first line contains the headings. */
export function readCsvSheet(
  text: string,
  separator: Separator,
  locate: Locate,
  report: ChartReport,
): Sheet | undefined {
  const all = parseCsv(text, separator, maxCells);
  if (all.reduce((sum, row) => sum + row.length, 0) > maxCells) {
    reportTooMany(locate(0, 1), report);
    return undefined;
  }
  const [header = [], ...rows] = all;
  const sheet = { header, rows, locate };
  if (reportSemicolons(sheet, report) || reportQuotes(sheet, text, report)) return undefined;
  return checkSheet(sheet, report, 'put a cell that contains a comma in double quotes');
}

/** Cells copied from a spreadsheet are separated by tabs. */
export function guessSeparator(text: string): Separator {
  const line = /^\s*(\S.*)/.exec(text)?.[1] ?? '';
  return line.includes('\t') && !line.includes(',') ? '\t' : ',';
}

/** Spreadsheets use `;` as separator in locales with a decimal comma. */
function reportSemicolons(sheet: Sheet, report: ChartReport): boolean {
  const [first, ...others] = sheet.header;
  if (!first || others.length > 0 || !/[^;];[^;]/.test(first.text)) return false;
  const message = 'these cells are separated by semicolons';
  const hint = 'use commas as separators, and decimal points: 12.4 instead of 12,4';
  report.add('chart-data', spanOfCell(first, sheet), message, hint);
  return true;
}

/** Reports cells with an unclosed quote; a quoted cell is longer in the source than its content. */
function reportQuotes({ header, rows, locate }: Sheet, text: string, report: ChartReport): boolean {
  const isOpen = ({ text: content, start, length }: Cell) =>
    text[start] === '"' && content.length === length;
  const open = [header, ...rows].flat().filter(isOpen);
  for (const cell of open) {
    const hint = 'end the cell with a double quote; write "" for a quote inside the cell';
    report.add('chart-data', locate(cell.start, 1), 'unclosed double quote', hint);
  }
  return open.length > 0;
}
