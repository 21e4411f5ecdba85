import type { ChartPoint, ChartSeries, ChartSpec } from '../../src/model/chart.ts';

export function series(
  name: string,
  values: readonly (number | null)[],
  more: Partial<ChartSeries> = {},
): ChartSeries {
  return { name, values, stepped: false, axis: 'left', highlight: false, ...more };
}

export function points(name: string, all: readonly ChartPoint[]): ChartSeries {
  return series(name, [], { points: all });
}

/** A bar chart, but for what is said otherwise; categories are years where they have no names. */
export function spec(own: Partial<ChartSpec> & Pick<ChartSpec, 'series'>): ChartSpec {
  const values = own.series[0]?.values ?? [];
  return {
    type: 'bar',
    x: 'year',
    labels: values.map((_, index) => String(2013 + index)),
    xScale: 'category',
    yScale: 'linear',
    horizontal: false,
    stacked: false,
    highlight: [],
    annotations: [],
    valueLabels: 'auto',
    steps: 'none',
    options: {},
    ...own,
  };
}

const growth = [3.108, 4.644, 7.88, 12.219, 17.459, 25.655, 35.026];
const three = [
  series('Retail', [60, 70, 80, 95, 110, 140, 160]),
  series('Third party', [8, 11, 16, 23, 31, 42, 53]),
  series('AWS', [3.1, 4.6, 7.9, 12.2, 17.5, 25.7, 35]),
];
const parts = ['Online stores', 'Third-party seller services', 'AWS', 'Subscriptions', 'Other'];
const months = Array.from({ length: 24 }, (_, month) => Date.UTC(2022, month));
const many = Array.from({ length: 40 }, (_, month) => Date.UTC(2020, month));
const clouds = [
  { x: 37, y: 26, size: 35, label: 'AWS' },
  { x: 62, y: 35, size: 18, label: 'Azure' },
  { x: 53, y: -20, size: 9, label: 'Google Cloud' },
];

/** One of each kind. */
export const kinds: Readonly<Record<string, ChartSpec>> = {
  bar: spec({ series: [series('revenue', growth)], highlight: ['2019'] }),
  'bars below zero': spec({ series: [series('growth', [3, 4, -5, 12, -2, 6, 9])] }),
  'grouped bars': spec({ series: three, valueLabels: false }),
  'many grouped bars': spec({
    labels: ['2018', '2019'],
    series: [3, 5, 2, 6, 4, 1, 7].map((n) => series(`Series ${n}`, [n, n + 1])),
  }),
  'horizontal bars': spec({
    horizontal: true,
    labels: parts,
    series: [series('sales', [141.2, 53.8, 35, 19.2, 14.1])],
    highlight: ['AWS'],
  }),
  'stacked bars': spec({ stacked: true, series: three }),
  line: spec({ type: 'line', series: three }),
  'lines with a legend': spec({
    type: 'line',
    series: ['a', 'b', 'c', 'd', 'e'].map((name, n) =>
      series(
        `${name.repeat(40)}`,
        growth.map((value) => value + 10 * n),
      ),
    ),
    highlight: ['2015'],
  }),
  'lines without points': spec({
    type: 'line',
    xScale: 'time',
    timeUnit: 'month',
    positions: many,
    labels: many.map((time) => new Date(time).toISOString().slice(0, 7)),
    series: ['a', 'b', 'c', 'd'].map((name, n) =>
      series(
        `${name.repeat(40)}`,
        many.map((_, i) => 20 * n + 30 * Math.sin(i / 3 + n)),
      ),
    ),
  }),
  'two lines, two axes': spec({
    type: 'line',
    series: [
      series('Revenue', growth, { highlight: true }),
      series('Growth', [null, 49, 70, 55, 43, 47, 37], { axis: 'right' }),
    ],
  }),
  'stepped line': spec({
    type: 'line',
    series: [series('price', [3, 3, 5, 8, 8, 6, 4], { stepped: true })],
  }),
  area: spec({ type: 'area', series: [series('revenue', growth)] }),
  'stacked areas': spec({ type: 'area', stacked: true, series: three }),
  'stacked areas with a legend': spec({
    type: 'area',
    stacked: true,
    labels: [...'ABCDEFG'],
    series: three.map((each, n) => series('abc'.charAt(n).repeat(40), each.values)),
  }),
  'horizontal stacks': spec({ stacked: true, horizontal: true, series: three }),
  pie: spec({
    type: 'pie',
    labels: parts,
    series: [series('sales', [141.2, 53.8, 35, 19.2, 14.1])],
  }),
  'slices with patterns': spec({
    type: 'doughnut',
    patterns: true,
    labels: parts,
    series: [series('sales', [141.2, 53.8, 35, 19.2, 14.1])],
  }),
  doughnut: spec({
    type: 'doughnut',
    unit: '%',
    labels: ['AWS', 'North America', 'International'],
    series: [series('income', [63, 48, 12])],
    highlight: ['AWS'],
  }),
  scatter: spec({
    type: 'scatter',
    x: 'growth',
    y: 'margin',
    xScale: 'linear',
    series: [points('before', clouds), points('after', [{ x: 20, y: 10 }])],
  }),
  bubble: spec({ type: 'bubble', x: 'growth', xScale: 'log', series: [points('margin', clouds)] }),
  'bubbles of many series': spec({
    type: 'bubble',
    x: 'growth',
    xScale: 'linear',
    series: [1, 2, 3, 4, 5, 6].map((n) => {
      const all = clouds.map(({ x, y, size }) => ({ x: x + n * 3, y: y - n * 5, size: size / n }));
      return points(`Series ${n}`, all);
    }),
  }),
  radar: spec({
    type: 'radar',
    labels: ['Compute', 'Storage', 'Databases', 'Price', 'Support'],
    series: [series('AWS', [9, 9, 8, 6, 7]), series('Azure', [8, 8, 7, 6, 8])],
  }),
  'polar area': spec({
    type: 'polarArea',
    labels: ['Compute', 'Storage', 'Databases', 'Network'],
    series: [series('spend', [14, 9, 11, 5])],
  }),
  'mixed, two axes': spec({
    series: [
      series('Revenue', growth),
      series('Growth', [null, 49, 70, 55, 43, 47, 37], { as: 'line', axis: 'right' }),
    ],
  }),
  'log scale': spec({
    type: 'line',
    yScale: 'log',
    series: [series('transistors', [2300, 29_000, 275_000, 3_100_000, 2.2e8, 1.4e9, 4e10])],
    format: { notation: 'compact' },
  }),
  'time axis': spec({
    type: 'line',
    xScale: 'time',
    timeUnit: 'month',
    positions: months,
    labels: months.map((time) => new Date(time).toISOString().slice(0, 7)),
    series: [
      series(
        'price',
        months.map((_, i) => 100 + 30 * Math.sin(i / 3) + i * 2),
      ),
    ],
  }),
  'mark lines and bands': spec({
    series: [series('revenue', growth)],
    annotations: [
      { axis: 'x', from: 1, to: 2, label: 'Investment' },
      { axis: 'x', from: 5, label: 'Split' },
      { axis: 'y', from: 20, label: 'Break-even' },
    ],
  }),
};

/** Some that grow, by all of the ways there are. */
export const stepped: Readonly<Record<string, ChartSpec>> = Object.fromEntries([
  ...['bar', 'horizontal bars', 'stacked bars', 'line', 'stacked areas', 'pie', 'polar area'].map(
    (name) => [name, { ...kinds[name], steps: 'points' }],
  ),
  ...['grouped bars', 'many grouped bars', 'stacked areas', 'scatter', 'radar'].map((name) => [
    `${name} by series`,
    { ...kinds[name], steps: 'series' },
  ]),
  ['annotations by lists', { ...kinds['mark lines and bands'], steps: [2, 5, 7] }],
  ['time by lists', { ...kinds['time axis'], steps: [3, 12, 24] }],
]);
