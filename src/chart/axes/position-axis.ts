import type { ChartPlan } from '../plan.ts';
import { hasOffset } from '../scale/columns.ts';
import { extentOf, logTicks } from '../scale/extent.ts';
import { positionFormat, positionsOf } from '../scale/numbers.ts';
import { fixedTicks, padded, stepOf, type Ticks } from '../scale/ticks.ts';
import { timeTicks } from '../scale/time.ts';
import { type ChartData, isPointChart } from '../series/data.ts';
import { type ChartStyle, fontOf } from '../style.ts';
import { takeHeight } from './label-height.ts';

/** A numeric or time axis, on which the distances between data points are true to scale. */
export function positionAxis(data: ChartData, style: ChartStyle, plan: ChartPlan) {
  const extent = extentOf(positionsOf(data));
  const time = data.xScale === 'time' ? timeAxis(data, style, plan) : undefined;
  const range =
    data.xScale === 'log'
      ? { type: 'logarithmic', ...fixedTicks(logTicks(extent)) }
      : isPointChart(data)
        ? { type: 'linear', ...padded(extent, 0.05) }
        : { type: 'linear', min: extent.low, max: extent.high };
  return {
    ...range,
    ...time?.range,
    stacked: data.stacked,
    offset: hasOffset(data) && !isPointChart(data),
    beforeFit: takeHeight,
    grid: {
      display: isPointChart(data),
      color: style.grid,
      lineWidth: style.unit,
      drawTicks: false,
    },
    border: { display: !isPointChart(data), color: style.grid, width: 2 * style.unit },
    title: {
      display: data.xScale !== 'time',
      text: data.x,
      align: 'end',
      color: style.text,
      font: fontOf(style, 'bold'),
      padding: 0,
    },
    ticks: {
      padding: style.size * 0.35,
      color: style.text,
      font: fontOf(style),
      maxRotation: 0,
      autoSkip: !time,
      includeBounds: false,
      autoSkipPadding: style.size,
      maxTicksLimit: time ? 100 : 9,
      callback: (value: number, _: number, ticks: Ticks) =>
        time?.lines.get(value) ??
        positionFormat(data, stepOf(value, ticks, data.xScale === 'log')).format(value),
    },
  };
}

/** The range of a time axis, and the labels of its ticks. */
function timeAxis(data: ChartData, style: ChartStyle, { plotSize }: ChartPlan) {
  const { low, high } = extentOf(positionsOf(data));
  const margin = isPointChart(data) ? (high - low) * 0.03 : 0;
  const extent = { low: low - margin, high: high + margin };
  const ticks = timeTicks(extent, data.timeUnit, data.lang, plotSize.width, style);
  return {
    lines: new Map(ticks.map(({ value, lines }) => [value, [...lines]])),
    range: {
      ...fixedTicks(ticks.map(({ value }) => value)),
      min: extent.low,
      max: extent.high,
    },
  };
}
