import type { ArcElement, Chart, LineElement, Plugin } from 'chart.js';
import type { ChartStyle } from '../style.ts';
import { type ChartData, isBand, isCircular, shapeOf } from './data.ts';
import { type Rect, shownItems } from './items.ts';

/** The lines of each pattern by their slopes; dots are dashes of no length. */
const patterns: readonly (readonly (number | 'dots')[])[] = [[], [-1], ['dots'], [1], [0], [-1, 1]];

/** Whether a series is a bar or a stacked area, which the color fills. */
function isFilled(data: ChartData, index: number): boolean {
  const series = data.series[index];
  return series !== undefined && (shapeOf(data, series) === 'bar' || isBand(data, series));
}

/**
 * Whether parts of a chart have patterns: unless the author says otherwise, where a legend tells bars or
 * areas apart. Slices, lines and points have labels, dashes and shapes.
 */
export function isPatterned(data: ChartData, hasLegend: boolean): boolean {
  const wanted = data.patterns ?? (hasLegend && !isCircular(data));
  const isPlot = ['bar', 'line', 'area'].includes(data.type);
  const filled = data.series.filter((_, index) => isFilled(data, index));
  return wanted && (isCircular(data) || (isPlot && filled.length > 1));
}

/** Draws patterns on bars, stacked areas and slices. */
export function hatching(data: ChartData, style: ChartStyle): Plugin {
  return {
    id: 'hatching',
    afterDatasetDraw(chart, { index, meta }) {
      const { ctx } = chart;
      if (isCircular(data)) {
        for (const [category, arc] of meta.data.entries()) {
          if (arc.options.backgroundColor === 'transparent') continue;
          drawPattern(ctx, chart.chartArea, category, style, () =>
            traceArc(ctx, arc as ArcElement),
          );
        }
      } else if (meta.type === 'bar') {
        for (const { rect } of shownItems(chart, index)) hatch(ctx, rect, index, data, style);
      } else if (isFilled(data, index)) {
        const pattern = patternOf(data, index);
        drawPattern(ctx, chart.chartArea, pattern, style, () => traceBand(chart, index));
      }
    },
  };
}

/** The pattern of a series: its place among those that are filled. */
function patternOf(data: ChartData, index: number): number {
  return data.series.slice(0, index).filter((_, each) => isFilled(data, each)).length;
}

/** Draws the pattern of a series on a rectangle. */
export function hatch(
  ctx: CanvasRenderingContext2D,
  rect: Rect,
  index: number,
  data: ChartData,
  style: ChartStyle,
): void {
  if (!isFilled(data, index)) return;
  const { x, y, width, height } = rect;
  const area = { left: x, top: y, right: x + width, bottom: y + height };
  drawPattern(ctx, area, patternOf(data, index), style, () => ctx.rect(x, y, width, height));
}

function traceArc(ctx: CanvasRenderingContext2D, arc: ArcElement): void {
  const { x, y, startAngle, endAngle, innerRadius, outerRadius } = arc;
  ctx.arc(x, y, outerRadius, startAngle, endAngle);
  ctx.arc(x, y, innerRadius, endAngle, startAngle, true);
  ctx.closePath();
}

/** The area between the line of a series and the one below, or the axis. */
function traceBand(chart: Chart, index: number): void {
  const { ctx, chartArea } = chart;
  const lineOf = (at: number) => chart.getDatasetMeta(at).dataset as unknown as LineElement;
  const line = lineOf(index);
  const below = index > 0 ? lineOf(index - 1) : undefined;
  for (const [at, segment] of line.segments.entries()) {
    line.pathSegment(ctx, segment, { move: true });
    const under = below?.segments[at];
    if (below && under) below.pathSegment(ctx, under, { move: false, reverse: true });
    else {
      ctx.lineTo(line.points[segment.end]?.x ?? 0, chartArea.bottom);
      ctx.lineTo(line.points[segment.start]?.x ?? 0, chartArea.bottom);
    }
    ctx.closePath();
  }
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Draws a pattern in the color of the background. After the last one, they repeat with finer lines. */
function drawPattern(
  ctx: CanvasRenderingContext2D,
  { left, top, right, bottom }: Area,
  index: number,
  { background, unit }: ChartStyle,
  trace: () => void,
): void {
  const isFine = index >= patterns.length;
  const gap = (isFine ? 6 : 10) * unit;
  const height = bottom - top;
  ctx.save();
  ctx.beginPath();
  trace();
  ctx.clip();
  ctx.strokeStyle = background;
  for (const slope of patterns[isFine ? 1 + (index % 5) : index] ?? []) {
    ctx.beginPath();
    ctx.lineWidth = 1.6 * unit;
    if (slope === 'dots') {
      ctx.lineWidth = 3.2 * unit;
      ctx.lineCap = 'round';
      ctx.setLineDash([0, gap * 0.8]);
    }
    if (slope === 'dots' || slope === 0) {
      for (let y = top + gap * 0.4; y < bottom; y += gap * 0.8) {
        ctx.moveTo(left + gap * 0.4, y);
        ctx.lineTo(right, y);
      }
    } else {
      for (let x = left - height; x < right; x += gap) {
        ctx.moveTo(slope < 0 ? x + height : x, top);
        ctx.lineTo(slope < 0 ? x : x + height, bottom);
      }
    }
    ctx.stroke();
    ctx.setLineDash([]);
  }
  ctx.restore();
}
