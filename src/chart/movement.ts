import type { ChartType, ScriptableContext } from 'chart.js';
import { type ChartData, isCloud, shapeOf } from './data.ts';
import type { ChartLook } from './look.ts';
import { type ChartState, isNew } from './state.ts';

/** How what is new in a chart comes: bars grow, circles turn; lines stay where they belong. */
export function movement(data: ChartData, { duration }: ChartLook, state: ChartState) {
  if (!state.animated || duration === 0) return { animation: false };
  const animation = { duration, easing: 'easeOutCubic' };
  const own = isCloud(data)
    ? { radius: { from: comesFromNothing(state) }, x: still, y: still }
    : { x: { from: comesFrom('x', data, state) }, y: { from: comesFrom('y', data, state) } };
  return { animation, animations: own };
}

const still = { duration: 0 };

type Context = ScriptableContext<ChartType>;

function comesFromNothing(state: ChartState) {
  return ({ type, datasetIndex }: Context) =>
    isData(type) && isNew(state, datasetIndex, -1) ? 0 : undefined;
}

/** A line's points stand where they belong from the start; a new one leaves from the one before it. */
function comesFrom(axis: 'x' | 'y', data: ChartData, state: ChartState) {
  return ({ type, chart, datasetIndex, dataIndex }: Context) => {
    const series = data.series[datasetIndex];
    const isLine =
      isData(type) && series && data.type !== 'radar' && shapeOf(data, series) !== 'bar';
    if (!isLine || !isNew(state, datasetIndex, dataIndex)) return undefined;
    const points = chart.getDatasetMeta(datasetIndex).data;
    const isGrowing = datasetIndex < state.before.series && state.before.categories > 0;
    const index = isGrowing ? state.before.categories - 1 : dataIndex;
    return points[index]?.getProps([axis], true)[axis];
  };
}

/** Chart.js asks for datasets as well. */
function isData(type: string): boolean {
  return type === 'data';
}
