import type { Plugin } from 'chart.js';
import { type ChartData, seriesOn } from './data.ts';
import { type ChartLook, cssFont } from './look.ts';
import { seriesColor } from './paint.ts';
import type { ChartPlan } from './plan.ts';

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
        if (names[axis]) ctx.fillText(names[axis], axis === 'left' ? 0 : width, y);
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
