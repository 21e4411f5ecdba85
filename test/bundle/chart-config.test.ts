import { describe, expect, test } from 'vitest';
import { chartConfig } from '../../src/runtime/chart-config.ts';
import { type ChartData, numberFormat } from '../../src/runtime/chart-data.ts';
import type { ChartLook } from '../../src/runtime/chart-look.ts';
import { keyRows, spread } from '../../src/runtime/chart-plugins.ts';

const look: ChartLook = {
  font: 'Text',
  size: 20,
  text: 'black',
  strong: 'navy',
  grid: 'silver',
  ground: 'white',
  muted: 'gray',
  highlight: 'red',
  palette: ['teal', 'olive'],
  width: 1000,
  measure: (text) => text.length * 10,
};

function data(values: readonly (number | null)[], more: Partial<ChartData> = {}): ChartData {
  const series = [{ name: 'sales', values }] as unknown as ChartData['series'];
  const labels = values.map((_, index) => String(2013 + index));
  return {
    type: 'bar',
    x: 'year',
    labels,
    series,
    highlight: [],
    steps: 'none',
    lang: 'en',
    ...more,
  };
}

describe('a chart', () => {
  test('shows so many categories on axes for all of them', () => {
    const still = { visible: 2, entrance: 'none', animated: false } as const;
    const config = chartConfig(data([1, 5, 35]), look, still);
    expect(config.data.datasets[0]?.data).toEqual([1, 5, null]);
    expect(config.data.labels).toEqual(['2013', '2014', '2015']);
    expect(config.options?.scales?.y).toMatchObject({ min: 0, max: 35, display: false });
    expect(config.options?.animation).toBe(false);
  });

  test('sets categories apart by colour', () => {
    const config = chartConfig(data([1, 2], { highlight: ['2014'] }), look, {
      visible: 2,
      entrance: 'chart',
      animated: true,
    });
    expect(config.data.datasets[0]?.backgroundColor).toEqual(['gray', 'red']);
  });

  test('has an axis where there is no room for a number at each point', () => {
    const state = { visible: 20, entrance: 'chart', animated: true } as const;
    const many = chartConfig(data(Array(20).fill(1)), look, state);
    expect(many.options?.scales?.y?.display).toBe(true);
    const narrow = chartConfig(data([1000, 2000]), { ...look, width: 80 }, state);
    expect(narrow.options?.scales?.y?.display).toBe(true);
  });
});

test('numbers are rounded as their size asks for', () => {
  const format = (values: readonly number[], lang: string) =>
    values.map((value) => numberFormat(data(values, { lang })).format(value));
  expect(format([3.108, 35.026], 'en')).toEqual(['3.1', '35.0']);
  expect(format([1234.5, 2], 'de')).toEqual(['1.235', '2']);
  expect(format([1, 2], 'en')).toEqual(['1', '2']);
  expect(format([0.123, 0.02], 'en')).toEqual(['0.12', '0.02']);
});

test('names at the ends of lines keep apart, and above the bottom', () => {
  const places = [
    { x: 9, y: 96 },
    { x: 9, y: 90 },
    { x: 5, y: 91 },
  ];
  expect(spread(places, 20, 100)).toEqual([100, 80, 91]);
});

test('a key has as many rows as its width asks for', () => {
  const rows = keyRows(['north', 'south', 'west'], { ...look, width: 200 });
  expect(rows.map((row) => row.map(({ name }) => name))).toEqual([['north', 'south'], ['west']]);
});
