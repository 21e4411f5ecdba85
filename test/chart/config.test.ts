import { describe, expect, test } from 'vitest';
import { chartConfig } from '../../src/chart/config.ts';
import { planChart } from '../../src/chart/plan.ts';
import { type ChartState, finalState, noneShown } from '../../src/chart/series/state.ts';
import type { ChartSpec } from '../../src/model/chart.ts';
import { configure, pluginsOf, tick } from './configure.ts';
import { kinds, series, spec } from './specs.ts';
import { plainStyle } from './style.ts';

const bars = spec({ series: [series('sales', [1, 5, 35])] });
const two = spec({ series: [series('north', [1, 2]), series('south', [3, 4])] });

describe('bars', () => {
  test('carry their numbers, and need no axis for them', () => {
    const config = configure(bars);
    expect(pluginsOf(config)).toEqual(['value-labels']);
    expect(config.options?.scales?.y).toMatchObject({ display: false, min: 0, max: 35 });
  });

  test.each([
    ['many', spec({ series: [series('sales', Array(20).fill(1))] }), 1000],
    ['narrow', spec({ series: [series('sales', [1000, 2000])] }), 80],
    ['not to be labelled', { ...bars, valueLabels: false }, 1000],
  ] as const)('have an axis where they are %s', (_, chart, width) => {
    const config = configure(chart, { width });
    expect(pluginsOf(config)).toEqual([]);
    expect(config.options?.scales?.y).toMatchObject({ display: true, beginAtZero: true });
  });

  test('have another color when highlighted', () => {
    const config = configure({ ...bars, highlight: ['2014'] });
    expect(config.data.datasets[0]?.backgroundColor).toEqual(['gray', 'red', 'gray']);
  });

  test('have their numbers when highlighted, however many there are', () => {
    const many = spec({ series: [series('sales', Array(20).fill(1))], highlight: ['2014'] });
    expect(pluginsOf(configure(many))).toEqual(['value-labels']);
    expect(configure(many).options?.scales?.y).toMatchObject({ display: true });
  });

  test('that go below zero grow from a line, with room for their numbers', () => {
    const config = configure(spec({ series: [series('growth', [5, -5])] }));
    expect(pluginsOf(config)).toEqual(['zero-line', 'value-labels']);
    expect(Number(config.options?.scales?.y?.min)).toBeLessThan(-5);
  });

  test('lie where they are to, the names beside them in lines', () => {
    const labels = ['A name that is far too long for one line beside a chart', 'B'];
    const config = configure(spec({ horizontal: true, labels, series: [series('n', [1, 2])] }));
    expect(config.options?.indexAxis).toBe('y');
    expect(config.options?.scales?.x).toMatchObject({ display: false });
    expect(tick(config, 'y', 0)).toEqual([
      'A name that is far too long for one',
      'line beside a chart',
    ]);
  });

  test('whose names have no room at all are cut, and said to be', () => {
    const labels = Array.from({ length: 12 }, (_, i) => `Incomprehensibility ${'abc'[i % 3]}`);
    const chart = spec({ labels, series: [series('n', Array(12).fill(1))] });
    expect(planChart({ ...chart, lang: 'en' }, plainStyle()).isCrowded).toBe(true);
    expect(tick(configure(chart), 'x', 0)).toEqual(['Incomp…', 'a']);
  });

  test('long names of which some are left out are cut', () => {
    const labels = Array.from({ length: 60 }, (_, i) => `A long name of a category, number ${i}`);
    const chart = spec({ type: 'line', labels, series: [series('n', Array(60).fill(1))] });
    expect(tick(configure(chart), 'x', 0)).toBe('A long name of a ca…');
    const lying = { ...chart, type: 'bar', horizontal: true } as const;
    expect(String(tick(configure(lying), 'y', 0)).length).toBeLessThanOrEqual(36);
  });

  test('leave years out where these have no room', () => {
    const chart = spec({ series: [series('n', Array(60).fill(1))] });
    expect(planChart({ ...chart, lang: 'en' }, plainStyle()).isCrowded).toBe(false);
    expect(configure(chart).options?.scales?.x).toMatchObject({ ticks: { autoSkip: true } });
  });
});

describe('several series', () => {
  test('of bars have a legend', () => {
    expect(pluginsOf(configure(two))).toEqual(['hatching', 'value-labels', 'series-legend']);
  });

  test('of lines, areas and stacks have their names at their ends', () => {
    for (const type of ['line', 'area'] as const) {
      expect(pluginsOf(configure({ ...two, type }))).toEqual(['end-labels']);
    }
    expect(pluginsOf(configure({ ...two, stacked: true }))).toContain('end-labels');
  });

  test('have a legend where names are too long for the ends', () => {
    const long = series('a name of forty letters, more or less so', [1, 2]);
    expect(pluginsOf(configure(spec({ type: 'line', series: [long, ...two.series] })))).toEqual([
      'series-legend',
    ]);
  });

  test('of lines differ in more than color where a legend names them', () => {
    const form = (name: string, key: string) =>
      configure(kinds[name] as ChartSpec).data.datasets.map((dataset) => Reflect.get(dataset, key));
    expect(new Set(form('lines with a legend', 'pointStyle')).size).toBe(4);
    expect(new Set(form('lines without points', 'borderDash').map(String)).size).toBe(4);
    expect(new Set(form('two lines, two axes', 'pointStyle')).size).toBe(2);
    expect(new Set(form('line', 'pointStyle')).size).toBe(1);
  });

  test('are heavier when highlighted', () => {
    const { datasets } = configure(kinds['two lines, two axes'] as ChartSpec).data;
    expect(datasets.map(({ borderWidth }) => borderWidth)).toEqual([5.5, 3]);
  });

  test.each([
    ['bars with a legend', 'grouped bars', undefined, true],
    ['areas with a legend', 'stacked areas with a legend', undefined, true],
    ['areas with names at their ends', 'stacked areas', undefined, false],
    ['slices with labels', 'pie', undefined, false],
    ['slices, if asked for', 'pie', true, true],
    ['stacks, if asked for', 'stacked bars', true, true],
    ['one series', 'bar', true, false],
    ['lines, which have dashes', 'lines with a legend', undefined, false],
    ['a radar, which has dashes', 'radar', undefined, false],
    ['bars without, if asked for', 'grouped bars', false, false],
  ])('%s have patterns where color alone would tell them apart', (_, kind, patterns, expected) => {
    const chart = { ...(kinds[kind] as ChartSpec), ...(patterns !== undefined && { patterns }) };
    expect(pluginsOf(configure(chart)).includes('hatching')).toBe(expected);
  });

  test('of a radar have dashes of their own', () => {
    const { datasets } = configure(kinds.radar as ChartSpec).data;
    expect(new Set(datasets.map((each) => String(Reflect.get(each, 'borderDash')))).size).toBe(2);
  });

  test('are muted behind a highlighted one', () => {
    const [north, south] = two.series;
    if (!north || !south) throw new Error('two series');
    const chart = spec({ type: 'line', series: [north, { ...south, highlight: true }] });
    const colors = configure(chart).data.datasets.map(({ borderColor }) => borderColor);
    expect(colors).toEqual(['color-mix(in srgb, teal 30%, gray)', 'olive']);
  });

  test('on two axes share one grid, and name the axes', () => {
    const config = configure(kinds['mixed, two axes'] as ChartSpec);
    expect(pluginsOf(config)).toEqual(['axis-titles']);
    expect(config.options?.scales).toMatchObject({
      y: { min: 0, max: 40, ticks: { color: 'teal', stepSize: 10 } },
      right: {
        min: 0,
        max: 80,
        ticks: { stepSize: 20 },
        position: 'right',
        grid: { drawOnChartArea: false },
      },
    });
  });
});

describe('steps', () => {
  const state = (categories: number, all: number): ChartState => {
    const shown = { categories, series: all };
    return { shown, before: noneShown, animated: true };
  };

  test('bring categories on axes for all of them', () => {
    const config = configure(bars, {}, state(2, 1));
    expect(config.data.datasets[0]?.data).toEqual([1, 5, null]);
    expect(config.data.labels).toEqual(['2013', '2014', '2015']);
    expect(config.options?.scales?.y).toMatchObject({ max: 35 });
  });

  test('bring series on axes for all of them', () => {
    const config = configure({ ...two, valueLabels: false }, {}, state(2, 1));
    expect(config.data.datasets.map(({ hidden }) => hidden)).toEqual([false, true]);
    expect(config.options?.scales?.y).toMatchObject({ suggestedMax: 4 });
  });

  test('hold a place for parts of a whole', () => {
    const pie = spec({ type: 'pie', labels: ['a', 'b'], series: [series('n', [1, 2])] });
    const [dataset] = configure(pie, {}, state(1, 1)).data.datasets;
    expect(dataset?.data).toEqual([1, 2]);
    expect(dataset?.backgroundColor).toEqual(['teal', 'transparent']);
  });

  test('move only where something moves', () => {
    const moving = configure(bars, { duration: 500 }, state(2, 1));
    expect(moving.options?.animation).toMatchObject({ duration: 500 });
    expect(pluginsOf(moving)).toContain('sweep');
    expect(configure(bars).options?.animation).toBe(false);
    expect(configure(bars, {}, state(2, 1)).options?.animation).toBe(false);
  });
});

test('what runs from right to left is mirrored as a whole', () => {
  const data = { ...bars, lang: 'ar', dir: 'rtl' } as const;
  const config = chartConfig(data, plainStyle(), finalState(data));
  expect(pluginsOf(config)).toEqual(['mirror', 'value-labels', 'mirror-end']);
});

test('a doughnut is as large as its labels let it be', () => {
  const wide = configure(kinds.doughnut as ChartSpec).options?.layout?.padding;
  expect(wide).toMatchObject({ top: 8, bottom: 8 });
  const narrow = configure(kinds.doughnut as ChartSpec, { width: 400 }).options?.layout?.padding;
  expect(Reflect.get(Object(narrow), 'top')).toBeGreaterThan(100);
});

test('small parts of a pie that lie together are turned to a side', () => {
  const values = [90, 2, 2, 1, 1, 1, 1, 2];
  const labels = values.map((_, i) => `Part ${i}`);
  const turned = configure(spec({ type: 'pie', labels, series: [series('n', values)] }));
  expect(Reflect.get(Object(turned.options), 'rotation')).not.toBe(0);
  expect(Reflect.get(Object(configure(kinds.pie as ChartSpec).options), 'rotation')).toBe(0);
});

test('what a chart’s own options say wins, however deep', () => {
  const options = { indexAxis: 'y', scales: { y: { display: true } } } as const;
  const config = configure({ ...bars, options });
  expect(config.options?.indexAxis).toBe('y');
  expect(config.options?.scales?.y).toMatchObject({ display: true, min: 0 });
});

describe("an author's options for datasets and elements win over Lectern's", () => {
  const datasetOf = (options: ChartSpec['options'], type: ChartSpec['type'] = 'bar') =>
    configure(spec({ type, series: [series('n', [1, 2])], options })).data.datasets[0];

  test.each<[string, ChartSpec['options'], ChartSpec['type'], object]>([
    [
      'of bars',
      { datasets: { bar: { backgroundColor: '#c00' } } },
      'bar',
      { backgroundColor: '#c00' },
    ],
    ['of lines', { datasets: { line: { borderWidth: 9 } } }, 'area', { borderWidth: 9 }],
    ['of other types', { datasets: { line: { borderWidth: 9 } } }, 'bar', { borderRadius: 3 }],
    ['bars', { elements: { bar: { borderRadius: 0 } } }, 'bar', { borderRadius: 0 }],
    ['points', { elements: { point: { radius: 2 } } }, 'line', { pointRadius: 2 }],
    ['slices', { elements: { arc: { borderWidth: 0 } } }, 'pie', { borderWidth: 0 }],
  ])('%s', (_, options, type, expected) =>
    expect(datasetOf(options, type)).toMatchObject(expected),
  );
});
