import type { ChartSeries, ChartSpec } from '../../../model/chart.ts';
import { formatOf, writeFormat } from './number-format.ts';
import { type DateScale, dateScale, positionRange, valueRange } from './range.ts';
import type { CellValue, Sheet } from './workbook.ts';

/** How a series is drawn. */
export type Shape = 'bar' | 'line' | 'area' | 'pie' | 'doughnut' | 'scatter' | 'bubble' | 'radar';

/** A series with its cells in the sheet of the chart. */
export interface PlannedSeries {
  readonly series: ChartSeries;
  /** Its place among the series of the chart, from 0. */
  readonly index: number;
  readonly shape: Shape;
  /** The columns of its positions and values, and the rows of both, from 0. */
  readonly xColumn: number;
  readonly column: number;
  readonly sizeColumn?: number;
  readonly rows: number;
  readonly format: string;
  /** Whether it only marks a value. */
  readonly isMark?: true;
}

/** A chart with the sheet that its data are in. */
export interface ChartPlan {
  readonly spec: ChartSpec;
  readonly series: readonly PlannedSeries[];
  readonly sheet: Sheet;
  /** What is on the horizontal axis of a chart with categories. */
  readonly categories: readonly CellValue[];
  /** Absent for texts. */
  readonly dates?: DateScale;
  readonly xFormat: string;
}

/** Plans a chart of a type that PowerPoint has; `undefined` for others. */
export function planChart(spec: ChartSpec, lang: string): ChartPlan | undefined {
  if (spec.type === 'polarArea') return undefined;
  return hasPositions(spec) ? planPoints(spec, lang) : planCategories(spec, lang);
}

function planCategories(spec: ChartSpec, lang: string): ChartPlan {
  const dates = spec.positions && dateScale(spec);
  const dateFormat = dates?.format;
  const categories =
    dateFormat === undefined
      ? spec.labels
      : (spec.positions ?? []).map((time) => Math.round(serialOf(time)));
  const marks = marksIn(spec);
  const all = [...spec.series, ...marks];
  const series = all.map((one, index): PlannedSeries => {
    const isMark = index >= spec.series.length;
    return {
      series: one,
      index,
      shape: isMark ? 'line' : shapeOf(spec, one),
      xColumn: 0,
      column: index + 1,
      rows: spec.labels.length,
      format: formatOf(spec, one, lang),
      ...(isMark && { isMark: true as const }),
    };
  });
  const rows = categories.map((label, at) => [
    label,
    ...all.map(({ values }) => values[at] ?? null),
  ]);
  return {
    spec,
    series,
    sheet: {
      rows: [[spec.x, ...all.map(({ name }) => name)], ...rows],
      formats: [dateFormat, ...series.map(({ format }) => format)],
    },
    categories,
    ...(dates && { dates }),
    xFormat: 'General',
  };
}

/** Mark lines across the values, as series that are the same everywhere. */
function marksIn({
  annotations,
  labels,
  horizontal,
  type,
  stacked,
}: ChartSpec): readonly ChartSeries[] {
  if (horizontal || !['bar', 'line', 'area'].includes(type) || (stacked && type !== 'bar'))
    return [];
  return annotations
    .filter(({ axis, to }) => axis !== 'x' && to === undefined)
    .map(({ axis, from, label = '' }) => ({
      name: label,
      values: labels.map(() => from),
      stepped: false,
      axis: axis === 'right' ? 'right' : 'left',
      highlight: false,
    }));
}

/** Mark lines across a chart of points: from one of its edges to the other. */
function pointMarksIn(spec: ChartSpec): readonly ChartSeries[] {
  const [x, y] = [positionRange(spec), valueRange(spec, 'left')];
  if (!x || !y || spec.type === 'bubble') return [];
  return spec.annotations
    .filter(({ to, axis }) => to === undefined && axis !== 'right')
    .map(({ axis, from, label = '' }) => ({
      name: label,
      values: [],
      points:
        axis === 'x'
          ? [
              { x: from, y: y.min },
              { x: from, y: y.max },
            ]
          : [
              { x: x.min, y: from },
              { x: x.max, y: from },
            ],
      stepped: false,
      axis: 'left',
      highlight: false,
    }));
}

/** Whether positions are numbers, so that its series are drawn as points or lines between them. */
function hasPositions({ type, positions, xScale }: ChartSpec): boolean {
  return type === 'scatter' || type === 'bubble' || (positions !== undefined && xScale !== 'time');
}

/** What a chart of PowerPoint cannot show. */
export function lossesIn(spec: ChartSpec): readonly ('annotation' | 'stepped' | 'options')[] {
  const marks = hasPositions(spec) ? pointMarksIn(spec) : marksIn(spec);
  return [
    ...(spec.annotations.length > marks.length ? (['annotation'] as const) : []),
    ...(spec.series.some(({ stepped }) => stepped) ? (['stepped'] as const) : []),
    ...(Object.keys(spec.options).length > 0 ? (['options'] as const) : []),
  ];
}

function shapeOf(spec: ChartSpec, { as }: ChartSeries): Shape {
  return as ?? (spec.type === 'polarArea' ? 'pie' : spec.type);
}

/** Each series has columns of its own, as its points have positions of their own. */
function planPoints(spec: ChartSpec, lang: string): ChartPlan {
  const hasSizes = spec.type === 'bubble';
  const width = hasSizes ? 3 : 2;
  const pointsOf = ({ points, values }: ChartSeries) =>
    points ??
    values.flatMap((y, at) =>
      y === null ? [] : [{ x: spec.positions?.[at] ?? at, y, size: undefined }],
    );
  const isTime = spec.xScale === 'time';
  const xFormat = isTime
    ? (dateFormats[spec.timeUnit ?? ''] ?? 'yyyy-mm-dd')
    : spec.xFormat
      ? writeFormat(spec.xFormat, lang)
      : 'General';
  const all = [...spec.series, ...pointMarksIn(spec)];
  const series = all.map(
    (one, index): PlannedSeries => ({
      series: one,
      index,
      ...(index >= spec.series.length && { isMark: true as const }),
      shape: spec.type === 'bubble' ? 'bubble' : 'scatter',
      xColumn: index * width,
      column: index * width + 1,
      ...(hasSizes && { sizeColumn: index * width + 2 }),
      rows: pointsOf(one).length,
      format: formatOf(spec, one, lang),
    }),
  );
  const count = Math.max(0, ...series.map(({ rows }) => rows));
  const head = all.flatMap(({ name }) => [
    spec.x,
    name,
    ...(hasSizes ? [spec.size?.name ?? 'Size'] : []),
  ]);
  const rows = Array.from({ length: count }, (_, at): readonly CellValue[] =>
    all.flatMap((one): readonly CellValue[] => {
      const point = pointsOf(one)[at];
      const cells = point ? [isTime ? serialOf(point.x) : point.x, point.y] : [null, null];
      return hasSizes ? [...cells, point?.size ?? null] : cells;
    }),
  );
  const formats = series.flatMap(({ format }) => [
    xFormat,
    format,
    ...(hasSizes ? ['General'] : []),
  ]);
  return { spec, series, sheet: { rows: [head, ...rows], formats }, categories: [], xFormat };
}

/** The formats of dates, where dates are whole days. */
const dateFormats: Readonly<Record<string, string>> = {
  year: 'yyyy',
  half: 'yyyy-mm',
  quarter: 'mmm yyyy',
  month: 'mmm yyyy',
  week: 'd mmm yyyy',
  day: 'd mmm yyyy',
};

/** A time as spreadsheets count it: in days since 30 December 1899. @param time in milliseconds since 1970 */
function serialOf(time: number): number {
  return time / 86_400_000 + 25_569;
}

/** Whether other series are highlighted. */
export function isMuted({ spec }: ChartPlan, { series }: PlannedSeries): boolean {
  return !series.highlight && spec.series.some(({ highlight }) => highlight);
}
