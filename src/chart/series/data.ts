import type { ChartSeries, ChartSpec } from '../../model/chart.ts';

/** What a chart's figure carries in `data-chart`. */
export type ChartData = ChartSpec & {
  /** The language in which numbers and dates are written. */
  readonly lang: string;
  /** Where that language runs from right to left. */
  readonly dir?: 'rtl';
};

export type Axis = ChartSeries['axis'];

/** How a series of `bar`, `line` and `area` is drawn. */
export type Shape = 'bar' | 'line' | 'area';

/** Pies, doughnuts, polar areas: one series, cut into parts. */
export function isRound({ type }: ChartData): boolean {
  return type === 'pie' || type === 'doughnut' || type === 'polarArea';
}

/** Points between two axes of numbers. */
export function isCloud({ type }: ChartData): boolean {
  return type === 'scatter' || type === 'bubble';
}

/** Bars, lines and areas over one axis of values or two. */
export function isColumnar(data: ChartData): boolean {
  return data.type !== 'radar' && !isRound(data) && !isCloud(data);
}

export function shapeOf(data: ChartData, series: ChartSeries): Shape {
  if (series.as) return series.as;
  return data.type === 'line' || data.type === 'area' ? data.type : 'bar';
}

/** Areas that lie upon each other, and fill what they stand for. */
export function isBand(data: ChartData, series: ChartSeries): boolean {
  return data.stacked && shapeOf(data, series) === 'area';
}

export function hasShape(data: ChartData, ...shapes: readonly Shape[]): boolean {
  return data.series.some((series) => shapes.includes(shapeOf(data, series)));
}

/** The series over one axis, with their places among all. */
export function seriesOn(data: ChartData, axis: Axis) {
  return data.series
    .map((series, index) => ({ series, index }))
    .filter(({ series }) => series.axis === axis);
}

export function hasRightAxis({ series }: ChartData): boolean {
  return series.some(({ axis }) => axis === 'right');
}

/** Whether category `index` is set apart from the others. */
export function isSetApart({ labels, highlight }: ChartData, index: number): boolean {
  return highlight.includes(labels[index] ?? '');
}

/** The numbers of some series, gaps left out. */
export function numbersOf(series: readonly ChartSeries[]): readonly number[] {
  return series.flatMap(({ values, points }) => [
    ...values.filter((value) => value !== null),
    ...(points?.map(({ y }) => y) ?? []),
  ]);
}
