import type { Place } from '../../../base/yaml/yaml.ts';
import type { Located, Span } from '../../../model/source.ts';
import type { Faults } from '../errors.ts';
import { suggestName } from '../names.ts';
import type { Cell } from './csv.ts';

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

/**
 * Checks what was read. Ragged rows and headings that stand there twice are reported; they still give
 * a sheet, so that what else is wrong is found as well.
 *
 * @param surplusHint what to do where a row has too many cells
 */
export function checkSheet(sheet: Sheet, report: Faults, surplusHint = ''): Sheet | undefined {
  const { header, rows, place } = sheet;
  if (rows.length === 0) {
    const hint = 'the first line holds the headings, each further one a category and its numbers';
    report.add('chart-data', place(0, 1), 'there are no rows of data', hint);
    return undefined;
  }
  if (header.length * rows.length > maxCells) {
    reportTooMany(place(0, 1), report);
    return undefined;
  }
  reportRagged(sheet, surplusHint, report);
  reportTwice(sheet, report);
  return { ...sheet, rows: rows.map((row) => fitRow(row, header.length)) };
}

function fitRow(row: readonly Cell[], width: number): readonly Cell[] {
  const gap = { text: '', start: row[0]?.start ?? 0, length: 1 };
  return Array.from({ length: width }, (_, i) => row[i] ?? gap);
}

export const tooManyCells = 'more than 100,000 cells of data, and a slide shows a few hundred';

export function reportTooMany(span: Span, report: Faults): void {
  report.add('chart-data', span, tooManyCells, 'sum them up before');
}

export function spanOfCell(cell: Cell, { place }: Pick<Sheet, 'place'>): Span {
  return place(cell.start, Math.max(1, cell.length));
}

function reportRagged(sheet: Sheet, surplusHint: string, report: Faults): void {
  const width = sheet.header.length;
  for (const row of sheet.rows.filter(({ length }) => length !== width)) {
    const surplus = row[width];
    const cell = surplus ?? row[0] ?? { text: '', start: 0, length: 1 };
    const cells = row.length === 1 ? '1 cell' : `${row.length} cells`;
    const message = `this row has ${cells}, the first one ${width}`;
    const hint = surplus ? surplusHint : 'leave cells empty, not out';
    report.add('chart-ragged', spanOfCell(cell, sheet), message, hint);
  }
}

function reportTwice(sheet: Sheet, report: Faults): void {
  const seen = new Set<string>();
  for (const cell of sheet.header) {
    if (cell.text !== '' && seen.has(cell.text)) {
      const message = `there are two columns "${cell.text}"`;
      report.add('chart-duplicate', spanOfCell(cell, sheet), message);
    }
    seen.add(cell.text);
  }
}

/** The index of the column that the author names. */
export function findColumn(
  { value, span }: Located<string>,
  { header }: Sheet,
  report: Faults,
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
