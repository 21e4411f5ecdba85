import type { Plugin } from 'chart.js';
import { type ChartData, isCloud, shapeOf } from './data.ts';
import { hatch, isHatched } from './hatch.ts';
import { type ChartLook, cssFont } from './look.ts';
import { seriesColor } from './paint.ts';
import { pointShape, tracePoint } from './points.ts';

export type KeyRow = readonly KeyEntry[];

interface KeyEntry {
  /** Of the series. */
  readonly index: number;
  readonly name: string;
  readonly x: number;
}

/** The height of a row, in multiples of the text's size. */
export const keyRowHeight = 1.75;
/** A swatch and its distance from the name. */
const swatch = 0.85;
const swatchRoom = 1.35;

/** The names of the series in as many rows as the chart's width asks for. */
export function keyRows(
  data: Pick<ChartData, 'series' | 'type'>,
  look: Pick<ChartLook, 'size' | 'width' | 'height' | 'measure'>,
): readonly KeyRow[] {
  const { size, width, measure } = look;
  const isColumn = standsBeside(data, look);
  const rows: KeyEntry[][] = [];
  let x = Number.POSITIVE_INFINITY;
  for (const [index, { name }] of data.series.entries()) {
    const own = measure(name, 'normal') + size * swatchRoom;
    if (isColumn || x + own > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ index, name, x });
    x += own + size * 1.4;
  }
  return rows;
}

/** A radar leaves room at its sides. */
export function standsBeside(
  { type, series }: Pick<ChartData, 'series' | 'type'>,
  { size, width, height, measure }: Pick<ChartLook, 'size' | 'width' | 'height' | 'measure'>,
): boolean {
  const names = series.map(({ name }) => measure(name, 'normal'));
  return type === 'radar' && Math.max(...names) + size * swatchRoom <= (width - height * 1.6) / 2;
}

/** Writes the names of the series above the chart, each behind a sample of how it is drawn. */
export function key(
  rows: readonly KeyRow[],
  data: ChartData,
  look: ChartLook,
  hasHatching: boolean,
): Plugin {
  return {
    id: 'key',
    afterDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.font = cssFont(look, 'normal');
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      for (const [row, entries] of rows.entries()) {
        const y = look.size * (0.7 + row * keyRowHeight);
        for (const { index, name, x } of entries) {
          if (!chart.isDatasetVisible(index)) continue;
          drawSwatch(ctx, x, y, index, data, look);
          if (hasHatching && isHatched(index)) {
            const side = look.size * swatch;
            hatch(ctx, { x, y: y - side / 2, width: side, height: side }, index, look);
          }
          ctx.fillStyle = look.text;
          ctx.fillText(name, x + look.size * swatchRoom, y);
        }
      }
      ctx.restore();
    },
  };
}

function drawSwatch(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  index: number,
  data: ChartData,
  look: ChartLook,
): void {
  const side = look.size * swatch;
  const series = data.series[index];
  const isPoint = isCloud(data) || data.type === 'radar';
  const isLine = !isPoint && series && shapeOf(data, series) === 'line';
  ctx.fillStyle = ctx.strokeStyle = seriesColor(data, index, look);
  if (!isPoint && !isLine) {
    ctx.fillRect(x, y - side / 2, side, side);
    return;
  }
  ctx.beginPath();
  const shape = data.type === 'bubble' ? 'circle' : pointShape(index);
  if (isPoint) tracePoint(ctx, shape, x + side / 2, y, side * 0.55);
  else tracePoint(ctx, 'circle', x + side / 2, y, side * 0.36);
  ctx.fill();
  if (!isLine) return;
  ctx.beginPath();
  ctx.moveTo(x - side * 0.1, y);
  ctx.lineTo(x + side * 1.1, y);
  ctx.lineWidth = 4 * look.unit;
  ctx.stroke();
}
