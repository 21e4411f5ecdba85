import type { ChartPlan } from '../plan.ts';
import { barThickness, hasOffset } from '../scale/columns.ts';
import { axisExtent, stackTotals } from '../scale/extent.ts';
import { valueFormat } from '../scale/numbers.ts';
import { type Axis, type ChartData, hasRightAxis, hasShape, seriesOn } from '../series/data.ts';
import { type ChartLook, widest } from '../style.ts';
import { keyRowHeight, standsBeside } from './legend.ts';

/** The room around a chart, in pixels. */
export type Padding = Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;

/** What of a plan takes room around the chart. */
type Furniture = Pick<
  ChartPlan,
  'isLabelled' | 'hidesAxis' | 'namesAtEnds' | 'axisNames' | 'key' | 'marks'
>;

/** The height of a row of names of axes, in multiples of the text's size. */
const nameRow = 1.6;

export function paddingOf(plan: Furniture, data: ChartData, look: ChartLook): Padding {
  const { size } = look;
  const hasNames = plan.axisNames.left !== '' || plan.axisNames.right !== '';
  const rows =
    (standsBeside(data, look) ? 0 : plan.key.length) * keyRowHeight +
    (hasNames ? nameRow : 0) +
    plan.marks.height;
  const isUpright = plan.isLabelled && !data.horizontal;
  const right = plan.namesAtEnds ? endPadding(data, look) : size * 0.5;
  const labels =
    plan.isLabelled && data.horizontal ? widest(valueTexts(data), look, 'bold') + size * 0.7 : 0;
  return {
    top: size * (rows + (isUpright ? 1.7 : 0.6)),
    right: Math.max(right, labels),
    bottom: size * 0.15,
    left: plan.hidesAxis && !data.horizontal ? size * 0.5 : 0,
  };
}

/** Names begin where the last bar or point ends, which may be well before the chart's own end. */
function endPadding(data: ChartData, look: ChartLook): number {
  const room = endRoom(data, look);
  const slot = (look.width - room) / data.labels.length;
  const margin = hasShape(data, 'bar')
    ? (slot - barThickness(slot, 1, look)) / 2
    : hasOffset(data)
      ? slot / 2
      : 0;
  return Math.max(look.size * 0.5, room - margin);
}

/** About what the axes of values take of the width. */
export function axisRoom(data: ChartData, look: ChartLook): number {
  if (data.horizontal) return 0;
  const axes: readonly Axis[] = hasRightAxis(data) ? ['left', 'right'] : ['left'];
  const rooms = axes.map((axis) => {
    const [first] = seriesOn(data, axis);
    const { low, high } = axisExtent(data, axis);
    const texts = first ? [low, high].map((n) => valueFormat(data, first.series).format(n)) : [];
    return widest(texts, look, 'normal') + look.size * 0.6;
  });
  return rooms.reduce((sum, room) => sum + room, 0);
}

/** What the longest name takes beside the end of its series. */
export function endRoom({ series }: ChartData, look: ChartLook): number {
  const names = series.map(({ name }) => name);
  return widest(names, look, 'bold') + look.size;
}

/** What stands at the bars and points; of stacks, the totals. */
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
