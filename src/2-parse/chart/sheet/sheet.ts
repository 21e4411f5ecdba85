import type { Locate } from '../../../base/yaml/yaml.ts';
import type { Located, Span } from '../../../model/source.ts';
import type { ChartReport } from '../chart-report.ts';
import { suggestName } from '../names.ts';
import type { DateOrder } from '../notation/date-notation.ts';
import {
  type NumberColumn,
  type NumberNotation,
  readNumberColumns,
} from '../notation/number-column.ts';
import type { Cell } from './csv.ts';

/** Chart data in rows and columns, from any format. Each row has as many cells as the header. */
export interface Sheet {
  readonly header: readonly Cell[];
  /** At least one row. */
  readonly rows: readonly (readonly Cell[])[];
  /** Maps an offset and a length in the data to a span in its file. */
  readonly locate: Locate;
  /** The numbers of each column, in the order of the header. */
  readonly numbers: readonly NumberColumn[];
  /** The order of day, month and year, if the author sets it. */
  readonly dates?: DateOrder;
}

/** A sheet whose cells have not been interpreted. */
export type RawSheet = Pick<Sheet, 'header' | 'rows' | 'locate'>;

/** Limits parsing time; a slide cannot show as many. */
export const maxCells = 100_000;

/**
 * Checks a sheet. Ragged rows and duplicate headings are reported; the sheet is still returned, so that
 * other errors are found as well.
 *
 * @param surplusHint the hint for a row with too many cells
 */
export function checkSheet(
  sheet: RawSheet,
  report: ChartReport,
  surplusHint = '',
  notation: NumberNotation = { hasPoints: true },
): Sheet | undefined {
  const { header, rows, locate } = sheet;
  if (rows.length === 0) {
    const hint =
      'the first line contains the headings, each further line a category and its values';
    report.add('chart-data', locate(0, 1), 'there are no rows of data', hint);
    return undefined;
  }
  if (header.length * rows.length > maxCells) {
    reportTooMany(locate(0, 1), report);
    return undefined;
  }
  reportRagged(sheet, surplusHint, report);
  reportDuplicates(sheet, report);
  const full = rows.map((row) => fitRow(row, header.length));
  const columns = header.map((_, index) => full.flatMap((row) => row[index] ?? []));
  return { ...sheet, rows: full, numbers: readNumberColumns(columns, notation) };
}

function fitRow(row: readonly Cell[], width: number): readonly Cell[] {
  const gap = { text: '', start: row[0]?.start ?? 0, length: 1 };
  return Array.from({ length: width }, (_, i) => row[i] ?? gap);
}

export const tooManyCells = 'the data has more than 100,000 cells; a slide can show a few hundred';

export function reportTooMany(span: Span, report: ChartReport): void {
  report.add('chart-data', span, tooManyCells, 'aggregate it first');
}

export function spanOfCell(cell: Cell, { locate }: Pick<Sheet, 'locate'>): Span {
  return locate(cell.start, Math.max(1, cell.length));
}

function reportRagged(sheet: RawSheet, surplusHint: string, report: ChartReport): void {
  const width = sheet.header.length;
  for (const row of sheet.rows.filter(({ length }) => length !== width)) {
    const surplus = row[width];
    const cell = surplus ?? row[0] ?? { text: '', start: 0, length: 1 };
    const cells = row.length === 1 ? '1 cell' : `${row.length} cells`;
    const message = `this row has ${cells}, but the header has ${width}`;
    const hint = surplus ? surplusHint : 'write an empty cell for a missing value';
    report.add('chart-ragged', spanOfCell(cell, sheet), message, hint);
  }
}

function reportDuplicates(sheet: RawSheet, report: ChartReport): void {
  const seen = new Set<string>();
  for (const cell of sheet.header) {
    if (cell.text !== '' && seen.has(cell.text)) {
      const message = `duplicate column "${cell.text}"`;
      report.add('chart-duplicate', spanOfCell(cell, sheet), message);
    }
    seen.add(cell.text);
  }
}

/** The index of the column with this name; if there is none, reports it and returns `undefined`. */
export function findColumn(
  { value, span }: Located<string>,
  { header }: Sheet,
  report: ChartReport,
): number | undefined {
  const names = header.map(({ text }) => text);
  const index = names.indexOf(value);
  if (index >= 0) return index;
  const hint = suggestName(value, names);
  report.add('chart-column', span, `the data has no column "${value}"`, hint);
  return undefined;
}

/** The cells of a column, from top to bottom. */
export function columnOf({ rows }: Sheet, index: number): readonly Cell[] {
  return rows.flatMap((row) => row[index] ?? []);
}
