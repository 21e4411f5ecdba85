import type { Scale } from 'chart.js';
import { axisColor } from './axis-names.ts';
import { hasOffset } from './columns.ts';
import { type Axis, type ChartData, isCloud, isSetApart, seriesOn, shapeOf } from './data.ts';
import { alignedAxes, axisExtent, extentOf, logTicks } from './extent.ts';
import { type ChartLook, fontOf } from './look.ts';
import { positionFormat, positionsOf, tickFormat } from './numbers.ts';
import type { ChartPlan } from './plan.ts';
import { timeTicks } from './time.ts';

type Ticks = readonly { readonly value: number }[];

/** The axes of bars, lines, areas and points, by Chart.js' names for them. */
export function axes(data: ChartData, look: ChartLook, plan: ChartPlan): Record<string, object> {
  const along = data.xScale === 'category' ? categoryAxis : positionAxis;
  const [x, y] = data.horizontal ? ['y', 'x'] : ['x', 'y'];
  const hasRight = seriesOn(data, 'right').length > 0;
  return {
    [x]: along(data, look, plan),
    [y]: valueAxis('left', data, look, plan),
    ...(hasRight && { right: valueAxis('right', data, look, plan) }),
  };
}

function categoryAxis(data: ChartData, look: ChartLook, plan: ChartPlan) {
  const { categories } = plan;
  const isOne = data.series.length === 1;
  // Chart.js numbers the categories.
  const isApart = ({ tick }: { readonly tick: { readonly value: number } }): boolean =>
    isOne && isSetApart(data, tick.value);
  const grows = axisExtent(data, 'left').low < 0;
  return {
    type: 'category',
    stacked: data.stacked,
    grid: { display: false },
    border: { display: !(grows && hasOffset(data)), color: look.grid, width: 2 * look.unit },
    offset: hasOffset(data),
    ticks: {
      autoSkip: !categories,
      autoSkipPadding: look.size,
      maxRotation: 0,
      padding: look.size * 0.35,
      color: (tick: Parameters<typeof isApart>[0]) => (isApart(tick) ? look.strong : look.text),
      font: (tick: Parameters<typeof isApart>[0]) =>
        fontOf(look, isApart(tick) ? 'bold' : 'normal'),
      callback: (index: number) => categories?.[index] ?? data.labels[index],
    },
  };
}

function valueAxis(axis: Axis, data: ChartData, look: ChartLook, plan: ChartPlan) {
  const isRight = axis === 'right';
  return {
    type: isRight || data.yScale === 'linear' ? 'linear' : 'logarithmic',
    display: !plan.hidesAxis,
    stacked: data.stacked && !isRight,
    ...(isRight && { position: data.horizontal ? 'top' : 'right' }),
    ...rangeOf(axis, data, look, plan),
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
      ...tickCount(data, look),
      callback: (value: number, _: number, ticks: Ticks) =>
        tickFormat(data, axis, stepOf(value, ticks, data)).format(value),
    },
  };
}

/** On a log scale each number is its own step. */
function stepOf(value: number, ticks: Ticks, { yScale }: ChartData): number {
  const [first, second] = ticks;
  return yScale === 'log' || !first || !second ? value : second.value - first.value;
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
  const aligned = alignedAxes(data)?.[axis];
  if (aligned) return { min: aligned.low, max: aligned.high, ticks: { stepSize: aligned.step } };
  if (isCloud(data)) return { ...padded(extent, 0.06), bounds: 'ticks' };
  return { beginAtZero: fromZero, suggestedMin: low, suggestedMax: high };
}

function padded({ low, high }: { low: number; high: number }, share: number) {
  const margin = (high - low || Math.abs(high) || 1) * share;
  return {
    suggestedMin: low >= 0 ? Math.max(0, low - margin) : low - margin,
    suggestedMax: high + margin,
  };
}

/** Exactly these numbers, from the first to the last. */
function fixedTicks(values: readonly number[]) {
  return {
    min: values[0],
    max: values.at(-1),
    afterBuildTicks: (scale: Scale) => {
      scale.ticks = values.map((value) => ({ value }));
    },
  };
}

/** An axis of numbers or of time, on which the data stand where they belong. */
function positionAxis(data: ChartData, look: ChartLook, plan: ChartPlan) {
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
        time?.lines.get(value) ?? positionText(value, ticks, data),
    },
  };
}

function positionText(value: number, ticks: Ticks, data: ChartData): string {
  const [first, second] = ticks;
  const step = data.xScale === 'log' || !first || !second ? value : second.value - first.value;
  return positionFormat(data, step).format(value);
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
