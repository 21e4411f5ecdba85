import type { ChartSeries, ChartSpec } from '../../../../model/chart.ts';

/** A chart with what Lectern chooses where nothing else is said. */
export function chartOf(
  chart: Pick<ChartSpec, 'type' | 'x' | 'labels' | 'series'> & Partial<ChartSpec>,
): ChartSpec {
  return {
    xScale: 'category',
    yScale: 'linear',
    horizontal: false,
    stacked: false,
    highlight: [],
    annotations: [],
    valueLabels: 'auto',
    steps: 'none',
    options: {},
    ...chart,
  };
}

export function seriesOf(
  name: string,
  values: ChartSeries['values'],
  more: Partial<ChartSeries> = {},
): ChartSeries {
  return { name, values, stepped: false, axis: 'left', highlight: false, ...more };
}
