import type { ChartDataset } from 'chart.js';
import type { ChartPoint, ChartSeries } from '../../model/chart.ts';
import { barThickness } from '../scale/columns.ts';
import { type ChartStyle, mix } from '../style.ts';
import { type ChartData, isBand, isCircular, isPointChart, type Shape, shapeOf } from './data.ts';
import { withOptions } from './dataset-options.ts';
import { itemColor, seriesColor } from './paint.ts';
import { hasDots, lineDash, lineIndex, type PointStyle, pointStyle } from './points.ts';
import { type ChartState, isShown } from './state.ts';

/**
 * The series as Chart.js datasets, without the data of later steps.
 *
 * @param hasEndLabels if lines are labeled at their ends, their point styles and dashes do not differ
 */
export function datasets(
  data: ChartData,
  style: ChartStyle,
  state: ChartState,
  hasEndLabels: boolean,
): ChartDataset[] {
  return data.series.map((series, index) =>
    withOptions(dataset(series, index, data, style, state, hasEndLabels), data.options),
  );
}

function dataset(
  series: ChartSeries,
  index: number,
  data: ChartData,
  style: ChartStyle,
  state: ChartState,
  hasEndLabels: boolean,
): ChartDataset {
  const common = { label: series.name, hidden: index >= state.shown.series };
  if (isCircular(data)) return { ...common, ...sliceDataset(data, style, state) } as ChartDataset;
  if (isPointChart(data)) return { ...common, ...pointDataset(data, index, style) } as ChartDataset;
  if (data.type === 'radar') return { ...common, ...radarDataset(data, index, style, state) };
  const shape = shapeOf(data, series);
  const variant = hasEndLabels ? 0 : lineIndex(data, index);
  const shaped =
    shape === 'bar'
      ? barDataset(data, index, style)
      : lineDataset(data, index, shape, variant, style);
  const axis =
    series.axis === 'right' ? { [data.horizontal ? 'xAxisID' : 'yAxisID']: 'right' } : {};
  return {
    ...common,
    ...axis,
    ...shaped,
    data: shownValues(data, index, state),
  } as ChartDataset;
}

function shownValues(data: ChartData, index: number, state: ChartState) {
  const own = data.series[index]?.values ?? [];
  const shown = own.map((value, category) => (category < state.shown.categories ? value : null));
  const { positions } = data;
  return positions ? shown.map((y, category) => ({ x: positions[category] ?? 0, y })) : shown;
}

function barDataset(data: ChartData, index: number, style: ChartStyle) {
  const colors = itemColors(data, index, style);
  const border = data.stacked
    ? {
        borderColor: style.background,
        borderWidth: style.unit,
        borderSkipped: false,
        borderRadius: 0,
      }
    : { borderRadius: 3 * style.unit };
  const groupSize = data.stacked ? 1 : data.series.filter((s) => shapeOf(data, s) === 'bar').length;
  return {
    type: 'bar',
    // Lines are drawn over bars.
    order: 1,
    backgroundColor: colors,
    hoverBackgroundColor: colors,
    ...border,
    categoryPercentage: groupSize > 1 ? 0.76 : 0.86,
    barPercentage: 0.9,
    maxBarThickness: barThickness(Number.POSITIVE_INFINITY, groupSize, style),
  };
}

/** @param variant the index of its point style and dash pattern */
function lineDataset(
  data: ChartData,
  index: number,
  shape: Shape,
  variant: number,
  style: ChartStyle,
) {
  const color = seriesColor(data, index, style);
  const series = data.series[index];
  const isFilled = series !== undefined && isBand(data, series);
  const colors = itemColors(data, index, style);
  const dots = hasDots(data, index);
  return {
    type: 'line',
    order: 0,
    borderColor: isFilled ? style.background : color,
    borderWidth: (isFilled ? 2 : lineWidth(data, index)) * style.unit,
    borderDash: dots || isFilled ? [] : lineDash(variant, style.unit),
    borderJoinStyle: 'round',
    borderCapStyle: 'round',
    backgroundColor: isFilled ? color : mix(color, 22),
    fill: shape === 'area' ? (isFilled && index > 0 ? '-1' : 'origin') : false,
    stepped: series?.stepped ?? false,
    ...pointOptions(pointStyle(variant), colors, 2, style),
    pointRadius: dots ? 6 * style.unit * pointStyle(variant).scale : 0,
    clip: false,
  };
}

/** The colors of the items of a series; a single color if all are the same. */
function itemColors(data: ChartData, index: number, style: ChartStyle): string | string[] {
  const colors = data.labels.map((_, category) => itemColor(data, index, category, style));
  return new Set(colors).size === 1 ? (colors[0] ?? '') : colors;
}

function radarDataset(data: ChartData, index: number, style: ChartStyle, state: ChartState) {
  const color = seriesColor(data, index, style);
  const own = data.series[index]?.values ?? [];
  return {
    type: 'radar' as const,
    data: own.map((value, category) => (isShown(state, index, category) ? value : null)),
    borderColor: color,
    borderWidth: (lineWidth(data, index) - 1) * style.unit,
    borderDash: lineDash(index, style.unit),
    borderJoinStyle: 'round' as const,
    backgroundColor: mix(color, data.series.length > 3 ? 8 : 16),
    fill: true,
    ...pointOptions(pointStyle(index), color, 1.5, style),
  };
}

/** A highlighted line differs from the others not by color alone. */
function lineWidth({ series }: ChartData, index: number): number {
  if (!series.some(({ highlight }) => highlight)) return 4;
  return series[index]?.highlight ? 5.5 : 3;
}

/** The points on a line. */
function pointOptions(
  { shape, isHollow, scale }: PointStyle,
  color: string | string[],
  borderWidth: number,
  { background, unit }: ChartStyle,
) {
  const fill = isHollow ? background : color;
  return {
    pointStyle: shape,
    pointBackgroundColor: fill,
    pointHoverBackgroundColor: fill,
    pointBorderColor: isHollow ? color : background,
    pointBorderWidth: borderWidth * unit,
    pointRadius: 6 * unit * scale,
    pointHoverRadius: 8 * unit * scale,
  };
}

/** The slices of a pie, doughnut or polar area chart. */
function sliceDataset(data: ChartData, style: ChartStyle, state: ChartState) {
  const own = data.series[0]?.values ?? [];
  const paint = (color: (category: number) => string): string[] =>
    own.map((_, category) => (isShown(state, 0, category) ? color(category) : 'transparent'));
  const colors = paint((category) => itemColor(data, 0, category, style));
  const borders = paint(() => style.background);
  return {
    type: data.type,
    data: own.map((value) => value ?? 0),
    backgroundColor: colors,
    hoverBackgroundColor: colors,
    borderColor: borders,
    hoverBorderColor: borders,
    // A single slice has no neighbor to separate from.
    borderWidth: own.filter(Boolean).length > 1 ? 2 * style.unit : 0,
    borderJoinStyle: 'round',
  };
}

function pointDataset(data: ChartData, index: number, style: ChartStyle) {
  const points = data.series[index]?.points ?? [];
  const fills = points.map((point) => pointColor(data, index, point, style));
  const color = new Set(fills).size === 1 ? fills[0] : fills;
  const { shape, isHollow, scale } = pointStyle(index);
  const radius = pointRadius(data, style);
  const defaultRadius = radius(undefined);
  const border = defaultRadius > 4 * style.unit ? 1.5 : 0;
  return {
    type: data.type,
    data: points.map(({ x, y, size }) => ({ x, y, r: radius(size) * scale })),
    pointStyle: shape,
    backgroundColor: isHollow ? 'transparent' : color,
    hoverBackgroundColor: isHollow ? 'transparent' : color,
    borderColor: isHollow ? color : style.background,
    borderWidth: (isHollow ? 2 : border) * style.unit,
    ...(data.type === 'scatter'
      ? { pointRadius: defaultRadius * scale }
      : // Large bubbles are drawn behind small ones.
        { order: Math.max(...points.map(({ size = 0 }) => size)) }),
    hoverRadius: 2 * style.unit,
    clip: false,
  };
}

function pointColor(data: ChartData, index: number, point: ChartPoint, style: ChartStyle): string {
  const own = seriesColor(data, index, style);
  if (point.label !== undefined && data.highlight.includes(point.label))
    return data.series.length === 1 ? style.highlight : own;
  const color =
    data.highlight.length > 0 && data.series.length > 1 ? mix(own, 45, style.muted) : own;
  return mix(color, data.type === 'bubble' ? 62 : 85);
}

/** The radius for a size: the area of a bubble represents it. Without sizes, many points are smaller. */
function pointRadius(data: ChartData, style: ChartStyle): (size: number | undefined) => number {
  const points = data.series.flatMap((series) => series.points ?? []);
  const largest = Math.max(...points.map(({ size = 0 }) => size), Number.MIN_VALUE);
  const maxRadius = Math.min(style.width, style.height) * 0.11;
  const defaultRadius = (points.length > 1000 ? 2 : points.length > 150 ? 4 : 7) * style.unit;
  return (size) =>
    size === undefined
      ? defaultRadius
      : Math.max(3 * style.unit, maxRadius * Math.sqrt(size / largest));
}
