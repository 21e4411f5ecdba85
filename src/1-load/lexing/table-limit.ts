import type { Report } from '../../base/diagnostics/report.ts';
import type { Locate } from '../../base/yaml/yaml.ts';

/** In one table. Each row has a cell for each column, also where nothing is written. */
const maxCells = 200_000;

const delimiterCell = /^[ \t]*:?-+:?[ \t]*$/;

/** Whether no table has more cells than a deck can show: a few kilobytes can name millions of them. */
export function checkTables(text: string, locate: Locate, report: Report): boolean {
  const offset = findLargeTable(text);
  if (offset === undefined) return true;
  const message = `this table has more than ${maxCells.toLocaleString('en')} cells`;
  report.add('deck-large', locate(offset, 1), message, 'divide it, or show less of it');
  return false;
}

/** @returns the offset of the delimiter row of the first table that is too large */
function findLargeTable(text: string): number | undefined {
  let [offset, start, columns, rows] = [0, 0, 0, 0];
  for (const line of text.split('\n')) {
    if (isDelimiterRow(line)) {
      [start, columns, rows] = [offset, line.split('|').length - 1, 0];
    } else if (line.trim() === '') columns = 0;
    rows++;
    if (columns * rows > maxCells) return start;
    offset += line.length + 1;
  }
  return undefined;
}

/** Takes time in proportion to the line, also where it is all spaces. */
function isDelimiterRow(line: string): boolean {
  if (!line.includes('|')) return false;
  const cells = line.replace(/^[ \t>]*\|?/, '').split('|');
  if (cells.at(-1)?.trim() === '') cells.pop();
  return cells.length > 0 && cells.every((cell) => delimiterCell.test(cell));
}
