import type { Plugin } from 'chart.js';
import type { ChartLook } from '../style.ts';
import { type Box, shownItems } from './items.ts';

/** Every other one of many series is hatched: colours alone do not tell more than five apart. */
export function isHatched(index: number): boolean {
  return index % 2 === 1;
}

/** Hatches the bars of every other series. */
export function hatching(look: ChartLook): Plugin {
  return {
    id: 'hatching',
    afterDatasetDraw(chart, { index, meta }) {
      const { ctx } = chart;
      if (!isHatched(index) || meta.type !== 'bar') return;
      for (const { box } of shownItems(chart, index)) hatch(ctx, box, index, look);
    },
  };
}

/** Draws slanting lines over a box; one series' lines lean to the left, the next one's to the right. */
export function hatch(
  ctx: CanvasRenderingContext2D,
  { x: left, y: top, width, height }: Box,
  index: number,
  { ground, unit }: Pick<ChartLook, 'ground' | 'unit'>,
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
  ctx.strokeStyle = ground;
  ctx.stroke();
  ctx.restore();
}
