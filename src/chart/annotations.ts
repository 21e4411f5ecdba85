import type { Chart, Plugin, Scale } from 'chart.js';
import type { Annotation } from '../model/chart.ts';
import { drawTextWithHalo } from './labels/text.ts';
import { positionsOf } from './scale/numbers.ts';
import { type ChartData, hasShape } from './series/data.ts';
import type { Rect } from './series/items.ts';
import { type ChartStyle, cssFont, mix } from './style.ts';

/** The rows above a chart for the labels of vertical annotations. */
export interface AnnotationRows {
  /** The height of all rows, in multiples of the text size. */
  readonly height: number;
  /** The row of each annotation, counted upwards; −1 if its label is inside the chart. */
  readonly rows: readonly number[];
}

/** In multiples of the text size. */
const annotationRowHeight = 1.45;

/** Assigns labels to rows so that they do not overlap. */
export function annotationRows(data: ChartData, style: ChartStyle): AnnotationRows {
  const ends: number[] = [];
  const rows = data.annotations.map((annotation) => {
    if (!isVertical(annotation, data) || annotation.label === undefined) return -1;
    const width = style.measure(annotation.label, 'normal');
    const [start] = clampLabel(
      relativePosition(annotation, data) * style.width,
      width,
      style.width,
    );
    const free = ends.findIndex((end) => end + style.size <= start);
    const row = free < 0 ? ends.length : free;
    ends[row] = start + width;
    return row;
  });
  return { height: ends.length * annotationRowHeight, rows };
}

/** Draws bands and vertical lines behind the data, horizontal lines in front of it, and all labels. */
export function annotations(
  data: ChartData,
  style: ChartStyle,
  { rows }: AnnotationRows,
  headroom: number,
): Plugin {
  const draw = (chart: Chart, isBehindData: boolean): void => {
    const { ctx } = chart;
    ctx.save();
    ctx.font = cssFont(style, 'normal');
    for (const [index, annotation] of data.annotations.entries()) {
      const row = rows[index] ?? -1;
      const top =
        chart.chartArea.top - (row < 0 ? 0 : headroom + row * annotationRowHeight * style.size);
      if (isBehindData) drawBand(chart, annotation, top, data, style);
      if (!isVertical(annotation, data))
        drawHorizontal(chart, annotation, isBehindData, data, style);
      else if (isBehindData) drawVertical(chart, annotation, top, data, style);
    }
    ctx.restore();
  };
  return {
    id: 'annotations',
    beforeDatasetsDraw: (chart) => draw(chart, true),
    afterDatasetsDraw: (chart) => draw(chart, false),
  };
}

function isVertical({ axis }: Annotation, { horizontal }: ChartData): boolean {
  return (axis === 'x') !== horizontal;
}

/** The area of a band; a line is a band without width. */
function rectOf(annotation: Annotation, data: ChartData, { chartArea, scales }: Chart): Rect {
  const name =
    annotation.axis === 'right'
      ? 'right'
      : (annotation.axis === 'x') === data.horizontal
        ? 'y'
        : 'x';
  const [from, to] = endsOf(annotation, data, scales[name] as Scale);
  const [low, length] = [Math.min(from, to), Math.abs(to - from)];
  const { left, top, width, height } = chartArea;
  return isVertical(annotation, data)
    ? { x: low, y: top, width: length, height }
    : { x: left, y: low, width, height: length };
}

/** The ends of a band in pixels. Over the categories of a bar chart, it covers their full width. */
function endsOf({ axis, from, to = from }: Annotation, data: ChartData, scale: Scale) {
  const ends = [scale.getPixelForValue(from), scale.getPixelForValue(to)] as const;
  const isCategories = axis === 'x' && data.xScale === 'category';
  if (!isCategories || from === to || !hasShape(data, 'bar')) return ends;
  const half = (scale.getPixelForValue(1) - scale.getPixelForValue(0)) / 2;
  return [ends[0] - half, ends[1] + half] as const;
}

function drawBand(
  chart: Chart,
  annotation: Annotation,
  top: number,
  data: ChartData,
  style: ChartStyle,
): void {
  if (annotation.to === undefined) return;
  const { x, y, width, height } = rectOf(annotation, data, chart);
  const above = isVertical(annotation, data) ? y - top : 0;
  chart.ctx.fillStyle = mix(style.muted, 20);
  chart.ctx.fillRect(x, y - above, width, height + above);
}

/** @param top the upper end of the line and the bottom of its label */
function drawVertical(
  chart: Chart,
  annotation: Annotation,
  top: number,
  data: ChartData,
  style: ChartStyle,
): void {
  const { ctx, chartArea } = chart;
  const { x, width } = rectOf(annotation, data, chart);
  if (annotation.to === undefined) drawLine(ctx, x, top, x, chartArea.bottom, style);
  if (annotation.label === undefined) return;
  const [start] = clampLabel(x + width / 2, ctx.measureText(annotation.label).width, chart.width);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'bottom';
  ctx.fillStyle = style.strong;
  ctx.fillText(annotation.label, start, top - style.size * 0.12);
}

function drawHorizontal(
  chart: Chart,
  annotation: Annotation,
  isBehindData: boolean,
  data: ChartData,
  style: ChartStyle,
): void {
  const { ctx, chartArea } = chart;
  const { y, height } = rectOf(annotation, data, chart);
  const isLine = annotation.to === undefined;
  if (isLine && !isBehindData) drawLine(ctx, chartArea.left, y, chartArea.right, y, style);
  if (annotation.label === undefined || isBehindData) return;
  const margin = style.size * 0.15;
  const isLeft = hasMoreSpaceOnLeft(chart, y);
  const isAbove = isLine && y - chartArea.top > style.size * 1.3;
  const fitsInBand = height > style.size * 1.3;
  ctx.textAlign = isLeft ? 'left' : 'right';
  ctx.textBaseline = isAbove ? 'bottom' : fitsInBand ? 'middle' : 'top';
  const x = isLeft ? chartArea.left + margin : chartArea.right - margin;
  drawTextWithHalo(
    ctx,
    annotation.label,
    x,
    isAbove ? y - margin : y + (fitsInBand ? height / 2 : margin),
    style,
  );
}

/** Whether the data are farther from height `y` at the left end of the chart than at the right end. */
function hasMoreSpaceOnLeft(chart: Chart, y: number): boolean {
  const distance = (end: 0 | -1): number => {
    const metas = chart.getSortedVisibleDatasetMetas();
    const ends = metas.flatMap((meta) => meta.data.at(end)?.getProps(['y'], true).y ?? []);
    return Math.min(...ends.map((each) => Math.abs(each - y)));
  };
  return distance(0) > distance(-1);
}

function drawLine(
  ctx: CanvasRenderingContext2D,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  { strong, unit }: ChartStyle,
): void {
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.strokeStyle = strong;
  ctx.lineWidth = 2 * unit;
  ctx.setLineDash([6 * unit, 5 * unit]);
  ctx.stroke();
}

/** The start and end of a label centered at `center`, moved so that it stays inside the chart. */
function clampLabel(center: number, width: number, chartWidth: number): readonly [number, number] {
  const start = Math.max(0, Math.min(center - width / 2, chartWidth - width));
  return [start, start + width];
}

/** The approximate position of an annotation along its axis, from 0 to 1. */
function relativePosition({ axis, from, to = from }: Annotation, data: ChartData): number {
  const middle = (from + to) / 2;
  if (axis === 'x' && data.xScale === 'category') return (middle + 0.5) / data.labels.length;
  const range = axis === 'x' ? positionsOf(data) : data.series.flatMap(({ values }) => values);
  const numbers = range.filter((number) => number !== null);
  const [low, high] = [Math.min(0, ...numbers), Math.max(...numbers)];
  return axis === 'x'
    ? (middle - Math.min(...numbers)) / (high - Math.min(...numbers))
    : (middle - low) / (high - low);
}
