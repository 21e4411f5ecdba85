import type { Locate } from '../../../base/yaml/yaml.ts';
import type { ChartReport } from '../chart-report.ts';
import type { DataSettings } from '../data/data-keys.ts';
import { type Delimiter, maxRowLength, parseCsv } from './csv.ts';
import { findDelimiter, readSeparatorLine } from './delimiter.ts';
import { buildSheet } from './rows-to-sheet.ts';
import { maxCells, reportTooMany, type Sheet } from './sheet.ts';

/**
 * Reads delimiter-separated data; the first row that is not skipped contains the headings.
 *
 * @param delimiter the delimiter, if the kind of file decides it
 * @param isFile rows of a file may lack empty cells at the end, which Excel omits
 */
export function readCsvSheet(
  text: string,
  delimiter: Delimiter | undefined,
  isFile: boolean,
  settings: DataSettings,
  locate: Locate,
  report: ChartReport,
): Sheet | undefined {
  const separatorLine = readSeparatorLine(text);
  const shift = separatorLine?.length ?? 0;
  const body = text.slice(shift);
  const locateInBody: Locate = (offset, length) => locate(shift + offset, length);
  const chosen = settings.delimiter ?? separatorLine?.delimiter ?? delimiter ?? findDelimiter(body);
  const { rows, unclosed, tooLong } = parseCsv(body, chosen, maxCells);
  if (unclosed !== undefined) {
    const hint = 'end the cell with a double quote; write "" for a quote inside the cell';
    report.add('chart-data', locateInBody(unclosed, 1), 'unclosed double quote', hint);
    return undefined;
  }
  if (tooLong !== undefined) {
    const message = `this row has more than ${maxRowLength.toLocaleString('en')} characters`;
    const hint = 'is a double quote not closed, or is a line end missing?';
    report.add('chart-data', locateInBody(tooLong, 1), message, hint);
    return undefined;
  }
  if (rows.reduce((sum, { cells }) => sum + cells.length, 0) > maxCells) {
    reportTooMany(locateInBody(0, 1), report);
    return undefined;
  }
  const hint = `put a cell that contains a ${names[chosen]} in double quotes`;
  const kind = { surplusHint: hint, mayBeShort: isFile, isFile, hasPoints: chosen === ',' };
  return buildSheet({ rows, firstRow: 1, locate: locateInBody }, kind, settings, report);
}

const names: Readonly<Record<Delimiter, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
};
