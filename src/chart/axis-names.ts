import type { Plugin } from 'chart.js';
import { type ChartData, hasRightAxis, seriesOn } from './data.ts';
import { type ChartLook, cssFont } from './look.ts';
import { seriesColor } from './paint.ts';
import type { ChartPlan } from './plan.ts';
import { drawSwatch, swatchRoom } from './swatch.ts';

/** Writes what an axis counts above it, lying; in the colour of its series where it has but one of two. */
export function axisNames(
  { axisNames: names, padding }: Pick<ChartPlan, 'axisNames' | 'padding'>,
  data: ChartData,
  look: ChartLook,
): Plugin {
  const y = padding.top - look.size * 0.9;
  return {
    id: 'axis-names',
    afterDraw({ ctx, width }) {
      ctx.save();
      ctx.font = cssFont(look, 'bold');
      ctx.textBaseline = 'bottom';
      for (const axis of ['left', 'right'] as const) {
        ctx.textAlign = axis;
        ctx.fillStyle = axisColor(data, axis, look);
        const name = names[axis];
        if (!name) continue;
        const [only, ...others] = hasRightAxis(data) ? seriesOn(data, axis) : [];
        const index = others.length === 0 ? only?.index : undefined;
        const sample = index === undefined ? 0 : look.size * swatchRoom;
        ctx.fillText(name, axis === 'left' ? sample : width, y);
        if (index === undefined) continue;
        const start = axis === 'left' ? 0 : width - ctx.measureText(name).width - sample;
        drawSwatch(ctx, start, y - look.size * 0.55, index, data, look);
      }
      ctx.restore();
    },
  };
}

/** With two axes each takes the colour of its series, if that is one. */
export function axisColor(data: ChartData, axis: 'left' | 'right', look: ChartLook): string {
  const [only, ...others] = seriesOn(data, axis);
  const isOneOfTwo = seriesOn(data, axis === 'left' ? 'right' : 'left').length > 0;
  return isOneOfTwo && only && others.length === 0
    ? seriesColor(data, only.index, look)
    : look.text;
}
