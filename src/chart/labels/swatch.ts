import { type ChartData, isBand, isPointChart, shapeOf } from '../series/data.ts';
import { seriesColor } from '../series/paint.ts';
import {
  hasDots,
  lineDash,
  lineIndex,
  type PointStyle,
  pointStyle,
  tracePoint,
} from '../series/points.ts';
import type { ChartStyle } from '../style.ts';

/** The size of a swatch, and its width with the space after it, in multiples of the text size. */
export const swatchSize = 0.85;
export const swatchWidth = 1.35;

/** Draws the swatch of a series, with its left end at `x` and its vertical center at `y`. */
export function drawSwatch(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  index: number,
  data: ChartData,
  style: ChartStyle,
): void {
  const side = style.size * swatchSize;
  const series = data.series[index];
  const color = seriesColor(data, index, style);
  ctx.fillStyle = ctx.strokeStyle = color;
  if (isPointChart(data) || data.type === 'radar') {
    drawPoint(ctx, pointStyle(index), x + side / 2, y, side * 0.45, style);
  } else if (!series || shapeOf(data, series) === 'bar' || isBand(data, series)) {
    ctx.fillRect(x, y - side / 2, side, side);
  } else drawLine(ctx, x, y, index, data, style);
}

function drawLine(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  index: number,
  data: ChartData,
  style: ChartStyle,
): void {
  const side = style.size * swatchSize;
  const variant = lineIndex(data, index);
  ctx.save();
  ctx.beginPath();
  ctx.moveTo(x - side * 0.1, y);
  ctx.lineTo(x + side * 1.1, y);
  ctx.lineWidth = 4 * style.unit;
  ctx.lineCap = 'round';
  if (!hasDots(data, index)) ctx.setLineDash(lineDash(variant, style.unit * 0.6));
  ctx.stroke();
  ctx.restore();
  if (hasDots(data, index)) {
    drawPoint(ctx, pointStyle(variant), x + side / 2, y, side * 0.36, style);
  }
}

/** Draws a point in the context's colors; a hollow point is filled with the background color. */
function drawPoint(
  ctx: CanvasRenderingContext2D,
  point: PointStyle,
  x: number,
  y: number,
  radius: number,
  { background, unit }: ChartStyle,
): void {
  ctx.beginPath();
  tracePoint(ctx, point, x, y, radius);
  if (point.isHollow) ctx.fillStyle = background;
  ctx.fill();
  if (!point.isHollow) return;
  ctx.lineWidth = 2.5 * unit;
  ctx.stroke();
}
