import type { ChartPlan } from '../plan.ts';
import { barThickness, hasOffset } from '../scale/columns.ts';
import { axisExtent, stackTotals } from '../scale/extent.ts';
import { valueFormat } from '../scale/numbers.ts';
import { type Axis, type ChartData, hasRightAxis, hasShape, seriesOn } from '../series/data.ts';
import { type ChartStyle, widest } from '../style.ts';
import { fitsBesideRadar, legendRowHeight } from './legend.ts';

/** The padding of a chart, in pixels. */
export type Padding = Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;

/** The parts of a plan that take space around the plot area. */
type Decorations = Pick<
  ChartPlan,
  'hasValueLabels' | 'hidesAxis' | 'hasEndLabels' | 'axisTitles' | 'legend' | 'annotations'
>;

/** In multiples of the text size. */
const titleRowHeight = 1.6;

export function paddingOf(plan: Decorations, data: ChartData, style: ChartStyle): Padding {
  const { size } = style;
  const hasTitles = plan.axisTitles.left !== '' || plan.axisTitles.right !== '';
  const rows =
    (fitsBesideRadar(data, style) ? 0 : plan.legend.length) * legendRowHeight +
    (hasTitles ? titleRowHeight : 0) +
    plan.annotations.height;
  const hasLabelsOnTop = plan.hasValueLabels && !data.horizontal;
  const right = plan.hasEndLabels ? endPadding(data, style) : size * 0.5;
  const labels =
    plan.hasValueLabels && data.horizontal
      ? widest(valueTexts(data), style, 'bold') + size * 0.7
      : 0;
  return {
    top: size * (rows + (hasLabelsOnTop ? 1.7 : 0.6)),
    right: Math.max(right, labels),
    bottom: size * 0.15,
    left: plan.hidesAxis && !data.horizontal ? size * 0.5 : 0,
  };
}

/** The padding for end labels, which begin at the last bar or point: before the end of the plot area. */
function endPadding(data: ChartData, style: ChartStyle): number {
  const width = endLabelWidth(data, style);
  const slot = (style.width - width) / data.labels.length;
  const margin = hasShape(data, 'bar')
    ? (slot - barThickness(slot, 1, style)) / 2
    : hasOffset(data)
      ? slot / 2
      : 0;
  return Math.max(style.size * 0.5, width - margin);
}

/** The approximate width of the value axes. */
export function axisWidth(data: ChartData, style: ChartStyle): number {
  if (data.horizontal) return 0;
  const axes: readonly Axis[] = hasRightAxis(data) ? ['left', 'right'] : ['left'];
  const widths = axes.map((axis) => {
    const [first] = seriesOn(data, axis);
    const { low, high } = axisExtent(data, axis);
    const texts = first ? [low, high].map((n) => valueFormat(data, first.series).format(n)) : [];
    return widest(texts, style, 'normal') + style.size * 0.6;
  });
  return widths.reduce((sum, width) => sum + width, 0);
}

/** The width of the longest end label, with its margins. */
export function endLabelWidth({ series }: ChartData, style: ChartStyle): number {
  const names = series.map(({ name }) => name);
  return widest(names, style, 'bold') + style.size;
}

/** The value labels of bars and points; for stacks, the totals. */
export function valueTexts(data: ChartData): readonly string[] {
  const [first] = data.series;
  if (data.stacked && first) {
    const format = valueFormat(data, first);
    return data.labels.map((_, category) =>
      format.format(stackTotals(data.series, category).above),
    );
  }
  return data.series.flatMap((series) => {
    const format = valueFormat(data, series);
    return series.values.flatMap((value) => (value === null ? [] : [format.format(value)]));
  });
}
