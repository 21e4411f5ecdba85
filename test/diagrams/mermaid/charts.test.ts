import { describe, expect, test } from 'vitest';
import { readSpec, readWithWarnings } from './read.ts';

describe('charts', () => {
  test('pie', async () => {
    const { reading } = await readWithWarnings(
      'pie showData title Pets\n  "Dogs" : 38.5\n  "Cats" : 1\n',
    );
    expect(reading).toMatchObject({
      title: 'Pets',
      spec: {
        kind: 'chart',
        chart: {
          type: 'pie',
          labels: ['Dogs', 'Cats'],
          valueLabels: true,
          series: [{ values: [38.5, 1] }],
        },
      },
    });
  });

  test('xychart', async () => {
    const { chart } = await readSpec(
      'chart',
      `xychart-beta horizontal
  title "Sales"
  x-axis "Month" [jan, "feb 2", mar]
  y-axis "Revenue" 0 --> 100
  bar "A" [1, 2, 3]
  line [4, 5]
`,
    );
    expect(chart).toMatchObject({
      type: 'bar',
      x: 'Month',
      unit: 'Revenue',
      horizontal: true,
      labels: ['jan', 'feb 2', 'mar'],
      options: { scales: { x: { min: 0, max: 100 } } },
      series: [
        { name: 'A', values: [1, 2, 3] },
        { name: 'Line', values: [4, 5, null], as: 'line' },
      ],
    });
  });

  test('xychart with numbers on its x axis', async () => {
    const { chart } = await readSpec('chart', 'xychart\n  x-axis 0 --> 10\n  line [4, 5, 6]\n');
    expect(chart).toMatchObject({
      type: 'line',
      labels: ['0', '5', '10'],
      series: [{ values: [4, 5, 6] }],
    });
  });

  test('radar', async () => {
    const { chart } = await readSpec(
      'chart',
      'radar-beta\n  axis a["Speed"], b\n  curve x["Car"]{3, 4}\n  curve y{b: 1, a: 2}\n  max 5\n',
    );
    expect(chart).toMatchObject({
      type: 'radar',
      labels: ['Speed', 'b'],
      options: { scales: { r: { min: 0, max: 5 } } },
      series: [
        { name: 'Car', values: [3, 4] },
        { name: 'y', values: [2, 1] },
      ],
    });
  });

  test('radar: values outside of its range are drawn at the end of it, with a warning', async () => {
    const { reading, warnings } = await readWithWarnings(
      'radar-beta\n  axis A, B, C\n  curve c1{20, 200, 78}\n  min 70\n  max 80\n',
    );
    expect(reading).toMatchObject({ spec: { chart: { series: [{ values: [70, 80, 78] }] } } });
    expect(warnings).toEqual([
      '"20": 20 is outside of the range of this chart, and is drawn as 70',
      '"200": 200 is outside of the range of this chart, and is drawn as 80',
    ]);
  });

  test('radar: a range that is written from its higher end', async () => {
    const { reading, warnings } = await readWithWarnings(
      'radar-beta\n  axis A, B, C\n  curve c1{20, 75, 200}\n  min 80\n  max 70\n',
    );
    expect(reading).toMatchObject({ spec: { chart: { series: [{ values: [70, 75, 80] }] } } });
    expect(warnings).toHaveLength(2);
  });

  test('xychart: the title of its values is shown, also with one series', async () => {
    const text = 'xychart\n  x-axis [jan, feb]\n  y-axis "Orders"\n  bar [1, 2]\n';
    const { chart } = await readSpec('chart', text);
    expect(chart).toMatchObject({ unit: 'Orders', series: [{ name: 'Orders' }] });
  });

  test('xychart: the title of its categories is shown beside them', async () => {
    const text = (word: string) =>
      `xychart ${word}\n  x-axis "Some months" [jan, feb]\n  y-axis 0 --> 9\n  bar [1, 2]\n`;
    const title = { display: true, text: 'Some months' };
    expect((await readSpec('chart', text(''))).chart.options).toEqual({
      scales: { x: { title }, y: { min: 0, max: 9 } },
    });
    expect((await readSpec('chart', text('horizontal'))).chart.options).toEqual({
      scales: { y: { title }, x: { min: 0, max: 9 } },
    });
  });

  test('xychart: values outside of its range', async () => {
    const text = 'xychart\n  x-axis [a, b, c]\n  y-axis 10 --> 20\n  line [5, 15, 200]\n';
    expect((await readWithWarnings(text)).warnings).toEqual([
      '"5": 5 is outside of the range of the y-axis',
      '"200": 200 is outside of the range of the y-axis',
    ]);
  });

  test('pie: a slice of 0', async () => {
    const { warnings } = await readWithWarnings('pie\n  "Dogs" : 3\n  "Cats" : 0\n');
    expect(warnings).toEqual(['"Cats": the slice "Cats" is 0, and is not drawn']);
  });

  test('quadrants', async () => {
    const spec = await readSpec(
      'quadrants',
      `quadrantChart
  x-axis Low --> High
  y-axis Weak --> Strong
  quadrant-1 One
  quadrant-2 Two
  quadrant-3 Three
  quadrant-4 Four
  P: [0.3, 0.6]
  Q:::hot: [1, 0] radius: 12
  classDef hot color: #ff3300
`,
    );
    expect(spec).toEqual({
      kind: 'quadrants',
      quadrants: ['One', 'Two', 'Three', 'Four'],
      left: 'Low',
      right: 'High',
      bottom: 'Weak',
      top: 'Strong',
      points: [
        { label: 'P', x: 0.3, y: 0.6 },
        { label: 'Q', x: 1, y: 0, color: '#ff3300', radius: 12 },
      ],
    });
  });
});
