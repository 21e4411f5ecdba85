import type { Plugin } from 'chart.js';
import type { ChartStyle } from '../style.ts';
import { type Rect, shownItems } from './items.ts';

/** Whether series `index` is hatched: of many series, every other one. */
export function isHatched(index: number): boolean {
  return index % 2 === 1;
}

/** Hatches the bars of every other series. */
export function hatching(style: ChartStyle): Plugin {
  return {
    id: 'hatching',
    afterDatasetDraw(chart, { index, meta }) {
      const { ctx } = chart;
      if (!isHatched(index) || meta.type !== 'bar') return;
      for (const { rect } of shownItems(chart, index)) hatch(ctx, rect, index, style);
    },
  };
}

/** Hatches a rectangle; the direction of the lines alternates between hatched series. */
export function hatch(
  ctx: CanvasRenderingContext2D,
  { x: left, y: top, width, height }: Rect,
  index: number,
  { background, unit }: Pick<ChartStyle, 'background' | 'unit'>,
): void {
  const gap = 9 * unit;
  const leansLeft = index % 4 === 1;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.beginPath();
  for (let x = left - height; x < left + width; x += gap) {
    ctx.moveTo(leansLeft ? x + height : x, top);
    ctx.lineTo(leansLeft ? x : x + height, top + height);
  }
  ctx.lineWidth = 2 * unit;
  ctx.strokeStyle = background;
  ctx.stroke();
  ctx.restore();
}
