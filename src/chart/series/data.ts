import type { ChartSeries, ChartSpec } from '../../model/chart.ts';

/** The content of the `data-chart` attribute of a chart's figure. */
export type ChartData = ChartSpec & {
  /** The language of numbers and dates. */
  readonly lang: string;
  /** Set if that language runs from right to left. */
  readonly dir?: 'rtl';
};

export type Axis = ChartSeries['axis'];

/** How a series of `bar`, `line` and `area` is drawn. */
export type Shape = 'bar' | 'line' | 'area';

/** Pie, doughnut and polar area charts: one series, drawn as slices. */
export function isCircular({ type }: ChartData): boolean {
  return type === 'pie' || type === 'doughnut' || type === 'polarArea';
}

/** Scatter and bubble charts. */
export function isPointChart({ type }: ChartData): boolean {
  return type === 'scatter' || type === 'bubble';
}

/** Bar, line and area charts, with one value axis or two. */
export function isBarLineOrArea(data: ChartData): boolean {
  return data.type !== 'radar' && !isCircular(data) && !isPointChart(data);
}

export function shapeOf(data: ChartData, series: ChartSeries): Shape {
  if (series.as) return series.as;
  return data.type === 'line' || data.type === 'area' ? data.type : 'bar';
}

/** Whether a series is a stacked area. */
export function isBand(data: ChartData, series: ChartSeries): boolean {
  return data.stacked && shapeOf(data, series) === 'area';
}

export function hasShape(data: ChartData, ...shapes: readonly Shape[]): boolean {
  return data.series.some((series) => shapes.includes(shapeOf(data, series)));
}

/** The series on one value axis, with their indexes among all series. */
export function seriesOn(data: ChartData, axis: Axis) {
  return data.series
    .map((series, index) => ({ series, index }))
    .filter(({ series }) => series.axis === axis);
}

export function hasRightAxis({ series }: ChartData): boolean {
  return series.some(({ axis }) => axis === 'right');
}

/** Whether category `index` is highlighted. */
export function isHighlighted({ labels, highlight }: ChartData, index: number): boolean {
  return highlight.includes(labels[index] ?? '');
}

/** The values of some series, without gaps. */
export function numbersOf(series: readonly ChartSeries[]): readonly number[] {
  return series.flatMap(({ values, points }) => [
    ...values.filter((value) => value !== null),
    ...(points?.map(({ y }) => y) ?? []),
  ]);
}
