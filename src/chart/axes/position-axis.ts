import type { ChartPlan } from '../plan.ts';
import { hasOffset } from '../scale/columns.ts';
import { extentOf, logTicks } from '../scale/extent.ts';
import { positionFormat, positionsOf } from '../scale/numbers.ts';
import { fixedTicks, padded, stepOf, type Ticks } from '../scale/ticks.ts';
import { timeTicks } from '../scale/time.ts';
import { type ChartData, isCloud } from '../series/data.ts';
import { type ChartLook, fontOf } from '../style.ts';

/** An axis of numbers or of time, on which the data stand where they belong. */
export function positionAxis(data: ChartData, look: ChartLook, plan: ChartPlan) {
  const extent = extentOf(positionsOf(data));
  const time = data.xScale === 'time' ? timeAxis(data, look, plan) : undefined;
  const range =
    data.xScale === 'log'
      ? { type: 'logarithmic', ...fixedTicks(logTicks(extent)) }
      : isCloud(data)
        ? { type: 'linear', ...padded(extent, 0.05) }
        : { type: 'linear', min: extent.low, max: extent.high };
  return {
    ...range,
    ...time?.range,
    stacked: data.stacked,
    offset: hasOffset(data) && !isCloud(data),
    grid: { display: isCloud(data), color: look.grid, lineWidth: look.unit, drawTicks: false },
    border: { display: !isCloud(data), color: look.grid, width: 2 * look.unit },
    title: {
      display: data.xScale !== 'time',
      text: data.x,
      align: 'end',
      color: look.text,
      font: fontOf(look, 'bold'),
      padding: 0,
    },
    ticks: {
      padding: look.size * 0.35,
      color: look.text,
      font: fontOf(look),
      maxRotation: 0,
      autoSkip: !time,
      includeBounds: false,
      autoSkipPadding: look.size,
      maxTicksLimit: time ? 100 : 9,
      callback: (value: number, _: number, ticks: Ticks) =>
        time?.lines.get(value) ??
        positionFormat(data, stepOf(value, ticks, data.xScale === 'log')).format(value),
    },
  };
}

/** The range of a time axis, and what is written at its ticks. */
function timeAxis(data: ChartData, look: ChartLook, { room }: ChartPlan) {
  const { low, high } = extentOf(positionsOf(data));
  const margin = isCloud(data) ? (high - low) * 0.03 : 0;
  const extent = { low: low - margin, high: high + margin };
  const ticks = timeTicks(extent, data.timeUnit, data.lang, room.width, look);
  return {
    lines: new Map(ticks.map(({ value, lines }) => [value, [...lines]])),
    range: {
      ...fixedTicks(ticks.map(({ value }) => value)),
      min: extent.low,
      max: extent.high,
    },
  };
}
