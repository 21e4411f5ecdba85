import type { ChartPlan } from '../plan.ts';
import { type ChartData, hasRightAxis } from '../series/data.ts';
import type { ChartLook } from '../style.ts';
import { categoryAxis } from './category-axis.ts';
import { positionAxis } from './position-axis.ts';
import { valueAxis } from './value-axis.ts';

/** The axes of bars, lines, areas and points, by Chart.js' names for them. */
export function axes(data: ChartData, look: ChartLook, plan: ChartPlan): Record<string, object> {
  const along = data.xScale === 'category' ? categoryAxis : positionAxis;
  const [x, y] = data.horizontal ? ['y', 'x'] : ['x', 'y'];
  return {
    [x]: along(data, look, plan),
    [y]: valueAxis('left', data, look, plan),
    ...(hasRightAxis(data) && { right: valueAxis('right', data, look, plan) }),
  };
}
