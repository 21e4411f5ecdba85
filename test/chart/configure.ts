import type { ChartConfiguration } from 'chart.js';
import { chartConfig } from '../../src/chart/config.ts';
import { type ChartState, finalState } from '../../src/chart/series/state.ts';
import type { ChartStyle } from '../../src/chart/style.ts';
import type { ChartSpec } from '../../src/model/chart.ts';
import { plainStyle } from './style.ts';

/** The configuration of a chart in the plain style. */
export function configure(
  chart: ChartSpec,
  own: Partial<ChartStyle> = {},
  state?: ChartState,
): ChartConfiguration {
  const data = { ...chart, lang: 'en' };
  return chartConfig(data, plainStyle(own), state ?? finalState(data));
}

/** The plugins of a chart, by name. */
export function pluginsOf({ plugins = [] }: ChartConfiguration): readonly string[] {
  return plugins.map(({ id }) => id);
}

/** The label of a tick. */
export function tick(
  { options }: ChartConfiguration,
  scale: string,
  value: number,
  all: readonly number[] = [value],
): unknown {
  const ticks = options?.scales?.[scale]?.ticks as {
    callback(value: number, index: number, ticks: readonly { value: number }[]): unknown;
  };
  return ticks.callback(
    value,
    value,
    all.map((each) => ({ value: each })),
  );
}
