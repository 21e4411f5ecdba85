import type { ChartPlan } from '../plan.ts';
import { type ChartData, hasRightAxis } from '../series/data.ts';
import type { ChartStyle } from '../style.ts';
import { categoryAxis } from './category-axis.ts';
import { positionAxis } from './position-axis.ts';
import { valueAxis } from './value-axis.ts';

/** The axes of bars, lines, areas and points, by their Chart.js ids. */
export function axes(data: ChartData, style: ChartStyle, plan: ChartPlan): Record<string, object> {
  const along = data.xScale === 'category' ? categoryAxis : positionAxis;
  const [x, y] = data.horizontal ? ['y', 'x'] : ['x', 'y'];
  return {
    [x]: along(data, style, plan),
    [y]: valueAxis('left', data, style, plan),
    ...(hasRightAxis(data) && { right: valueAxis('right', data, style, plan) }),
  };
}
