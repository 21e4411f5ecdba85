import { type AnnotationRows, annotationRows } from './annotations.ts';
import { type CategoryLabels, fitCategoryLabels, type PlotSize } from './axes/category-labels.ts';
import { type LegendRow, legendRows } from './labels/legend.ts';
import { axisWidth, endLabelWidth, type Padding, paddingOf, valueTexts } from './labels/padding.ts';
import { maxLabelled } from './scale/columns.ts';
import {
  type Axis,
  type ChartData,
  hasRightAxis,
  hasShape,
  isBarLineOrArea,
  isCircular,
  isPointChart,
  seriesOn,
  shapeOf,
} from './series/data.ts';
import { planSlices, type SlicePlan } from './series/slices.ts';
import { type ChartStyle, widest } from './style.ts';

/**
 * Which labels, axes and legend a chart has. Values and names are written next to what they describe
 * if there is room; otherwise the chart has a value axis and a legend.
 */
export interface ChartPlan {
  /** Bars and points are labeled with their values. */
  readonly hasValueLabels: boolean;
  /** All of them, not only those of highlighted categories. */
  readonly labelsAll: boolean;
  /** The value labels make the value axis redundant. */
  readonly hidesAxis: boolean;
  /** The series are labeled at their right ends. */
  readonly hasEndLabels: boolean;
  readonly legend: readonly LegendRow[];
  /** Above the left and the right value axis. */
  readonly axisTitles: Readonly<Record<Axis, string>>;
  readonly annotations: AnnotationRows;
  readonly categories: CategoryLabels;
  /** Only in `pie`, `doughnut` and `polarArea`. */
  readonly slices: SlicePlan | undefined;
  /** Some labels do not fit, which the author is warned about. */
  readonly isCrowded: boolean;
  /** The approximate size of the plot area. */
  readonly plotSize: PlotSize;
  readonly padding: Padding;
}

const noAnnotations: AnnotationRows = { height: 0, rows: [] };

export function planChart(data: ChartData, style: ChartStyle): ChartPlan {
  const couldLabel = isBarLineOrArea(data) && data.valueLabels !== false;
  const hidesAxis = couldLabel && canLabelAll(data, style);
  const labelsAll = hidesAxis || data.valueLabels === true;
  // Highlighting must not rely on color alone.
  const hasValueLabels = couldLabel && (labelsAll || data.highlight.length > 0);
  const hasEndLabels = canLabelEnds(data, style);
  const axisTitles = { left: axisTitle(data, 'left'), right: axisTitle(data, 'right') };
  const legend = needsLegend(data, hasEndLabels, axisTitles) ? legendRows(data, style) : [];
  const annotations = data.annotations.length > 0 ? annotationRows(data, style) : noAnnotations;
  const inner = {
    hasValueLabels,
    labelsAll,
    hidesAxis,
    hasEndLabels,
    axisTitles,
    legend,
    annotations,
  };
  const padding = paddingOf(inner, data, style);
  const plotSize = {
    width: style.width - padding.left - padding.right - (hidesAxis ? 0 : axisWidth(data, style)),
    height: style.height - padding.top - padding.bottom,
  };
  const categories = fitCategoryLabels(data, plotSize, style);
  const slices = isCircular(data) ? planSlices(data, style) : undefined;
  const isCrowded = slices?.isCrowded ?? categories.isCrowded;
  return { ...inner, padding, plotSize, categories, slices, isCrowded };
}

/** Whether all bars or points can be labeled: they are few, and there is room. */
function canLabelAll(data: ChartData, style: ChartStyle): boolean {
  const { series, labels, stacked, horizontal } = data;
  const isPlain = data.xScale === 'category' && data.yScale === 'linear' && !hasRightAxis(data);
  const groupSize = stacked ? 1 : series.length;
  if (!isPlain || labels.length * groupSize > maxLabelled) return false;
  if (series.length > 1 && hasShape(data, 'line', 'area')) return false;
  if (horizontal) return (style.height / labels.length) * (0.8 / groupSize) >= style.size;
  const slot = style.width / labels.length;
  const width = groupSize === 1 ? slot - style.size * 0.5 : (slot * 0.7) / groupSize;
  return widest(valueTexts(data), style, 'bold') <= width;
}

/** Whether series can be labeled at their ends: lines and areas, and stacked bars next to the last stack. */
function canLabelEnds(data: ChartData, style: ChartStyle): boolean {
  const { series } = data;
  if (!isBarLineOrArea(data) || series.length < 2 || data.horizontal || hasRightAxis(data))
    return false;
  const areStacks = data.stacked && series.every((each) => shapeOf(data, each) === 'bar');
  if (hasShape(data, 'bar') && !(areStacks && series.every(({ values }) => values.at(-1)))) {
    return false;
  }
  const fitsAcross = endLabelWidth(data, style) <= style.width * 0.3;
  return fitsAcross && series.length * style.size * 1.25 <= style.height * 0.75;
}

function needsLegend(
  data: ChartData,
  hasEndLabels: boolean,
  axes: ChartPlan['axisTitles'],
): boolean {
  if (data.series.length < 2 || hasEndLabels || isCircular(data)) return false;
  const isAxisTitle = ({ name, axis }: ChartData['series'][number]): boolean => axes[axis] === name;
  return !data.series.every(isAxisTitle);
}

/** Value axes have a title if there are two of them, or in charts of points; otherwise it is empty. */
function axisTitle(data: ChartData, axis: Axis): string {
  const isOneOfTwo = hasRightAxis(data);
  if (!isOneOfTwo && !isPointChart(data)) return '';
  const [only, ...others] = seriesOn(data, axis);
  if (!only) return '';
  if (isOneOfTwo && others.length === 0) return only.series.name;
  return (axis === 'left' ? data.y : undefined) ?? (others.length === 0 ? only.series.name : '');
}
