import { describe, expect, test } from 'vitest';
import { legendRows } from '../../src/chart/labels/legend.ts';
import { spreadVertically, truncateLines, wrapText } from '../../src/chart/labels/text.ts';
import { merge } from '../../src/chart/merge.ts';
import { axisExtent, logTicks, niceStep } from '../../src/chart/scale/extent.ts';
import { tickFormats, valueFormat } from '../../src/chart/scale/numbers.ts';
import { timeTicks } from '../../src/chart/scale/time.ts';
import { placeLabels, planSlices } from '../../src/chart/series/slices.ts';
import { shownAt } from '../../src/chart/series/state.ts';
import type { NumberFormat } from '../../src/model/chart.ts';
import { series, spec } from './specs.ts';
import { plainStyle } from './style.ts';

const style = plainStyle();

test('numbers of many digits are drawn in short, where the author asks for nothing', () => {
  const write = (values: readonly number[], format?: NumberFormat) => {
    const own = series('n', values, format && { format });
    return valueFormat({ ...spec({ series: [own] }), lang: 'en' }, own).format(values[0] ?? 0);
  };
  expect(write([3.5e12])).toBe('3.5T');
  expect(write([2e-9])).toBe('2E-9');
  expect(write([3.5e12], { style: 'decimal' })).toBe('3,500,000,000,000');
  const own = series('n', [3.5e12]);
  const ticks = tickFormats({ ...spec({ series: [own] }), lang: 'en' }, 'left');
  expect(ticks(5e11).format(2.5e12)).toBe('2.5T');
});

test('an axis holds stacks as high as they get, and marks', () => {
  const stacked = spec({ stacked: true, series: [series('a', [1, 2]), series('b', [3, -4])] });
  expect(axisExtent({ ...stacked, lang: 'en' }, 'left')).toEqual({ low: -4, high: 4 });
  const marked = { ...stacked, annotations: [{ axis: 'y', from: 9 }] as const };
  expect(axisExtent({ ...marked, lang: 'en' }, 'left')).toEqual({ low: -4, high: 9 });
});

test('steps of an axis are round', () => {
  expect([0.3, 1, 7, 24, 260].map(niceStep)).toEqual([0.5, 1, 10, 25, 500]);
});

test('a log scale begins and ends at round numbers around the data', () => {
  expect(logTicks({ low: 3, high: 40 })).toEqual([2, 5, 10, 20, 50]);
  expect(logTicks({ low: 2300, high: 4e7 })).toEqual([1e3, 1e4, 1e5, 1e6, 1e7, 1e8]);
  expect(logTicks({ low: 10, high: 10 })).toEqual([10, 20]);
});

describe('dates', () => {
  const ticks = (from: number, to: number, width: number, lang = 'en') =>
    timeTicks({ low: from, high: to }, 'minute', lang, width, style).map(({ lines }) =>
      lines.join('|'),
    );

  test('stand at whole units, as many as there is room for', () => {
    const [from, to] = [Date.UTC(2022, 0), Date.UTC(2024, 0)];
    expect(ticks(from, to, 600)).toEqual(
      'Jan|2022 Apr Jul Oct Jan|2023 Apr Jul Oct Jan|2024'.split(' '),
    );
    expect(ticks(from, to, 290)).toEqual(['2022', '2023', '2024']);
    expect(ticks(Date.UTC(1850, 5), Date.UTC(2010, 5), 250)).toEqual(['1900', '1950', '2000']);
  });

  test('are written in the language of the deck', () => {
    const days = ticks(Date.UTC(2024, 1, 28), Date.UTC(2024, 2, 2), 1000, 'de');
    expect(days.filter((day) => !day.includes(':'))).toEqual([]);
    expect(ticks(Date.UTC(2024, 1, 28), Date.UTC(2024, 2, 2), 460, 'de')).toEqual([
      '28. Feb.|2024',
      '29. Feb.',
      '1. März',
      '2. März',
    ]);
  });

  test('name the day where hours go on into the next', () => {
    const [from, to] = [Date.UTC(2024, 0, 1, 18), Date.UTC(2024, 0, 2, 6)];
    expect(ticks(from, to, 500)).toEqual(['18:00|Jan 1', '21:00', '00:00|Jan 2', '03:00', '06:00']);
  });

  test('are no finer than the author wrote them', () => {
    const wide = timeTicks({ low: 0, high: Date.UTC(1972, 0) }, 'year', 'en', 5000, style);
    expect(wide.map(({ lines }) => lines[0])).toEqual(['1970', '1971', '1972']);
  });
});

test('text is wrapped at spaces, and behind hyphens', () => {
  expect(wrapText('Third-party seller services', 120, 'normal', style)).toEqual([
    'Third-party',
    'seller',
    'services',
  ]);
  expect(wrapText('Third-party', 70, 'normal', style)).toEqual(['Third-', 'party']);
  expect(wrapText('', 70, 'normal', style)).toEqual(['']);
});

test('text that has no room is cut, and shows that it is', () => {
  expect(truncateLines(['abcdefgh', 'ij', 'kl'], 2, 50, 'normal', style)).toEqual(['abcd…', 'ij…']);
});

test('names keep apart, inside of the chart', () => {
  const at = (...ys: number[]) => ys.map((y) => ({ x: 9, y }));
  expect(spreadVertically(at(96, 90), 20, 0, 100)).toEqual([100, 80]);
  expect(spreadVertically(at(2, 4), 20, 10, 100)).toEqual([10, 30]);
  expect(spreadVertically([...at(90), { x: 5, y: 91 }], 20, 0, 100)).toEqual([90, 91]);
});

test('a key has as many rows as its width asks for', () => {
  const names = ['north', 'south', 'west'].map((name) => series(name, []));
  const rows = legendRows({ type: 'bar', series: names }, { ...style, width: 200 });
  expect(rows.map((row) => row.map(({ name }) => name))).toEqual([['north', 'south'], ['west']]);
});

test('labels beside a circle do not overlap, and lie inside of the chart', () => {
  const values = [30, 3, 3, 3, 2, 2, 25];
  const pie = spec({
    type: 'pie',
    labels: values.map((_, i) => `Part ${i}`),
    series: [series('n', values)],
  });
  const plan = planSlices({ ...pie, lang: 'en' }, style);
  const labels = placeLabels(plan, style);
  expect(labels).toHaveLength(7);
  for (const { x, y, width } of labels) {
    const isRight = x > plan.center.x;
    expect(isRight ? x + width : style.width - x + width).toBeLessThanOrEqual(style.width);
    const others = labels.filter((other) => other.y !== y && other.x > plan.center.x === isRight);
    for (const other of others) expect(Math.abs(other.y - y)).toBeGreaterThanOrEqual(plan.gap - 1);
  }
});

test('labels beside a narrow circle are cut rather than by the chart’s rim', () => {
  const labels = ['Incomprehensibilities', 'International', 'Other'];
  const pie = spec({ type: 'pie', labels, series: [series('n', [5, 4, 3])] });
  const narrow = { ...style, width: 260 };
  for (const { x, width } of placeLabels(planSlices({ ...pie, lang: 'en' }, narrow), narrow)) {
    expect(x > 130 ? x + width : narrow.width - x + width).toBeLessThanOrEqual(narrow.width);
  }
});

test('of more parts than have room the largest are named, within the chart', () => {
  const values = Array.from({ length: 60 }, (_, i) => i + 1);
  const labels = values.map((n) => `A part with a name that is long ${n}`);
  const pie = spec({ type: 'pie', labels, series: [series('n', values)] });
  const plan = planSlices({ ...pie, lang: 'en' }, style);
  expect(plan.isCrowded).toBe(true);
  const named = plan.labels.map(({ slice }) => slice.value);
  expect(named).toContain(60);
  expect(named.length).toBeLessThan(40);
  expect(plan.radius).toBeGreaterThan(style.height / 4);
  for (const { x, width } of placeLabels(plan, style)) {
    expect(x > plan.center.x ? x + width : style.width - x + width).toBeLessThanOrEqual(
      style.width,
    );
  }
});

test('a step shows as much as it says', () => {
  const at = (steps: Parameters<typeof shownAt>[0]['steps']) => {
    const chart = spec({ steps, series: [series('a', [1, 2, 3, 4]), series('b', [1, 2, 3, 4])] });
    return [0, 1, 2, 9].map((step) => {
      const { categories, series: number } = shownAt({ ...chart, lang: 'en' }, step);
      return `${categories}×${number}`;
    });
  };
  expect(at('none')).toEqual(['4×2', '4×2', '4×2', '4×2']);
  expect(at('points')).toEqual(['1×2', '2×2', '3×2', '4×2']);
  expect(at('series')).toEqual(['4×1', '4×2', '4×2', '4×2']);
  expect(at([2, 3])).toEqual(['2×2', '3×2', '4×2', '4×2']);
});

test('options are merged group by group, lists replaced', () => {
  expect(merge({ a: { b: 1, c: [1] }, d: 1 }, { a: { c: [2], e: null } })).toEqual({
    a: { b: 1, c: [2], e: null },
    d: 1,
  });
});
