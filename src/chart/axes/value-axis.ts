import type { ChartPlan } from '../plan.ts';
import { alignedAxes, axisExtent, logTicks } from '../scale/extent.ts';
import { tickFormats } from '../scale/numbers.ts';
import { fixedTicks, padded, stepOf, type Ticks } from '../scale/ticks.ts';
import { type Axis, type ChartData, isPointChart, seriesOn, shapeOf } from '../series/data.ts';
import { type ChartStyle, fontOf } from '../style.ts';
import { axisColor } from './axis-titles.ts';
import { takeHeight } from './label-height.ts';

/** A value axis; two of them share the lines of one grid. */
export function valueAxis(axis: Axis, data: ChartData, style: ChartStyle, plan: ChartPlan) {
  const isRight = axis === 'right';
  const aligned = alignedAxes(data)?.[axis];
  const formatFor = tickFormats(data, axis);
  return {
    type: isRight || data.yScale === 'linear' ? 'linear' : 'logarithmic',
    display: !plan.hidesAxis,
    stacked: data.stacked && !isRight,
    beforeFit: takeHeight,
    ...(isRight && { position: data.horizontal ? 'top' : 'right' }),
    ...(aligned ? { min: aligned.low, max: aligned.high } : rangeOf(axis, data, style, plan)),
    grid: {
      color: style.grid,
      lineWidth: style.unit,
      drawTicks: false,
      drawOnChartArea: !isRight,
    },
    border: { display: false },
    ticks: {
      padding: style.size * 0.5,
      color: axisColor(data, axis, style),
      font: fontOf(style),
      maxRotation: 0,
      ...(aligned ? { stepSize: aligned.step } : tickCount(data, style)),
      callback: (value: number, _: number, ticks: Ticks) =>
        formatFor(stepOf(value, ticks, data.yScale === 'log')).format(value),
    },
  };
}

function tickCount(data: ChartData, { width, height, size }: ChartStyle) {
  const count = data.horizontal ? width / (size * 6) : height / (size * 2.6);
  return { maxTicksLimit: Math.max(3, Math.min(6, Math.floor(count))) };
}

/** The range of a value axis: it covers the data of all steps, and starts at zero for bars and areas. */
function rangeOf(axis: Axis, data: ChartData, style: ChartStyle, plan: ChartPlan) {
  const extent = axisExtent(data, axis);
  const { low, high } = extent;
  if (axis === 'left' && data.yScale === 'log') return fixedTicks(logTicks(extent));
  const shapes = seriesOn(data, axis).map(({ series }) => shapeOf(data, series));
  if (plan.hidesAxis) {
    const span = Math.max(0, high) - Math.min(0, low);
    // Space for the labels below negative bars.
    const share = data.horizontal ? 6 / style.width : 1.7 / style.height;
    const below = low < 0 ? low - span * style.size * share : 0;
    return { min: below, max: Math.max(0, high) || 1 };
  }
  const fromZero = !isPointChart(data) && shapes.some((shape) => shape !== 'line');
  if (isPointChart(data)) return { ...padded(extent, 0.06), bounds: 'ticks' };
  return { beginAtZero: fromZero, suggestedMin: low, suggestedMax: high };
}
