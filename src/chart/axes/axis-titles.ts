import type { Plugin } from 'chart.js';
import { drawSwatch, swatchWidth } from '../labels/swatch.ts';
import { truncateLines } from '../labels/text.ts';
import type { ChartPlan } from '../plan.ts';
import { type Axis, type ChartData, hasRightAxis, seriesOn } from '../series/data.ts';
import { seriesColor } from '../series/paint.ts';
import { type ChartStyle, cssFont } from '../style.ts';

/** Writes the titles of the value axes above them, with a swatch if an axis has a single series. */
export function axisTitles(
  { axisTitles: titles, padding }: Pick<ChartPlan, 'axisTitles' | 'padding'>,
  data: ChartData,
  style: ChartStyle,
): Plugin {
  const y = padding.top - style.size * 0.9;
  const widths = maxWidths(titles, style);
  return {
    id: 'axis-titles',
    afterDraw({ ctx, width }) {
      ctx.save();
      ctx.font = cssFont(style, 'bold');
      ctx.textBaseline = 'bottom';
      for (const axis of ['left', 'right'] as const) {
        ctx.textAlign = axis;
        ctx.fillStyle = axisColor(data, axis, style);
        if (!titles[axis]) continue;
        const [title = ''] = truncateLines([titles[axis]], 1, widths[axis], 'bold', style);
        const [only, ...others] = hasRightAxis(data) ? seriesOn(data, axis) : [];
        const index = others.length === 0 ? only?.index : undefined;
        const indent = index === undefined ? 0 : style.size * swatchWidth;
        ctx.fillText(title, axis === 'left' ? indent : width, y);
        if (index === undefined) continue;
        const start = axis === 'left' ? 0 : width - ctx.measureText(title).width - indent;
        drawSwatch(ctx, start, y - style.size * 0.55, index, data, style);
      }
      ctx.restore();
    },
  };
}

/** The width available to each title: half of the chart, and what the other title leaves of its half. */
function maxWidths(
  titles: ChartPlan['axisTitles'],
  style: ChartStyle,
): Readonly<Record<Axis, number>> {
  const half = style.width / 2;
  const margin = style.size * (swatchWidth + 0.5);
  const widthOf = (axis: Axis): number =>
    titles[axis] ? Math.min(half, style.measure(titles[axis], 'bold') + margin) : 0;
  return {
    left: style.width - widthOf('right') - margin,
    right: style.width - widthOf('left') - margin,
  };
}

/** The color of an axis: with two axes, that of its series if it has only one. */
export function axisColor(data: ChartData, axis: 'left' | 'right', style: ChartStyle): string {
  const [only, ...others] = seriesOn(data, axis);
  const isOneOfTwo = seriesOn(data, axis === 'left' ? 'right' : 'left').length > 0;
  return isOneOfTwo && only && others.length === 0
    ? seriesColor(data, only.index, style)
    : style.text;
}
