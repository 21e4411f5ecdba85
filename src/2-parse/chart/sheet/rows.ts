import type { ChartType } from '../../../model/chart.ts';
import type { Faults } from '../errors.ts';
import { type Scales, valueDemand } from '../scales.ts';
import type { SeriesColumn } from './columns.ts';
import type { Cell } from './csv.ts';
import { finestUnit, type Moment, readDate, type TimeUnit } from './dates.ts';
import { readNumber } from './numbers.ts';
import { columnOf, type Sheet, spanOfCell } from './sheet.ts';

/** A category and its numbers, one a series. */
export interface Row {
  readonly label: string;
  /** Where it stands on an axis of numbers or time. */
  readonly position?: number;
  readonly values: readonly (number | null)[];
}

/** Where cells stand on the x axis: numbers, or dates as milliseconds since 1970. */
export interface Positions {
  /** One a cell; null where there is none, which is reported unless the cell is empty. */
  readonly places: readonly (number | null)[];
  readonly timeUnit?: TimeUnit;
}

/** Reads a column of the x axis, which is not one of categories. */
export function readPositions(
  cells: readonly Cell[],
  { xScale }: Scales,
  sheet: Sheet,
  report: Faults,
): Positions {
  if (xScale !== 'time') {
    const demand = xScale === 'log' ? 'log' : 'any';
    return { places: cells.map((cell) => readNumber(cell, demand, sheet, report)) };
  }
  const moments = cells.map((cell): Moment | undefined =>
    cell.text === '' ? undefined : readDate(cell, sheet, report),
  );
  return {
    places: moments.map((moment) => moment?.time ?? null),
    timeUnit: finestUnit(moments.filter((moment) => moment !== undefined)),
  };
}

/** Reads the rows of a chart of categories; on an axis of numbers or time in their order there. */
export function readRows(
  type: ChartType,
  sheet: Sheet,
  xIndex: number,
  columns: readonly SeriesColumn[],
  scales: Scales,
  report: Faults,
): { readonly rows: readonly Row[]; readonly timeUnit?: TimeUnit } {
  const cells = columnOf(sheet, xIndex);
  reportLabels(cells, sheet, report);
  const demand = valueDemand(type, scales);
  const numbers = columns.map(({ index, axis }) =>
    columnOf(sheet, index).map((cell) =>
      readNumber(cell, axis === 'left' ? demand : 'any', sheet, report),
    ),
  );
  const rows = cells.map(({ text }, i) => ({
    label: text,
    values: numbers.map((column) => column[i] ?? null),
  }));
  if (scales.xScale === 'category') return { rows };
  const { places, timeUnit } = readPositions(cells, scales, sheet, report);
  const placed = rows.flatMap((row, i) => {
    const position = places[i] ?? null;
    return position === null ? [] : [{ ...row, position }];
  });
  placed.sort((a, b) => a.position - b.position);
  return { rows: placed, ...(timeUnit && { timeUnit }) };
}

function reportLabels(cells: readonly Cell[], sheet: Sheet, report: Faults): void {
  const seen = new Set<string>();
  for (const cell of cells) {
    const span = spanOfCell(cell, sheet);
    if (cell.text === '') report.add('chart-data', span, 'this row has no category');
    else if (seen.has(cell.text)) {
      report.add('chart-duplicate', span, `the category "${cell.text}" stands there twice`);
    }
    seen.add(cell.text);
  }
}
