import type { ChartType, ScriptableContext } from 'chart.js';
import type { ChartStyle } from '../style.ts';
import { type ChartData, isBarLineOrArea, isPointChart, shapeOf } from './data.ts';
import { type ChartState, isNew } from './state.ts';

/**
 * The animation of newly shown data: bars grow, circles unfold, points expand. The points of a new line
 * appear in place while the line is drawn; a point added to a line moves from the previous point.
 */
export function animationOptions(data: ChartData, { duration }: ChartStyle, state: ChartState) {
  if (!state.animated || duration === 0) return { animation: false };
  const extending = (axis: 'x' | 'y') => ({
    duration: (context: Context) =>
      isLine(data, context) && !extendsLine(state, context) ? 0 : duration,
    from: (context: Context) =>
      isLine(data, context) ? previousEnd(axis, state, context) : undefined,
  });
  const animations = isPointChart(data)
    ? { x: still, y: still, radius: { from: growsFromZero(state) } }
    : { x: extending('x'), y: extending('y') };
  return { animation: { duration, easing: 'easeOutCubic' }, animations };
}

const still = { duration: 0 };

type Context = ScriptableContext<ChartType>;

function growsFromZero(state: ChartState) {
  return ({ type, datasetIndex }: Context) =>
    isElement(type) && isNew(state, datasetIndex, -1) ? 0 : undefined;
}

function isLine(data: ChartData, { type, datasetIndex }: Context): boolean {
  const series = data.series[datasetIndex];
  if (!isElement(type) || !series || !isBarLineOrArea(data)) return false;
  return shapeOf(data, series) !== 'bar';
}

/** Whether this point is added to a line that is already shown. */
function extendsLine(state: ChartState, { datasetIndex, dataIndex }: Context): boolean {
  const { before } = state;
  return (
    datasetIndex < before.series && before.categories > 0 && isNew(state, datasetIndex, dataIndex)
  );
}

function previousEnd(axis: 'x' | 'y', state: ChartState, context: Context): number | undefined {
  if (!extendsLine(state, context)) return undefined;
  const points = context.chart.getDatasetMeta(context.datasetIndex).data;
  return points[state.before.categories - 1]?.[axis];
}

/** Chart.js evaluates options for whole datasets as well. */
function isElement(type: string): boolean {
  return type === 'data';
}
