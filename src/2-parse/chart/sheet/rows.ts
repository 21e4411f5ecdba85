import type { ChartType } from '../../../model/chart.ts';
import type { ChartReport } from '../chart-report.ts';
import type { TimeUnit } from '../notation/date-notation.ts';
import { type Scales, valueConstraint } from '../scales.ts';
import type { SeriesColumn } from './columns.ts';
import type { Cell } from './csv.ts';
import { finestUnit, readDates } from './dates.ts';
import { labelOf } from './labels.ts';
import { readNumbers } from './numbers.ts';
import { columnOf, type Sheet, spanOfCell } from './sheet.ts';

/** A category and its values, one per series. */
export interface Row {
  readonly label: string;
  /** The position on a numeric or time axis. */
  readonly position?: number;
  readonly values: readonly (number | null)[];
}

/** Positions on the x axis: numbers, or dates as milliseconds since 1970. */
interface Positions {
  /** One per cell; null if the cell is empty or, which is reported, invalid. */
  readonly values: readonly (number | null)[];
  readonly timeUnit?: TimeUnit;
}

/** Reads the column of a numeric or time x axis. */
export function readPositions(
  index: number,
  { xScale }: Scales,
  sheet: Sheet,
  report: ChartReport,
): Positions {
  if (xScale !== 'time') {
    const constraint = xScale === 'log' ? 'log' : 'any';
    return { values: readNumbers(index, constraint, sheet, report) };
  }
  const dates = readDates(columnOf(sheet, index), sheet, report);
  return {
    values: dates.map((date) => date?.time ?? null),
    timeUnit: finestUnit(dates.filter((date) => date !== null)),
  };
}

/** Reads the rows of a chart with categories; on a numeric or time axis, sorted by position. */
export function readRows(
  type: ChartType,
  sheet: Sheet,
  xIndex: number,
  columns: readonly SeriesColumn[],
  scales: Scales,
  report: ChartReport,
): { readonly rows: readonly Row[]; readonly timeUnit?: TimeUnit } {
  const cells = columnOf(sheet, xIndex);
  reportLabels(cells, sheet, report);
  const constraint = valueConstraint(type, scales);
  const numbers = columns.map(({ index, axis }) =>
    readNumbers(index, axis === 'left' ? constraint : 'any', sheet, report),
  );
  const rows = cells.map((cell, i) => ({
    label: labelOf(cell, sheet, report),
    values: numbers.map((column) => column[i] ?? null),
  }));
  if (scales.xScale === 'category') return { rows };
  const { values: positions, timeUnit } = readPositions(xIndex, scales, sheet, report);
  const sorted = rows.flatMap((row, i) => {
    const position = positions[i] ?? null;
    return position === null ? [] : [{ ...row, position }];
  });
  sorted.sort((a, b) => a.position - b.position);
  return { rows: sorted, ...(timeUnit && { timeUnit }) };
}

function reportLabels(cells: readonly Cell[], sheet: Sheet, report: ChartReport): void {
  const seen = new Set<string>();
  for (const cell of cells) {
    const span = spanOfCell(cell, sheet);
    if (cell.text === '') report.add('chart-data', span, 'this row has no category');
    else if (seen.has(cell.text)) {
      report.add('chart-duplicate', span, `duplicate category "${cell.text}"`);
    }
    seen.add(cell.text);
  }
}
