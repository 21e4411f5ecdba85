import { describe, expect, test } from 'vitest';
import { timeTicks } from '../../src/chart/scale/time.ts';
import type { ChartSpec } from '../../src/model/chart.ts';
import { configure, tick } from './configure.ts';
import { kinds, points, series, spec } from './specs.ts';

const bars = spec({ series: [series('sales', [1, 5, 35])] });

describe('scales', () => {
  test('of numbers hold the data where they belong', () => {
    const chart = spec({
      type: 'line',
      xScale: 'linear',
      positions: [1990, 2000],
      series: [series('n', [1, 2])],
    });
    const config = configure(chart);
    expect(config.data.datasets[0]?.data).toEqual([
      { x: 1990, y: 1 },
      { x: 2000, y: 2 },
    ]);
    expect(config.options?.scales?.x).toMatchObject({ type: 'linear', min: 1990, max: 2000 });
    expect(tick(config, 'x', 1995)).toBe('1995');
  });

  test('of powers go from one to another', () => {
    const config = configure(kinds['log scale'] as ChartSpec);
    expect(config.options?.scales?.y).toMatchObject({ type: 'logarithmic', min: 1000, max: 1e11 });
    expect(tick(config, 'y', 1e6)).toBe('1M');
  });

  test('of time are linear, and write dates', () => {
    const config = configure(kinds['time axis'] as ChartSpec);
    expect(config.options?.scales?.x).toMatchObject({ type: 'linear', min: Date.UTC(2022, 0) });
    expect(tick(config, 'x', Date.UTC(2023, 0))).toEqual(['Jan', '2023']);
  });

  test('of times of a day have no dates', () => {
    const hour = 3_600_000;
    const style = { size: 20, measure: (text: string) => 10 * text.length };
    const ticks = (low: number, high: number, width: number) =>
      timeTicks({ low: low * hour, high: high * hour }, 'clock', 'en', width, style).map(
        ({ lines }) => lines.join('/'),
      );
    expect(ticks(8, 12, 500)).toEqual(['08:00', '09:00', '10:00', '11:00', '12:00']);
    expect(ticks(22, 26, 500)).toEqual(['22:00', '23:00', '00:00', '01:00', '02:00']);
    expect(ticks(8, 8.5, 80)).toEqual(['08:00']);
  });

  test('write numbers as the author asks', () => {
    const format = { style: 'currency', currency: 'EUR' } as const;
    const chart = { ...bars, format, valueLabels: false };
    expect(tick(configure(chart), 'y', 20, [0, 20])).toBe('€20');
    expect(tick(configure(chart), 'y', 2.5, [0, 2.5])).toBe('€2.5');
  });
});

describe('points', () => {
  const cloud = { type: 'bubble', xScale: 'linear' } as const;

  test('differ in shape from series to series', () => {
    const config = configure(kinds.scatter as ChartSpec);
    const shapes = config.data.datasets.map((dataset) => Reflect.get(dataset, 'pointStyle'));
    expect(shapes).toEqual(['circle', 'rectRot']);
  });

  test('are hollow where shapes begin again', () => {
    const config = configure(kinds['bubbles of many series'] as ChartSpec);
    const forms = config.data.datasets.map((dataset) => Reflect.get(dataset, 'pointStyle'));
    expect(forms).toEqual(['circle', 'rectRot', 'triangle', 'rect', 'circle', 'rectRot']);
    const fills = config.data.datasets.map(({ backgroundColor }) => backgroundColor);
    expect(fills.map((fill) => fill === 'transparent')).toEqual([
      ...[false, false, false, false],
      ...[true, true],
    ]);
  });

  test('of all shapes cover as much', () => {
    const { datasets } = configure(kinds['bubbles of many series'] as ChartSpec).data;
    const [circle, square] = [0, 3].map((index) =>
      Reflect.get(Object(datasets[index]?.data[0]), 'r'),
    );
    // The fourth series' sizes are a fourth; Chart.js' radius is that of the circle around a square.
    expect((2 * square ** 2) / (Math.PI * circle ** 2)).toBeCloseTo(1 / 4, 2);
  });

  test('cover an area that says their size', () => {
    const sizes = [4, 1].map((size) => ({ x: 1, y: 1, size }));
    const [dataset] = configure(spec({ ...cloud, series: [points('n', sizes)] })).data.datasets;
    const [large, small] = (dataset?.data ?? []).map((datum) => Reflect.get(Object(datum), 'r'));
    expect(large).toBeCloseTo(2 * small, 5);
  });
});
