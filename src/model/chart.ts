export const chartTypes = [
  'bar',
  'line',
  'area',
  'pie',
  'doughnut',
  'scatter',
  'bubble',
  'radar',
  'polarArea',
] as const;

export type ChartType = (typeof chartTypes)[number];

/** A chart with all defaults filled in. Plain JSON; the page carries it as well. */
export interface ChartSpec {
  readonly type: ChartType;
  readonly title?: string;
  /** The unit of the values, as shown to the audience: `US$ bn`. */
  readonly unit?: string;
  /** The heading of the column on the x axis. */
  readonly x: string;
  /** The heading of the values, if the chart shows one column of them. */
  readonly y?: string;
  /** The categories in drawing order; empty in `scatter` and `bubble`. */
  readonly labels: readonly string[];
  /**
   * The x positions of the labels on a numeric or time scale (milliseconds since 1970, in UTC), in
   * ascending order. Absent on a category scale.
   */
  readonly positions?: readonly number[];
  /** At least one. */
  readonly series: readonly ChartSeries[];
  readonly xScale: 'category' | 'linear' | 'log' | 'time';
  /** The precision of the dates on a time scale; `clock` for times of a day without a date. */
  readonly timeUnit?: 'year' | 'half' | 'quarter' | 'month' | 'week' | 'day' | 'minute' | 'clock';
  /** The scale of the left axis; the right axis is always linear. */
  readonly yScale: 'linear' | 'log';
  /** Bars run horizontally. */
  readonly horizontal: boolean;
  readonly stacked: boolean;
  /** The labels of the highlighted categories or points. */
  readonly highlight: readonly string[];
  readonly annotations: readonly Annotation[];
  /** The number format of the values; chosen from the data if absent. */
  readonly format?: NumberFormat;
  /** The number format of a numeric x scale. */
  readonly xFormat?: NumberFormat;
  /** The column that sets the size of the bubbles. */
  readonly size?: { readonly name: string; readonly format?: NumberFormat };
  /** Whether bars, points and slices are labeled with their values; `auto`: if there is room. */
  readonly valueLabels: 'auto' | boolean;
  /** Whether bars, stacked areas and slices have patterns; if absent, where only a legend names them. */
  readonly patterns?: boolean;
  /**
   * `points`: each step adds a category; `series`: each step adds a series; numbers: how many
   * categories are shown at first and after each step. The last number is the count of categories.
   */
  readonly steps: 'none' | 'points' | 'series' | readonly number[];
  /** Chart.js options; they override everything else. */
  readonly options: JsonObject;
}

/** Options of `Intl.NumberFormat`. */
export type NumberFormat = Readonly<Intl.NumberFormatOptions>;

export interface ChartSeries {
  readonly name: string;
  /** One value per label; null for a gap in the data. Empty in `scatter` and `bubble`. */
  readonly values: readonly (number | null)[];
  /** Only in `scatter` and `bubble`. */
  readonly points?: readonly ChartPoint[];
  /** How this series is drawn; only in `bar`, `line` and `area`. */
  readonly as?: 'bar' | 'line' | 'area';
  /** The line is a step function. */
  readonly stepped: boolean;
  readonly axis: 'left' | 'right';
  readonly highlight: boolean;
  /** Overrides the chart's format. */
  readonly format?: NumberFormat;
}

export interface ChartPoint {
  /** On a time scale, milliseconds since 1970, in UTC. */
  readonly x: number;
  readonly y: number;
  /** Of a bubble: the value that its area represents, at least 0. */
  readonly size?: number;
  readonly label?: string;
}

/** A mark line across the chart; with `to`, a band. */
export interface Annotation {
  /** `x` is the category axis, also of horizontal bars; `y` and `right` are value axes. */
  readonly axis: 'x' | 'y' | 'right';
  /** A value on the axis; on a category scale, the index of a label. */
  readonly from: number;
  readonly to?: number;
  readonly label?: string;
}

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}
