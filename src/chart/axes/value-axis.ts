import type { ChartPlan } from '../plan.ts';
import { alignedAxes, axisExtent, logTicks } from '../scale/extent.ts';
import { tickFormats } from '../scale/numbers.ts';
import { fixedTicks, padded, stepOf, type Ticks } from '../scale/ticks.ts';
import { type Axis, type ChartData, isCloud, seriesOn, shapeOf } from '../series/data.ts';
import { type ChartLook, fontOf } from '../style.ts';
import { axisColor } from './axis-titles.ts';

/** An axis of values; two of them share one grid. */
export function valueAxis(axis: Axis, data: ChartData, look: ChartLook, plan: ChartPlan) {
  const isRight = axis === 'right';
  const aligned = alignedAxes(data)?.[axis];
  const formatFor = tickFormats(data, axis);
  return {
    type: isRight || data.yScale === 'linear' ? 'linear' : 'logarithmic',
    display: !plan.hidesAxis,
    stacked: data.stacked && !isRight,
    ...(isRight && { position: data.horizontal ? 'top' : 'right' }),
    ...(aligned ? { min: aligned.low, max: aligned.high } : rangeOf(axis, data, look, plan)),
    grid: {
      color: look.grid,
      lineWidth: look.unit,
      drawTicks: false,
      drawOnChartArea: !isRight,
    },
    border: { display: false },
    ticks: {
      padding: look.size * 0.5,
      color: axisColor(data, axis, look),
      font: fontOf(look),
      maxRotation: 0,
      ...(aligned ? { stepSize: aligned.step } : tickCount(data, look)),
      callback: (value: number, _: number, ticks: Ticks) =>
        formatFor(stepOf(value, ticks, data.yScale === 'log')).format(value),
    },
  };
}

function tickCount(data: ChartData, { width, height, size }: ChartLook) {
  const count = data.horizontal ? width / (size * 6) : height / (size * 2.6);
  return { maxTicksLimit: Math.max(3, Math.min(6, Math.floor(count))) };
}

/** All of the data from the first step on; from zero, where lengths and areas say how much. */
function rangeOf(axis: Axis, data: ChartData, look: ChartLook, plan: ChartPlan) {
  const extent = axisExtent(data, axis);
  const { low, high } = extent;
  if (axis === 'left' && data.yScale === 'log') return fixedTicks(logTicks(extent));
  const shapes = seriesOn(data, axis).map(({ series }) => shapeOf(data, series));
  if (plan.hidesAxis) {
    const span = Math.max(0, high) - Math.min(0, low);
    // Room for the numbers below bars that grow downwards.
    const share = data.horizontal ? 6 / look.width : 1.7 / look.height;
    const below = low < 0 ? low - span * look.size * share : 0;
    return { min: below, max: Math.max(0, high) || 1 };
  }
  const fromZero = !isCloud(data) && shapes.some((shape) => shape !== 'line');
  if (isCloud(data)) return { ...padded(extent, 0.06), bounds: 'ticks' };
  return { beginAtZero: fromZero, suggestedMin: low, suggestedMax: high };
}
