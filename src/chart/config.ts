import type { ChartConfiguration, ChartType, Plugin } from 'chart.js';
import { marks } from './annotations.ts';
import { axes } from './axes/axes.ts';
import { axisNames } from './axes/axis-titles.ts';
import { mirrored } from './axes/mirror.ts';
import { radialAxis } from './axes/radial-axis.ts';
import { zeroLine } from './axes/zero-line.ts';
import { endLabels } from './labels/end-labels.ts';
import { key } from './labels/legend.ts';
import { pointLabels } from './labels/point-labels.ts';
import { sliceLabels } from './labels/slice-labels.ts';
import { tooltip } from './labels/tooltip.ts';
import { valueLabels } from './labels/value-labels.ts';
import { merge } from './merge.ts';
import { type ChartPlan, planChart } from './plan.ts';
import { axisExtent } from './scale/extent.ts';
import { movement } from './series/animation.ts';
import { type ChartData, hasShape, isCloud, isColumnar } from './series/data.ts';
import { datasets } from './series/datasets.ts';
import { hatching } from './series/hatch.ts';
import type { SlicePlan } from './series/slices.ts';
import type { ChartState } from './series/state.ts';
import { sweep } from './series/sweep.ts';
import { type ChartLook, fontOf } from './style.ts';

/** Above so many series colours alone do not tell them apart. */
const maxPlain = 5;

/** The chart as Chart.js draws it. Its axes hold all the data from the first step on. */
export function chartConfig(
  data: ChartData,
  look: ChartLook,
  state: ChartState,
  plan: ChartPlan = planChart(data, look),
): ChartConfiguration {
  return {
    type: typeOf(data),
    data: { labels: [...data.labels], datasets: datasets(data, look, state, plan.namesAtEnds) },
    options: merge(options(data, look, state, plan), data.options),
    plugins:
      data.dir === 'rtl'
        ? mirrored(plugins(data, look, state, plan), data)
        : plugins(data, look, state, plan),
  };
}

function typeOf({ type }: ChartData): ChartType {
  return type === 'area' ? 'line' : type;
}

function options(data: ChartData, look: ChartLook, state: ChartState, plan: ChartPlan) {
  return {
    responsive: true,
    maintainAspectRatio: false,
    locale: data.lang,
    font: fontOf(look),
    color: look.text,
    indexAxis: data.horizontal ? 'y' : 'x',
    layout: { padding: plan.slices ? aroundCircle(plan.slices, look) : plan.padding },
    interaction:
      isColumnar(data) || data.type === 'radar'
        ? { mode: 'index', intersect: false, axis: data.horizontal ? 'y' : 'x' }
        : { mode: 'nearest', intersect: true },
    ...(plan.slices && { rotation: plan.slices.rotation }),
    ...(data.type === 'doughnut' && { cutout: '62%' }),
    ...movement(data, look, state),
    scales: scales(data, look, plan),
    // Named here so that a deck's own options can turn it on.
    plugins: { legend: { display: false }, tooltip: tooltip(data, look) },
  };
}

function scales(data: ChartData, look: ChartLook, plan: ChartPlan): Record<string, object> {
  if (data.type === 'pie' || data.type === 'doughnut') return {};
  if (data.type === 'radar' || data.type === 'polarArea') return radialAxis(data, look);
  return axes(data, look, plan);
}

/** The room around a circle: as much as the labels beside it need. */
function aroundCircle({ center, radius }: SlicePlan, look: ChartLook) {
  return {
    top: center.y - radius,
    right: look.width - center.x - radius,
    bottom: look.height - center.y - radius,
    left: center.x - radius,
  };
}

function plugins(data: ChartData, look: ChartLook, state: ChartState, plan: ChartPlan): Plugin[] {
  if (plan.slices) return [sliceLabels(plan.slices, data, look)];
  const hasBars = isColumnar(data) && hasShape(data, 'bar');
  const isHatched = plan.key.length > 0 && data.series.length > maxPlain && hasBars;
  const goesBelow = hasBars && axisExtent(data, 'left').low < 0;
  const hasNames = plan.axisNames.left !== '' || plan.axisNames.right !== '';
  const headroom = plan.isLabelled && !data.horizontal ? look.size * 1.6 : look.size * 0.4;
  return [
    ...(look.duration > 0 ? [sweep(look.duration, state.before.series)] : []),
    ...(isHatched ? [hatching(look)] : []),
    ...(goesBelow ? [zeroLine(look)] : []),
    ...(data.marks.length > 0 ? [marks(data, look, plan.marks, headroom)] : []),
    ...(plan.isLabelled ? [valueLabels(plan.labelsAll, data, look)] : []),
    ...(plan.namesAtEnds ? [endLabels(data, look)] : []),
    ...(isCloud(data) ? [pointLabels(data, look)] : []),
    ...(hasNames ? [axisNames(plan, data, look)] : []),
    ...(plan.key.length > 0 ? [key(plan.key, data, look, isHatched)] : []),
  ];
}
