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

/** What a chart is drawn from, defaults filled in. Plain JSON, as the page carries it. */
export interface ChartSpec {
  readonly type: ChartType;
  readonly title?: string;
  /** What the numbers count, for people: `US$ bn`. */
  readonly unit?: string;
  /** The heading of the categories, or of the numbers along the x axis. */
  readonly x: string;
  /** The heading of the values, where all series have the same. */
  readonly y?: string;
  /** The categories, in the order of the chart; empty in `scatter` and `bubble`. */
  readonly labels: readonly string[];
  /**
   * Where the labels stand on an x scale of numbers or time (milliseconds since 1970, in UTC).
   * Rising. Absent on a scale of categories.
   */
  readonly positions?: readonly number[];
  /** At least one. */
  readonly series: readonly ChartSeries[];
  readonly xScale: 'category' | 'linear' | 'log' | 'time';
  /** How fine the dates of a time scale are written. */
  readonly timeUnit?: 'year' | 'month' | 'day' | 'minute';
  /** Of the left axis; the right one is linear. */
  readonly yScale: 'linear' | 'log';
  /** Bars lie. */
  readonly horizontal: boolean;
  readonly stacked: boolean;
  /** The labels to set apart from the rest. */
  readonly highlight: readonly string[];
  readonly marks: readonly ChartMark[];
  /** How values are written; chosen from the data where absent. */
  readonly format?: NumberFormat;
  /** How the numbers along an x scale of numbers are written. */
  readonly xFormat?: NumberFormat;
  /** What the sizes of bubbles say. */
  readonly size?: { readonly name: string; readonly format?: NumberFormat };
  /** The numbers stand at their bars, points or parts; `auto`: where there is room. */
  readonly valueLabels: 'auto' | boolean;
  /**
   * `points`: one more category with every step; `series`: one more series; numbers: so many
   * categories stand there at the start and after each further step, in the end all of them.
   */
  readonly steps: 'none' | 'points' | 'series' | readonly number[];
  /** Chart.js options; they win. */
  readonly options: JsonObject;
}

/** Options of `Intl.NumberFormat`. */
export type NumberFormat = Readonly<Intl.NumberFormatOptions>;

export interface ChartSeries {
  readonly name: string;
  /** One a label; null where the data have a gap. Empty in `scatter` and `bubble`. */
  readonly values: readonly (number | null)[];
  /** In `scatter` and `bubble` only. */
  readonly points?: readonly ChartPoint[];
  /** In `bar`, `line` and `area` only: how this series is drawn. */
  readonly as?: 'bar' | 'line' | 'area';
  /** The line runs in steps from point to point. */
  readonly stepped: boolean;
  readonly axis: 'left' | 'right';
  /** Set apart from the other series. */
  readonly highlight: boolean;
  /** Where it is not the chart's. */
  readonly format?: NumberFormat;
}

export interface ChartPoint {
  /** Milliseconds since 1970, in UTC, on a time scale. */
  readonly x: number;
  readonly y: number;
  /** Of a bubble: what its area says, at least 0; the drawing chooses the radius. */
  readonly size?: number;
  /** What this point is. */
  readonly label?: string;
}

/** A line across the chart, or with `to` a band. */
export interface ChartMark {
  /** `x`: the axis of categories, whichever way the bars lie; `y` and `right`: those of values. */
  readonly axis: 'x' | 'y' | 'right';
  /** A place on the axis; on an x scale of categories the index of a label. */
  readonly from: number;
  readonly to?: number;
  readonly label?: string;
}

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}
