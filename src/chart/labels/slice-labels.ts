import type { ArcElement, Chart, Plugin } from 'chart.js';
import { valueFormat } from '../scale/numbers.ts';
import { writeShares } from '../scale/shares.ts';
import { type ChartData, isHighlighted } from '../series/data.ts';
import {
  isRight,
  isShare,
  type PlacedLabel,
  type Position,
  placeLabels,
  type SlicePlan,
  totalOf,
} from '../series/slices.ts';
import { type ChartStyle, cssFont, leading } from '../style.ts';

/** Labels slices with name and value, and writes a total or share into the center of a doughnut. */
export function sliceLabels(plan: SlicePlan, data: ChartData, style: ChartStyle): Plugin {
  return {
    id: 'slice-labels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      for (const label of placeLabels(plan, style)) {
        if (!isVisible(chart, label.slice.category)) continue;
        drawLeader(chart, label, plan, data, style);
        drawLabel(ctx, label, style);
      }
      if (data.type === 'doughnut') drawCenterText(ctx, plan, data, style);
      ctx.restore();
    },
  };
}

/** Whether a slice is shown; the slices of later steps are transparent. */
function isVisible(chart: Chart, category: number): boolean {
  const slice = chart.getDatasetMeta(0).data[category];
  return slice?.options.backgroundColor !== 'transparent';
}

/** Draws a line from a slice to its label, unless they are adjacent. */
function drawLeader(
  chart: Chart,
  { slice, x, y }: PlacedLabel,
  plan: SlicePlan,
  data: ChartData,
  style: ChartStyle,
): void {
  const { ctx } = chart;
  const { center, radius } = plan;
  const arc = chart.getDatasetMeta(0).data[slice.category] as ArcElement | undefined;
  const isPolar = data.type === 'polarArea';
  const outerRadius = isPolar ? (arc?.getProps(['outerRadius'], true).outerRadius ?? 0) : radius;
  const pointAt = (distance: number): Position => ({
    x: center.x + Math.cos(slice.angle) * distance,
    y: center.y + Math.sin(slice.angle) * distance,
  });
  const start = pointAt(outerRadius + style.size * 0.15);
  const end = { x: x - (isRight(slice) ? 1 : -1) * style.size * 0.3, y };
  if (Math.hypot(end.x - start.x, end.y - start.y) < style.size) return;
  ctx.beginPath();
  ctx.moveTo(start.x, start.y);
  if (!isPolar && crossesCircle(plan, start, end)) {
    const bend = pointAt(radius + style.size * 0.4);
    ctx.lineTo(bend.x, bend.y);
  }
  ctx.lineTo(end.x, end.y);
  ctx.strokeStyle = style.muted;
  ctx.lineWidth = 1.5 * style.unit;
  ctx.stroke();
}

/** Whether the line between two points crosses the circle. */
function crossesCircle({ center, radius }: SlicePlan, from: Position, to: Position): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((center.x - from.x) * dx + (center.y - from.y) * dy) / (dx * dx + dy * dy);
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(from.x + dx * share - center.x, from.y + dy * share - center.y) < radius;
}

function drawLabel(
  ctx: CanvasRenderingContext2D,
  { slice, lines, x, y }: PlacedLabel,
  style: ChartStyle,
): void {
  const lineHeight = style.size * leading;
  ctx.textAlign = isRight(slice) ? 'left' : 'right';
  ctx.textBaseline = 'middle';
  for (const [index, { text, weight }] of lines.entries()) {
    ctx.font = cssFont(style, weight);
    ctx.fillStyle = weight === 'bold' ? style.strong : style.text;
    ctx.fillText(text, x, y + (index - (lines.length - 1) / 2) * lineHeight);
  }
}

/** Draws the highlighted share, or the total, in the center of a doughnut. */
function drawCenterText(
  ctx: CanvasRenderingContext2D,
  { center, radius, sector }: SlicePlan,
  data: ChartData,
  style: ChartStyle,
): void {
  const text = centerText(data);
  const scale = Math.min(2.2, (radius * 0.95) / Math.max(1, style.measure(text, 'bold')));
  const size = style.size * scale;
  if (scale < 1) return;
  ctx.font = cssFont({ font: style.font, size }, 'bold');
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = style.strong;
  // In a part of a circle, the text is within that part.
  const x = center.x - sector.centerX * radius * 0.5;
  const y = center.y - sector.centerY * radius * 0.5;
  ctx.fillText(text, x, y + size * 0.04);
}

function centerText(data: ChartData): string {
  const [series] = data.series;
  if (!series || data.valueLabels === false) return '';
  const highlighted = series.values.flatMap((_, category) =>
    isHighlighted(data, category) ? [category] : [],
  );
  const format = valueFormat(data, series);
  if (highlighted.length !== 1) return isShare(data) ? '' : format.format(totalOf(data));
  const [category = 0] = highlighted;
  if (isShare(data)) return format.format(series.values[category] ?? 0);
  return writeShares(series.values, data.lang)[category] ?? '';
}
