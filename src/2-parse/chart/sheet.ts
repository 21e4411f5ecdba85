import type { Place } from '../../1-load/yaml.ts';
import type { Located, Span } from '../../deck.ts';
import type { Report } from '../../diagnostics.ts';
import type { Cell } from '../csv.ts';
import { suggestName } from './names.ts';

/** Data in rows and columns, from whatever they were read: each row has as many cells as the header. */
export interface Sheet {
  readonly header: readonly Cell[];
  /** At least one. */
  readonly rows: readonly (readonly Cell[])[];
  /** Leads from a cell to the file that holds it. */
  readonly place: Place;
}

/** More than anyone can see on a slide, and few enough to stay quick. */
export const maxCells = 100_000;

/** Whether rows make a sheet; reports why not. */
export function checkSheet(sheet: Sheet, report: Report): boolean {
  const { header, rows, place } = sheet;
  if (rows.length === 0) {
    const hint = 'the first line holds the headings, each further one a category and its numbers';
    report.add('chart-data', place(0, 1), 'there are no rows of data', hint);
    return false;
  }
  if (header.length * rows.length > maxCells) {
    reportTooMany(place(0, 1), report);
    return false;
  }
  const ragged = reportRagged(sheet, report);
  const twice = reportTwice(sheet, report);
  return !ragged && !twice;
}

export const tooManyCells = 'more than 100,000 cells of data, and a slide shows a few hundred';

export function reportTooMany(span: Span, report: Report): void {
  report.add('chart-data', span, tooManyCells, 'sum them up before');
}

export function spanOfCell(cell: Cell, { place }: Pick<Sheet, 'place'>): Span {
  return place(cell.start, Math.max(1, cell.length));
}

function reportRagged(sheet: Sheet, report: Report): boolean {
  const width = sheet.header.length;
  const ragged = sheet.rows.filter((row) => row.length !== width);
  for (const row of ragged) {
    const first = row[0] ?? { text: '', start: 0, length: 1 };
    const message = `this row has ${row.length} cells, the first one ${width}`;
    const hint = row.length > width ? 'a cell with a comma in it stands in double quotes' : '';
    report.add('chart-ragged', spanOfCell(first, sheet), message, hint);
  }
  return ragged.length > 0;
}

function reportTwice(sheet: Sheet, report: Report): boolean {
  const names = sheet.header.map(({ text }) => text);
  const twice = sheet.header.filter(({ text }, i) => text !== '' && names.indexOf(text) < i);
  for (const cell of twice) {
    const message = `there are two columns "${cell.text}"`;
    report.add('chart-duplicate', spanOfCell(cell, sheet), message);
  }
  return twice.length > 0;
}

/** The index of the column that the author names. */
export function findColumn(
  { value, span }: Located<string>,
  { header }: Sheet,
  report: Report,
): number | undefined {
  const names = header.map(({ text }) => text);
  const index = names.indexOf(value);
  if (index >= 0) return index;
  const hint = suggestName(value, names);
  report.add('chart-column', span, `the data have no column "${value}"`, hint);
  return undefined;
}

/** The cells of a column, from top to bottom. */
export function columnOf({ rows }: Sheet, index: number): readonly Cell[] {
  return rows.flatMap((row) => row[index] ?? []);
}
