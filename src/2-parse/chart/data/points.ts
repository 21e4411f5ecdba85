import type { ChartPoint, ChartSeries, ChartType } from '../../../model/chart.ts';
import type { ChartReport } from '../chart-report.ts';
import type { ChartSettings } from '../keys.ts';
import { type Scales, valueConstraint } from '../scales.ts';
import { labelOf } from '../sheet/labels.ts';
import { readNumbers } from '../sheet/numbers.ts';
import { findRoles } from '../sheet/roles.ts';
import { readPositions } from '../sheet/rows.ts';
import { columnOf, type Sheet } from '../sheet/sheet.ts';
import type { ChartContent } from './categories.ts';

const maxRows = 2000;

/** Reads the data of a `scatter` or `bubble` chart: each row is a point in the series of a column or group. */
export function readPoints(
  type: ChartType,
  settings: ChartSettings,
  all: Sheet,
  scales: Scales,
  report: ChartReport,
): ChartContent | undefined {
  const roles = findRoles(type, settings, all, scales, report);
  if (!roles) return undefined;
  const sheet = sampleRows(all, report);
  const texts = (index: number) =>
    columnOf(sheet, index).map((cell) => labelOf(cell, sheet, report));
  const { values: xValues, timeUnit } = readPositions(roles.x, scales, sheet, report);
  const shared: SharedColumns = {
    x: xValues,
    ...(roles.size !== undefined && {
      size: readNumbers(roles.size, 'size', sheet, report),
    }),
    ...(roles.label !== undefined && { label: texts(roles.label) }),
    ...(roles.group !== undefined && { group: texts(roles.group) }),
  };
  const constraint = valueConstraint(type, scales);
  const series = roles.y.flatMap((index) => {
    const values = readNumbers(index, constraint, sheet, report);
    return readSeries(nameOf(sheet, index), values, shared);
  });
  if (series.length === 0) {
    report.add('chart-data', sheet.locate(0, 1), 'no row has all the values of a point');
    return undefined;
  }
  const [y, ...otherYs] = roles.y;
  return {
    x: nameOf(sheet, roles.x),
    ...(y !== undefined && otherYs.length === 0 && { y: nameOf(sheet, y) }),
    ...(roles.size !== undefined && { size: { name: nameOf(sheet, roles.size) } }),
    labels: [],
    ...(timeUnit && { timeUnit }),
    series,
  };
}

/** The columns that all series share, with one value per row. */
interface SharedColumns {
  readonly x: readonly (number | null)[];
  readonly size?: readonly (number | null)[];
  readonly label?: readonly string[];
  readonly group?: readonly string[];
}

/** The points of a column, in one series or one per group. Rows without a value are skipped. */
function readSeries(
  name: string,
  values: readonly (number | null)[],
  { x: xs, size: sizes, label: labels, group: groups }: SharedColumns,
): readonly ChartSeries[] {
  const series = new Map<string, ChartPoint[]>();
  for (const [i, y] of values.entries()) {
    const [x, size, label] = [xs[i] ?? null, sizes?.[i], labels?.[i]];
    if (x === null || y === null || size === null) continue;
    const point = { x, y, ...(size !== undefined && { size }), ...(label && { label }) };
    const group = groups?.[i] ?? name;
    const points = series.get(group);
    if (points) points.push(point);
    else series.set(group, [point]);
  }
  return [...series].map(([group, points]) => ({
    name: group,
    values: [],
    points,
    stepped: false,
    axis: 'left',
    highlight: false,
  }));
}

/** The whole sheet, or an evenly spaced sample of its rows if there are too many. */
function sampleRows(sheet: Sheet, report: ChartReport): Sheet {
  const { rows, numbers, locate } = sheet;
  if (rows.length <= maxRows) return sheet;
  const message = `only ${maxRows} of ${rows.length} points are drawn, at regular intervals`;
  report.add('chart-thinned', locate(0, 1), message, 'select or aggregate the data first');
  const distance = rows.length / maxRows;
  const sample = <T>(all: readonly T[]): readonly T[] =>
    Array.from({ length: maxRows }, (_, i) => all[Math.floor(i * distance)] as T);
  return {
    ...sheet,
    rows: sample(rows),
    numbers: numbers.map((column) => ({ ...column, plain: sample(column.plain) })),
  };
}

function nameOf({ header }: Sheet, index: number): string {
  return header[index]?.text ?? '';
}
