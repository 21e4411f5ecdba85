import type { ArcElement, Chart, Plugin } from 'chart.js';
import { numberFormat, valueFormat } from '../scale/numbers.ts';
import { type ChartData, isSetApart } from '../series/data.ts';
import {
  isRight,
  isShare,
  type Place,
  type PlacedLabel,
  placeLabels,
  type SlicePlan,
  totalOf,
} from '../series/slices.ts';
import { type ChartLook, cssFont, leading } from '../style.ts';

/** Writes each part's name and value beside it, and in a doughnut's middle what it comes to. */
export function sliceLabels(plan: SlicePlan, data: ChartData, look: ChartLook): Plugin {
  return {
    id: 'slice-labels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      for (const label of placeLabels(plan, look)) {
        if (!isThere(chart, label.slice.category)) continue;
        drawLeader(chart, label, plan, data, look);
        drawLabel(ctx, label, look);
      }
      if (data.type === 'doughnut') drawMiddle(ctx, plan, data, look);
      ctx.restore();
    },
  };
}

/** A part that a later step brings is there already, without a colour. */
function isThere(chart: Chart, category: number): boolean {
  const part = chart.getDatasetMeta(0).data[category];
  return part?.options.backgroundColor !== 'transparent';
}

/** A line from the part to its label, where that does not stand right beside it. */
function drawLeader(
  chart: Chart,
  { slice, x, y }: PlacedLabel,
  plan: SlicePlan,
  data: ChartData,
  look: ChartLook,
): void {
  const { ctx } = chart;
  const { center, radius } = plan;
  const arc = chart.getDatasetMeta(0).data[slice.category] as ArcElement | undefined;
  const isPolar = data.type === 'polarArea';
  const rim = isPolar ? (arc?.getProps(['outerRadius'], true).outerRadius ?? 0) : radius;
  const outwards = (distance: number): Place => ({
    x: center.x + Math.cos(slice.angle) * distance,
    y: center.y + Math.sin(slice.angle) * distance,
  });
  const start = outwards(rim + look.size * 0.15);
  const end = { x: x - (isRight(slice) ? 1 : -1) * look.size * 0.3, y };
  if (Math.hypot(end.x - start.x, end.y - start.y) < look.size) return;
  ctx.beginPath();
  ctx.moveTo(start.x, start.y);
  if (!isPolar && passesWithin(plan, start, end)) {
    const bend = outwards(radius + look.size * 0.4);
    ctx.lineTo(bend.x, bend.y);
  }
  ctx.lineTo(end.x, end.y);
  ctx.strokeStyle = look.muted;
  ctx.lineWidth = 1.5 * look.unit;
  ctx.stroke();
}

/** Whether the way from one place to another leads through a circle. */
function passesWithin({ center, radius }: SlicePlan, from: Place, to: Place): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((center.x - from.x) * dx + (center.y - from.y) * dy) / (dx * dx + dy * dy);
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(from.x + dx * share - center.x, from.y + dy * share - center.y) < radius;
}

function drawLabel(
  ctx: CanvasRenderingContext2D,
  { slice, lines, x, y }: PlacedLabel,
  look: ChartLook,
): void {
  const lineHeight = look.size * leading;
  ctx.textAlign = isRight(slice) ? 'left' : 'right';
  ctx.textBaseline = 'middle';
  for (const [index, { text, weight }] of lines.entries()) {
    ctx.font = cssFont(look, weight);
    ctx.fillStyle = weight === 'bold' ? look.strong : look.text;
    ctx.fillText(text, x, y + (index - (lines.length - 1) / 2) * lineHeight);
  }
}

/** The share that is set apart, or the sum of all. */
function drawMiddle(
  ctx: CanvasRenderingContext2D,
  { center, radius }: SlicePlan,
  data: ChartData,
  look: ChartLook,
): void {
  const text = middleText(data);
  const scale = Math.min(2.2, (radius * 0.95) / Math.max(1, look.measure(text, 'bold')));
  const size = look.size * scale;
  if (scale < 1) return;
  ctx.font = cssFont({ font: look.font, size }, 'bold');
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = look.strong;
  ctx.fillText(text, center.x, center.y + size * 0.04);
}

function middleText(data: ChartData): string {
  const [series] = data.series;
  if (!series || data.valueLabels === false) return '';
  const apart = series.values.filter((_, category) => isSetApart(data, category));
  const format = valueFormat(data, series);
  if (apart.length !== 1) return isShare(data) ? '' : format.format(totalOf(data));
  const value = apart[0] ?? 0;
  if (isShare(data)) return format.format(value);
  const share = numberFormat(data.lang, { style: 'percent' });
  return share.format(value / totalOf(data));
}
