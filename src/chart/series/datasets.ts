import type { ChartDataset } from 'chart.js';
import type { ChartPoint } from '../../model/chart.ts';
import { barThickness } from '../scale/columns.ts';
import { type ChartLook, mix } from '../style.ts';
import { type ChartData, isBand, isCloud, isRound, type Shape, shapeOf } from './data.ts';
import { itemColor, seriesColor } from './paint.ts';
import { hasDots, lineDash, lineIndex, type PointForm, pointForm } from './points.ts';
import { type ChartState, isShown } from './state.ts';

/**
 * The series as Chart.js draws them; what a later step brings is left out.
 *
 * @param namesAtEnds a line whose name stands at its end need not differ from others in form
 */
export function datasets(
  data: ChartData,
  look: ChartLook,
  state: ChartState,
  namesAtEnds: boolean,
): ChartDataset[] {
  return data.series.map((series, index) => {
    const common = { label: series.name, hidden: index >= state.shown.series };
    if (isRound(data)) return { ...common, ...parts(data, look, state) } as ChartDataset;
    if (isCloud(data)) return { ...common, ...cloud(data, index, look) } as ChartDataset;
    if (data.type === 'radar') return { ...common, ...ring(data, index, look, state) };
    const shape = shapeOf(data, series);
    const form = namesAtEnds ? 0 : lineIndex(data, index);
    const drawn = shape === 'bar' ? bars(data, index, look) : line(data, index, shape, form, look);
    const axis =
      series.axis === 'right' ? { [data.horizontal ? 'xAxisID' : 'yAxisID']: 'right' } : {};
    return { ...common, ...axis, ...drawn, data: values(data, index, state) } as ChartDataset;
  });
}

function values(data: ChartData, index: number, state: ChartState) {
  const own = data.series[index]?.values ?? [];
  const shown = own.map((value, category) => (category < state.shown.categories ? value : null));
  const { positions } = data;
  return positions ? shown.map((y, category) => ({ x: positions[category] ?? 0, y })) : shown;
}

function bars(data: ChartData, index: number, look: ChartLook) {
  const colors = itemColors(data, index, look);
  const apart = data.stacked
    ? { borderColor: look.ground, borderWidth: look.unit, borderSkipped: false, borderRadius: 0 }
    : { borderRadius: 3 * look.unit };
  const abreast = data.stacked ? 1 : data.series.filter((s) => shapeOf(data, s) === 'bar').length;
  return {
    type: 'bar',
    // Lines lie over bars.
    order: 1,
    backgroundColor: colors,
    hoverBackgroundColor: colors,
    ...apart,
    categoryPercentage: abreast > 1 ? 0.76 : 0.86,
    barPercentage: 0.9,
    maxBarThickness: barThickness(Number.POSITIVE_INFINITY, abreast, look),
  };
}

/** @param form the place of the line among those that it must differ from */
function line(data: ChartData, index: number, shape: Shape, form: number, look: ChartLook) {
  const color = seriesColor(data, index, look);
  const series = data.series[index];
  const isFilled = series !== undefined && isBand(data, series);
  const colors = itemColors(data, index, look);
  const dots = hasDots(data, index);
  return {
    type: 'line',
    order: 0,
    borderColor: isFilled ? look.ground : color,
    borderWidth: (isFilled ? 2 : lineWidth(data, index)) * look.unit,
    borderDash: dots || isFilled ? [] : lineDash(form, look.unit),
    borderJoinStyle: 'round',
    borderCapStyle: 'round',
    backgroundColor: isFilled ? color : mix(color, 22),
    fill: shape === 'area' ? (isFilled && index > 0 ? '-1' : 'origin') : false,
    stepped: series?.stepped ?? false,
    ...pointLook(pointForm(form), colors, 2, look),
    pointRadius: dots ? 6 * look.unit * pointForm(form).growth : 0,
    clip: false,
  };
}

/** One colour where it is the same for all. */
function itemColors(data: ChartData, index: number, look: ChartLook): string | string[] {
  const colors = data.labels.map((_, category) => itemColor(data, index, category, look));
  return new Set(colors).size === 1 ? (colors[0] ?? '') : colors;
}

function ring(data: ChartData, index: number, look: ChartLook, state: ChartState) {
  const color = seriesColor(data, index, look);
  const own = data.series[index]?.values ?? [];
  return {
    type: 'radar' as const,
    data: own.map((value, category) => (isShown(state, index, category) ? value : null)),
    borderColor: color,
    borderWidth: (lineWidth(data, index) - 1) * look.unit,
    borderJoinStyle: 'round' as const,
    backgroundColor: mix(color, data.series.length > 3 ? 8 : 16),
    fill: true,
    ...pointLook(pointForm(index), color, 1.5, look),
  };
}

/** What is set apart differs from the others in more than its colour. */
function lineWidth({ series }: ChartData, index: number): number {
  if (!series.some(({ highlight }) => highlight)) return 4;
  return series[index]?.highlight ? 5.5 : 3;
}

/** The points on a line. */
function pointLook(
  { shape, isHollow, growth }: PointForm,
  color: string | string[],
  rim: number,
  { ground, unit }: ChartLook,
) {
  const fill = isHollow ? ground : color;
  return {
    pointStyle: shape,
    pointBackgroundColor: fill,
    pointHoverBackgroundColor: fill,
    pointBorderColor: isHollow ? color : ground,
    pointBorderWidth: rim * unit,
    pointRadius: 6 * unit * growth,
    pointHoverRadius: 8 * unit * growth,
  };
}

/** The parts of a pie, a doughnut, a polar area. */
function parts(data: ChartData, look: ChartLook, state: ChartState) {
  const own = data.series[0]?.values ?? [];
  const paint = (color: (category: number) => string): string[] =>
    own.map((_, category) => (isShown(state, 0, category) ? color(category) : 'transparent'));
  const colors = paint((category) => itemColor(data, 0, category, look));
  const rims = paint(() => look.ground);
  return {
    type: data.type,
    data: own.map((value) => value ?? 0),
    backgroundColor: colors,
    hoverBackgroundColor: colors,
    borderColor: rims,
    hoverBorderColor: rims,
    // The only part has no other one beside it.
    borderWidth: own.filter(Boolean).length > 1 ? 2 * look.unit : 0,
    borderJoinStyle: 'round',
  };
}

function cloud(data: ChartData, index: number, look: ChartLook) {
  const points = data.series[index]?.points ?? [];
  const fills = points.map((point) => pointColor(data, index, point, look));
  const isEven = new Set(fills).size === 1;
  const color = isEven ? fills[0] : fills;
  const { shape, isHollow, growth } = pointForm(index);
  const radius = pointRadius(data, look);
  const plain = radius(undefined);
  const rim = plain > 4 * look.unit ? 1.5 : 0;
  return {
    type: data.type,
    data: points.map(({ x, y, size }) => ({ x, y, r: radius(size) * growth })),
    pointStyle: shape,
    backgroundColor: isHollow ? 'transparent' : color,
    hoverBackgroundColor: isHollow ? 'transparent' : color,
    borderColor: isHollow ? color : look.ground,
    borderWidth: (isHollow ? 2 : rim) * look.unit,
    ...(data.type === 'scatter'
      ? { pointRadius: plain * growth }
      : // Large bubbles lie behind small ones.
        { order: Math.max(...points.map(({ size = 0 }) => size)) }),
    hoverRadius: 2 * look.unit,
    clip: false,
  };
}

function pointColor(data: ChartData, index: number, point: ChartPoint, look: ChartLook): string {
  const own = seriesColor(data, index, look);
  const isApart = point.label !== undefined && data.highlight.includes(point.label);
  if (isApart) return data.series.length === 1 ? look.highlight : own;
  const color =
    data.highlight.length > 0 && data.series.length > 1 ? mix(own, 45, look.muted) : own;
  return mix(color, data.type === 'bubble' ? 62 : 85);
}

/** A bubble's area says its size; points are smaller the more there are. */
function pointRadius(data: ChartData, look: ChartLook): (size: number | undefined) => number {
  const points = data.series.flatMap((series) => series.points ?? []);
  const largest = Math.max(...points.map(({ size = 0 }) => size), Number.MIN_VALUE);
  const room = Math.min(look.width, look.height) * 0.11;
  const plain = (points.length > 1000 ? 2 : points.length > 150 ? 4 : 7) * look.unit;
  return (size) =>
    size === undefined ? plain : Math.max(3 * look.unit, room * Math.sqrt(size / largest));
}
