import type { ChartPoint, ChartSeries, ChartType } from '../../../model/chart.ts';
import type { Faults } from '../errors.ts';
import type { ChartHead } from '../keys.ts';
import { type Scales, valueDemand } from '../scales.ts';
import { readNumber } from '../sheet/numbers.ts';
import { findRoles } from '../sheet/roles.ts';
import { readPositions } from '../sheet/rows.ts';
import { columnOf, type Sheet } from '../sheet/sheet.ts';
import type { ChartContent } from './categories.ts';

const maxRows = 2000;

/** Reads the data of `scatter` and `bubble`: each row is a point of its column's or group's series. */
export function readPoints(
  type: ChartType,
  head: ChartHead,
  all: Sheet,
  scales: Scales,
  report: Faults,
): ChartContent | undefined {
  const roles = findRoles(type, head, all, scales, report);
  if (!roles) return undefined;
  const sheet = { ...all, rows: sampleRows(all, report) };
  const texts = (index: number) => columnOf(sheet, index).map(({ text }) => text);
  const { places, timeUnit } = readPositions(columnOf(sheet, roles.x), scales, sheet, report);
  const shared: SharedColumns = {
    x: places,
    ...(roles.size !== undefined && {
      size: columnOf(sheet, roles.size).map((cell) => readNumber(cell, 'size', sheet, report)),
    }),
    ...(roles.label !== undefined && { label: texts(roles.label) }),
    ...(roles.group !== undefined && { group: texts(roles.group) }),
  };
  const demand = valueDemand(type, scales);
  const series = roles.y.flatMap((index) => {
    const values = columnOf(sheet, index).map((cell) => readNumber(cell, demand, sheet, report));
    return readSeries(nameOf(sheet, index), values, shared);
  });
  if (series.length === 0) {
    report.add('chart-data', sheet.place(0, 1), 'no row has all the numbers of a point');
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

/** What the points of all series have from the same columns; one value a row. */
interface SharedColumns {
  readonly x: readonly (number | null)[];
  readonly size?: readonly (number | null)[];
  readonly label?: readonly string[];
  readonly group?: readonly string[];
}

/** The points of a column, in one series or in one a group. What lacks a number is no point. */
function readSeries(
  name: string,
  values: readonly (number | null)[],
  { x: places, size: sizes, label: labels, group: groups }: SharedColumns,
): readonly ChartSeries[] {
  const series = new Map<string, ChartPoint[]>();
  for (const [i, y] of values.entries()) {
    const [x, size, label] = [places[i] ?? null, sizes?.[i], labels?.[i]];
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

/** Every row, or where there are too many, rows at even distances. */
function sampleRows({ rows, place }: Sheet, report: Faults): Sheet['rows'] {
  if (rows.length <= maxRows) return rows;
  const message = `of ${rows.length} points ${maxRows} are drawn, at even distances`;
  report.add('chart-thinned', place(0, 1), message, 'choose some, or sum them up');
  const distance = rows.length / maxRows;
  return Array.from({ length: maxRows }, (_, i) => rows[Math.floor(i * distance)] ?? []);
}

function nameOf({ header }: Sheet, index: number): string {
  return header[index]?.text ?? '';
}
