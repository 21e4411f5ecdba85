import type { Plugin } from 'chart.js';
import { drawSwatch, swatchRoom } from '../labels/swatch.ts';
import { cutLines } from '../labels/text.ts';
import type { ChartPlan } from '../plan.ts';
import { type Axis, type ChartData, hasRightAxis, seriesOn } from '../series/data.ts';
import { seriesColor } from '../series/paint.ts';
import { type ChartLook, cssFont } from '../style.ts';

/** Writes what an axis counts above it, lying; in the colour of its series where it has but one of two. */
export function axisNames(
  { axisNames: names, padding }: Pick<ChartPlan, 'axisNames' | 'padding'>,
  data: ChartData,
  look: ChartLook,
): Plugin {
  const y = padding.top - look.size * 0.9;
  const room = roomsFor(names, look);
  return {
    id: 'axis-names',
    afterDraw({ ctx, width }) {
      ctx.save();
      ctx.font = cssFont(look, 'bold');
      ctx.textBaseline = 'bottom';
      for (const axis of ['left', 'right'] as const) {
        ctx.textAlign = axis;
        ctx.fillStyle = axisColor(data, axis, look);
        if (!names[axis]) continue;
        const [name = ''] = cutLines([names[axis]], 1, room[axis], 'bold', look);
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

/** What each of two names may take: half of the width, and what the other one leaves of its own. */
function roomsFor(names: ChartPlan['axisNames'], look: ChartLook): Readonly<Record<Axis, number>> {
  const half = look.width / 2;
  const margin = look.size * (swatchRoom + 0.5);
  const takes = (axis: Axis): number =>
    names[axis] ? Math.min(half, look.measure(names[axis], 'bold') + margin) : 0;
  return {
    left: look.width - takes('right') - margin,
    right: look.width - takes('left') - margin,
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
