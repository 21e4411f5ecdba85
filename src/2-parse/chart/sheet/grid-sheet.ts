import { spanOfCell } from '../../../base/span.ts';
import type { Grid } from '../../../model/data.ts';
import type { ChartReport } from '../chart-report.ts';
import type { DataSettings } from '../data/data-keys.ts';
import type { Cell, Row } from './csv.ts';
import { buildSheet } from './rows-to-sheet.ts';
import type { Sheet } from './sheet.ts';

/** More columns than any spreadsheet has. */
const stride = 100_000;

/** Reads the cells of a workbook; the first row that is not skipped contains the headings. */
export function readGridSheet(
  { path, sheet, rows, firstRow }: Grid,
  settings: DataSettings,
  report: ChartReport,
): Sheet | undefined {
  const columns = rows.flatMap(({ cells }) => cells.map(({ column }) => column));
  // Not the spread operator: there may be a hundred thousand cells.
  const first = columns.reduce((a, b) => Math.min(a, b), stride);
  const last = columns.reduce((a, b) => Math.max(a, b), 0);
  const used = new Set(columns);
  const all: readonly Row[] = rows.map(({ number, cells }) => {
    const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
    const filled: Cell[] = [];
    for (let column = first; column <= last; column++) {
      if (!used.has(column)) continue;
      const { column: _, text = '', ...value } = byColumn.get(column) ?? { column };
      filled.push({ text, start: number * stride + column, length: 1, ...value });
    }
    return { number, cells: filled };
  });
  const locate = (offset: number) => {
    const place = offset < stride ? firstRow * stride + Math.min(first, last || 1) : offset;
    return spanOfCell(path, sheet, Math.floor(place / stride), place % stride);
  };
  const kind = { surplusHint: '', mayBeShort: true, isFile: true, hasPoints: false };
  return buildSheet({ rows: all, firstRow, locate }, kind, settings, report);
}
