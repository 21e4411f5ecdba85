import { cutLines } from '../labels/text.ts';
import type { ChartPlan } from '../plan.ts';
import { hasOffset } from '../scale/columns.ts';
import { axisExtent } from '../scale/extent.ts';
import { type ChartData, isSetApart } from '../series/data.ts';
import { type ChartLook, fontOf } from '../style.ts';
import { nameWidth } from './category-labels.ts';

/** The axis of the categories; what is set apart stands in bold. */
export function categoryAxis(data: ChartData, look: ChartLook, plan: ChartPlan) {
  const { lines } = plan.categories;
  const grows = axisExtent(data, 'left').low < 0;
  return {
    type: 'category',
    stacked: data.stacked,
    grid: { display: false },
    border: { display: !(grows && hasOffset(data)), color: look.grid, width: 2 * look.unit },
    offset: hasOffset(data),
    ticks: {
      autoSkip: !lines,
      autoSkipPadding: look.size,
      maxRotation: 0,
      padding: look.size * 0.35,
      ...(data.highlight.length > 0
        ? paintTicks(data, look)
        : { color: look.text, font: fontOf(look) }),
      callback: (index: number) => lines?.[index] ?? shortName(data, index, plan, look),
    },
  };
}

/** Of those names that have room one wants to see more than one. */
function shortName(
  data: ChartData,
  index: number,
  { room }: ChartPlan,
  look: ChartLook,
): string | undefined {
  const width = data.horizontal ? nameWidth(room, look) : look.width * 0.2;
  const [name] = cutLines([data.labels[index] ?? ''], 1, width, 'bold', look);
  return name;
}

/** Chart.js numbers the categories. */
interface TickContext {
  readonly tick: { readonly value: number };
}

function paintTicks(data: ChartData, look: ChartLook) {
  const isApart = ({ tick }: TickContext): boolean => isSetApart(data, tick.value);
  return {
    color: (tick: TickContext) => (isApart(tick) ? look.strong : look.text),
    font: (tick: TickContext) => fontOf(look, isApart(tick) ? 'bold' : 'normal'),
  };
}
