import type { ChartConfiguration, ChartType, Plugin } from 'chart.js';
import { annotations } from './annotations.ts';
import { axes } from './axes/axes.ts';
import { axisTitles } from './axes/axis-titles.ts';
import { mirrored } from './axes/mirror.ts';
import { radialAxis } from './axes/radial-axis.ts';
import { withBoundedSteps } from './axes/step-size.ts';
import { zeroLine } from './axes/zero-line.ts';
import { endLabels } from './labels/end-labels.ts';
import { legend } from './labels/legend.ts';
import { pointLabels } from './labels/point-labels.ts';
import { sliceLabels } from './labels/slice-labels.ts';
import { tooltip } from './labels/tooltip.ts';
import { valueLabels } from './labels/value-labels.ts';
import { merge } from './merge.ts';
import { type ChartPlan, planChart } from './plan.ts';
import { axisExtent } from './scale/extent.ts';
import { animationOptions } from './series/animation.ts';
import { type ChartData, hasShape, isBarLineOrArea, isPointChart } from './series/data.ts';
import { datasets } from './series/datasets.ts';
import { hatching, isPatterned } from './series/hatch.ts';
import type { SlicePlan } from './series/slices.ts';
import type { ChartState } from './series/state.ts';
import { sweep } from './series/sweep.ts';
import { type ChartStyle, fontOf } from './style.ts';

/** The Chart.js configuration of a chart. Its axes fit all the data from the first step on. */
export function chartConfig(
  data: ChartData,
  style: ChartStyle,
  state: ChartState,
  plan: ChartPlan = planChart(data, style),
): ChartConfiguration {
  return {
    type: typeOf(data),
    data: { labels: [...data.labels], datasets: datasets(data, style, state, plan.hasEndLabels) },
    options: merge(
      options(data, style, state, plan),
      data.options.scales ? withBoundedSteps(data.options) : data.options,
    ),
    plugins:
      data.dir === 'rtl'
        ? mirrored(plugins(data, style, state, plan), data)
        : plugins(data, style, state, plan),
  };
}

function typeOf({ type }: ChartData): ChartType {
  return type === 'area' ? 'line' : type;
}

function options(data: ChartData, style: ChartStyle, state: ChartState, plan: ChartPlan) {
  return {
    responsive: true,
    maintainAspectRatio: false,
    locale: data.lang,
    font: fontOf(style),
    color: style.text,
    indexAxis: data.horizontal ? 'y' : 'x',
    layout: { padding: plan.slices ? circlePadding(plan.slices, style) : plan.padding },
    interaction:
      isBarLineOrArea(data) || data.type === 'radar'
        ? { mode: 'index', intersect: false, axis: data.horizontal ? 'y' : 'x' }
        : { mode: 'nearest', intersect: true },
    ...(plan.slices && circleOptions(plan.slices)),
    ...animationOptions(data, style, state),
    scales: scales(data, style, plan),
    // Set explicitly so that a deck's own options can turn it on.
    plugins: { legend: { display: false }, tooltip: tooltip(data, style) },
  };
}

function scales(data: ChartData, style: ChartStyle, plan: ChartPlan): Record<string, object> {
  if (data.type === 'pie' || data.type === 'doughnut') return {};
  if (data.type === 'radar' || data.type === 'polarArea') return radialAxis(data, style);
  return axes(data, style, plan);
}

function circleOptions({ sector: { rotation, cutout } }: SlicePlan) {
  return { rotation, cutout: `${cutout * 100}%` };
}

/** The padding around a circle: the space that the labels next to it need. */
function circlePadding({ center, radius, sector }: SlicePlan, style: ChartStyle) {
  const x = center.x - sector.centerX * radius;
  const y = center.y - sector.centerY * radius;
  const [width, height] = [(radius * sector.width) / 2, (radius * sector.height) / 2];
  return {
    top: y - height,
    right: style.width - x - width,
    bottom: style.height - y - height,
    left: x - width,
  };
}

function plugins(data: ChartData, style: ChartStyle, state: ChartState, plan: ChartPlan): Plugin[] {
  const mayNeedPatterns = data.patterns ?? data.series.length > 1;
  const hasPatterns = mayNeedPatterns && isPatterned(data, plan.legend.length > 0);
  const patterns = hasPatterns ? [hatching(data, style)] : [];
  if (plan.slices) return [...patterns, sliceLabels(plan.slices, data, style)];
  const hasBars = isBarLineOrArea(data) && hasShape(data, 'bar');
  const hasNegativeBars = hasBars && axisExtent(data, 'left').low < 0;
  const hasTitles = plan.axisTitles.left !== '' || plan.axisTitles.right !== '';
  const headroom = plan.hasValueLabels && !data.horizontal ? style.size * 1.6 : style.size * 0.4;
  return [
    ...(style.duration > 0 ? [sweep(style.duration, state.before.series)] : []),
    ...patterns,
    ...(hasNegativeBars ? [zeroLine(style)] : []),
    ...(data.annotations.length > 0 ? [annotations(data, style, plan.annotations, headroom)] : []),
    ...(plan.hasValueLabels ? [valueLabels(plan.labelsAll, data, style, hasPatterns)] : []),
    ...(plan.hasEndLabels ? [endLabels(data, style)] : []),
    ...(isPointChart(data) ? [pointLabels(data, style)] : []),
    ...(hasTitles ? [axisTitles(plan, data, style)] : []),
    ...(plan.legend.length > 0 ? [legend(plan.legend, data, style, hasPatterns)] : []),
  ];
}
