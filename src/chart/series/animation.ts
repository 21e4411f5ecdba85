import type { ChartType, ScriptableContext } from 'chart.js';
import type { ChartLook } from '../style.ts';
import { type ChartData, isCloud, isColumnar, shapeOf } from './data.ts';
import { type ChartState, isNew } from './state.ts';

/**
 * How what is new in a chart comes: bars grow, circles turn, points swell. A line's points stand where
 * they belong at once, and the line is drawn to them; one more point leaves from the one before it.
 */
export function movement(data: ChartData, { duration }: ChartLook, state: ChartState) {
  if (!state.animated || duration === 0) return { animation: false };
  const lengthening = (axis: 'x' | 'y') => ({
    duration: (context: Context) =>
      isLine(data, context) && !lengthens(state, context) ? 0 : duration,
    from: (context: Context) =>
      isLine(data, context) ? lastBefore(axis, state, context) : undefined,
  });
  const animations = isCloud(data)
    ? { x: still, y: still, radius: { from: comesFromNothing(state) } }
    : { x: lengthening('x'), y: lengthening('y') };
  return { animation: { duration, easing: 'easeOutCubic' }, animations };
}

const still = { duration: 0 };

type Context = ScriptableContext<ChartType>;

function comesFromNothing(state: ChartState) {
  return ({ type, datasetIndex }: Context) =>
    isElement(type) && isNew(state, datasetIndex, -1) ? 0 : undefined;
}

function isLine(data: ChartData, { type, datasetIndex }: Context): boolean {
  const series = data.series[datasetIndex];
  if (!isElement(type) || !series || !isColumnar(data)) return false;
  return shapeOf(data, series) !== 'bar';
}

/** Whether a line that is there already gets this point. */
function lengthens(state: ChartState, { datasetIndex, dataIndex }: Context): boolean {
  const { before } = state;
  return (
    datasetIndex < before.series && before.categories > 0 && isNew(state, datasetIndex, dataIndex)
  );
}

function lastBefore(axis: 'x' | 'y', state: ChartState, context: Context): number | undefined {
  if (!lengthens(state, context)) return undefined;
  const points = context.chart.getDatasetMeta(context.datasetIndex).data;
  return points[state.before.categories - 1]?.[axis];
}

/** Chart.js asks for whole datasets as well. */
function isElement(type: string): boolean {
  return type === 'data';
}
