import type { Chart, Plugin, Scale } from 'chart.js';
import type { ChartMark } from '../model/chart.ts';
import { write } from './labels/text.ts';
import { positionsOf } from './scale/numbers.ts';
import { type ChartData, hasShape } from './series/data.ts';
import { type ChartLook, cssFont, mix } from './style.ts';

/** The rows of names above a chart, of marks that stand upright. */
export interface MarkRows {
  /** Of all rows, in multiples of the text's size. */
  readonly height: number;
  /** The row of each mark, counted from the chart upwards; −1 where its name stands in the chart. */
  readonly rows: readonly number[];
}

/** The height of a row, in multiples of the text's size. */
const markRowHeight = 1.45;

/** Names that would run into each other stand above each other. */
export function markRows(data: ChartData, look: ChartLook): MarkRows {
  const ends: number[] = [];
  const rows = data.marks.map((mark) => {
    if (!isUpright(mark, data) || mark.label === undefined) return -1;
    const width = look.measure(mark.label, 'normal');
    const [start] = clampName(placeShare(mark, data) * look.width, width, look.width);
    const free = ends.findIndex((end) => end + look.size <= start);
    const row = free < 0 ? ends.length : free;
    ends[row] = start + width;
    return row;
  });
  return { height: ends.length * markRowHeight, rows };
}

/** Draws bands and upright lines behind the data, level lines before them, and the names of all. */
export function marks(
  data: ChartData,
  look: ChartLook,
  { rows }: MarkRows,
  headroom: number,
): Plugin {
  const draw = (chart: Chart, isBehind: boolean): void => {
    const { ctx } = chart;
    ctx.save();
    ctx.font = cssFont(look, 'normal');
    for (const [index, mark] of data.marks.entries()) {
      const row = rows[index] ?? -1;
      const top = chart.chartArea.top - (row < 0 ? 0 : headroom + row * markRowHeight * look.size);
      if (isBehind) drawBand(chart, mark, top, data, look);
      if (!isUpright(mark, data)) drawLevel(chart, mark, isBehind, data, look);
      else if (isBehind) drawUpright(chart, mark, top, data, look);
    }
    ctx.restore();
  };
  return {
    id: 'marks',
    beforeDatasetsDraw: (chart) => draw(chart, true),
    afterDatasetsDraw: (chart) => draw(chart, false),
  };
}

function isUpright({ axis }: ChartMark, { horizontal }: ChartData): boolean {
  return (axis === 'x') !== horizontal;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a band lies; a line is a band without width. */
function boxOf(mark: ChartMark, data: ChartData, { chartArea, scales }: Chart): Box {
  const name =
    mark.axis === 'right' ? 'right' : (mark.axis === 'x') === data.horizontal ? 'y' : 'x';
  const [from, to] = endsOf(mark, data, scales[name] as Scale);
  const [low, length] = [Math.min(from, to), Math.abs(to - from)];
  const { left, top, width, height } = chartArea;
  return isUpright(mark, data)
    ? { x: low, y: top, width: length, height }
    : { x: left, y: low, width, height: length };
}

/** A band over categories takes in the first and the last one, where they have a width. */
function endsOf({ axis, from, to = from }: ChartMark, data: ChartData, scale: Scale) {
  const ends = [scale.getPixelForValue(from), scale.getPixelForValue(to)] as const;
  const isCategories = axis === 'x' && data.xScale === 'category';
  if (!isCategories || from === to || !hasShape(data, 'bar')) return ends;
  const half = (scale.getPixelForValue(1) - scale.getPixelForValue(0)) / 2;
  return [ends[0] - half, ends[1] + half] as const;
}

function drawBand(
  chart: Chart,
  mark: ChartMark,
  top: number,
  data: ChartData,
  look: ChartLook,
): void {
  if (mark.to === undefined) return;
  const { x, y, width, height } = boxOf(mark, data, chart);
  const above = isUpright(mark, data) ? y - top : 0;
  chart.ctx.fillStyle = mix(look.muted, 20);
  chart.ctx.fillRect(x, y - above, width, height + above);
}

/** @param top where the line begins, and the name above it ends */
function drawUpright(
  chart: Chart,
  mark: ChartMark,
  top: number,
  data: ChartData,
  look: ChartLook,
): void {
  const { ctx, chartArea } = chart;
  const { x, width } = boxOf(mark, data, chart);
  if (mark.to === undefined) drawLine(ctx, x, top, x, chartArea.bottom, look);
  if (mark.label === undefined) return;
  const [start] = clampName(x + width / 2, ctx.measureText(mark.label).width, chart.width);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'bottom';
  ctx.fillStyle = look.strong;
  ctx.fillText(mark.label, start, top - look.size * 0.12);
}

function drawLevel(
  chart: Chart,
  mark: ChartMark,
  isBehind: boolean,
  data: ChartData,
  look: ChartLook,
): void {
  const { ctx, chartArea } = chart;
  const { y, height } = boxOf(mark, data, chart);
  const isLine = mark.to === undefined;
  if (isLine && !isBehind) drawLine(ctx, chartArea.left, y, chartArea.right, y, look);
  if (mark.label === undefined || isBehind) return;
  const margin = look.size * 0.15;
  const isLeft = isFreeOnTheLeft(chart, y);
  const isAbove = isLine && y - chartArea.top > look.size * 1.3;
  const isWithin = height > look.size * 1.3;
  ctx.textAlign = isLeft ? 'left' : 'right';
  ctx.textBaseline = isAbove ? 'bottom' : isWithin ? 'middle' : 'top';
  const x = isLeft ? chartArea.left + margin : chartArea.right - margin;
  write(ctx, mark.label, x, isAbove ? y - margin : y + (isWithin ? height / 2 : margin), look);
}

/** A name stands at that end of its line where the data are farther away. */
function isFreeOnTheLeft(chart: Chart, y: number): boolean {
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
  { strong, unit }: ChartLook,
): void {
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.strokeStyle = strong;
  ctx.lineWidth = 2 * unit;
  ctx.setLineDash([6 * unit, 5 * unit]);
  ctx.stroke();
}

/** Where a name in the middle of `center` begins and ends, inside of the chart. */
function clampName(center: number, width: number, room: number): readonly [number, number] {
  const start = Math.max(0, Math.min(center - width / 2, room - width));
  return [start, start + width];
}

/** About where along its axis a mark stands, as a share of it. */
function placeShare({ axis, from, to = from }: ChartMark, data: ChartData): number {
  const middle = (from + to) / 2;
  if (axis === 'x' && data.xScale === 'category') return (middle + 0.5) / data.labels.length;
  const range = axis === 'x' ? positionsOf(data) : data.series.flatMap(({ values }) => values);
  const numbers = range.filter((number) => number !== null);
  const [low, high] = [Math.min(0, ...numbers), Math.max(...numbers)];
  return axis === 'x'
    ? (middle - Math.min(...numbers)) / (high - Math.min(...numbers))
    : (middle - low) / (high - low);
}
