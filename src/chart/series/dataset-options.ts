import type { ChartDataset } from 'chart.js';
import type { JsonObject } from '../../model/chart.ts';

/** The elements that the options of a dataset are about, by its type. */
const elements: Readonly<Record<string, readonly string[]>> = {
  bar: ['bar'],
  line: ['line', 'point'],
  radar: ['line', 'point'],
  scatter: ['point'],
  bubble: ['point'],
  pie: ['arc'],
  doughnut: ['arc'],
  polarArea: ['arc'],
};

/**
 * Applies the author's `elements` and `datasets` options to a dataset: in Chart.js, its own values, which are
 * Lectern's, would win over them.
 */
export function withOptions(dataset: ChartDataset, options: JsonObject): ChartDataset {
  const type = dataset.type ?? '';
  const ofElements = (elements[type] ?? []).map((name) => {
    const values = groupOf(options.elements)[name];
    const isNamed = name === 'point' && (type === 'line' || type === 'radar');
    return isNamed ? namedForPoints(groupOf(values)) : groupOf(values);
  });
  return Object.assign({}, dataset, ...ofElements, groupOf(groupOf(options.datasets)[type]));
}

/** `{ radius: 4 }` as `{ pointRadius: 4 }`, the options for the points of a line. */
function namedForPoints(values: JsonObject): JsonObject {
  const name = (key: string): string =>
    key === 'pointStyle' || key === 'rotation'
      ? key.replace('rotation', 'pointRotation')
      : `point${key.charAt(0).toUpperCase()}${key.slice(1)}`;
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [name(key), value]));
}

function groupOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {};
}
