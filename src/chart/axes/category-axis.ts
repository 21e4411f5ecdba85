import { truncateLines } from '../labels/text.ts';
import type { ChartPlan } from '../plan.ts';
import { hasOffset } from '../scale/columns.ts';
import { axisExtent } from '../scale/extent.ts';
import { type ChartData, isHighlighted } from '../series/data.ts';
import { type ChartStyle, fontOf } from '../style.ts';
import { maxLabelWidth } from './category-labels.ts';
import { takeHeight } from './label-height.ts';

/** The category axis; highlighted categories are bold. */
export function categoryAxis(data: ChartData, style: ChartStyle, plan: ChartPlan) {
  const { lines } = plan.categories;
  const hasNegatives = axisExtent(data, 'left').low < 0;
  return {
    type: 'category',
    beforeFit: takeHeight,
    stacked: data.stacked,
    grid: { display: false },
    title: { color: style.text, font: fontOf(style, 'bold') },
    border: {
      display: !(hasNegatives && hasOffset(data)),
      color: style.grid,
      width: 2 * style.unit,
    },
    offset: hasOffset(data),
    ticks: {
      autoSkip: !lines,
      autoSkipPadding: style.size,
      maxRotation: 0,
      padding: style.size * 0.35,
      ...(data.highlight.length > 0
        ? highlightTicks(data, style)
        : { color: style.text, font: fontOf(style) }),
      callback: (index: number) => lines?.[index] ?? shortLabel(data, index, plan, style),
    },
  };
}

/** A label cut to a width at which several labels fit. */
function shortLabel(
  data: ChartData,
  index: number,
  { plotSize }: ChartPlan,
  style: ChartStyle,
): string | undefined {
  const width = data.horizontal ? maxLabelWidth(plotSize, style) : style.width * 0.2;
  const [label] = truncateLines([data.labels[index] ?? ''], 1, width, 'bold', style);
  return label;
}

/** The value of a tick is the index of its category. */
interface TickContext {
  readonly tick: { readonly value: number };
}

function highlightTicks(data: ChartData, style: ChartStyle) {
  const isBold = ({ tick }: TickContext): boolean => isHighlighted(data, tick.value);
  return {
    color: (tick: TickContext) => (isBold(tick) ? style.strong : style.text),
    font: (tick: TickContext) => fontOf(style, isBold(tick) ? 'bold' : 'normal'),
  };
}
