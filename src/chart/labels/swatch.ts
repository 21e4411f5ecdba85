import { type ChartData, isBand, isCloud, shapeOf } from '../series/data.ts';
import { seriesColor } from '../series/paint.ts';
import {
  hasDots,
  lineDash,
  lineIndex,
  type PointForm,
  pointForm,
  tracePoint,
} from '../series/points.ts';
import type { ChartLook } from '../style.ts';

/** A swatch and its distance from the name, in multiples of the text's size. */
export const swatch = 0.85;
export const swatchRoom = 1.35;

/** Draws a sample of how a series is drawn, its left end at `x`, its middle at `y`. */
export function drawSwatch(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  index: number,
  data: ChartData,
  look: ChartLook,
): void {
  const side = look.size * swatch;
  const series = data.series[index];
  const color = seriesColor(data, index, look);
  ctx.fillStyle = ctx.strokeStyle = color;
  if (isCloud(data) || data.type === 'radar') {
    drawPoint(ctx, pointForm(index), x + side / 2, y, side * 0.45, look);
  } else if (!series || shapeOf(data, series) === 'bar' || isBand(data, series)) {
    ctx.fillRect(x, y - side / 2, side, side);
  } else drawLine(ctx, x, y, index, data, look);
}

function drawLine(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  index: number,
  data: ChartData,
  look: ChartLook,
): void {
  const side = look.size * swatch;
  const form = lineIndex(data, index);
  ctx.save();
  ctx.beginPath();
  ctx.moveTo(x - side * 0.1, y);
  ctx.lineTo(x + side * 1.1, y);
  ctx.lineWidth = 4 * look.unit;
  ctx.lineCap = 'round';
  if (!hasDots(data, index)) ctx.setLineDash(lineDash(form, look.unit * 0.6));
  ctx.stroke();
  ctx.restore();
  if (hasDots(data, index)) {
    drawPoint(ctx, pointForm(form), x + side / 2, y, side * 0.36, look);
  }
}

/** In the context's own colours; a hollow point lets the ground be seen. */
function drawPoint(
  ctx: CanvasRenderingContext2D,
  form: PointForm,
  x: number,
  y: number,
  radius: number,
  { ground, unit }: ChartLook,
): void {
  ctx.beginPath();
  tracePoint(ctx, form, x, y, radius);
  if (form.isHollow) ctx.fillStyle = ground;
  ctx.fill();
  if (!form.isHollow) return;
  ctx.lineWidth = 2.5 * unit;
  ctx.stroke();
}
