import { fill } from '../../base/words/words.ts';
import type { Chart } from '../../model/blocks.ts';
import type { ChartSeries } from '../../model/chart.ts';
import type { Description } from './describe.ts';
import type { ChartWriter } from './writers.ts';

/** Limits that keep a description short. */
const [maxListed, maxSeries] = [8, 6];

/** Describes a chart with categories by its trend or extremes, or by all values if there are few. */
export function describeCategories(chart: Chart, write: ChartWriter): Description {
  const { words } = write;
  const hasTrend = isOrdered(chart);
  const last = chart.labels.length - 1;
  const names = chart.series.length > 1;
  const findings = chart.series.slice(0, maxSeries).map((series) => {
    const text = hasTrend
      ? describeTrend(series, chart, write)
      : describeValues(series, chart, write);
    return names ? `${series.name}${words.colon}${text}` : text;
  });
  const more = chart.series.length - maxSeries;
  return {
    about: hasTrend && last > 0 ? fill(words.chart.range, write.label(0), write.label(last)) : '',
    findings: more > 0 ? [...findings, fill(words.chart.moreSeries, more)] : findings,
  };
}

/** Whether the categories have an order, so that values develop from the first to the last. */
function isOrdered({ type, labels, positions, horizontal }: Chart): boolean {
  if (type === 'line' || type === 'area' || positions) return true;
  if (type !== 'bar' || horizontal) return false;
  const numbers = labels.map((label) => Number.parseFloat(label));
  return numbers.every((number, i) => number > (numbers[i - 1] ?? Number.NEGATIVE_INFINITY));
}

interface Item {
  readonly value: number;
  readonly index: number;
}

function itemsOf({ values }: ChartSeries): readonly Item[] {
  return values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
}

/** `from 3.1 to 35.0, highest 35.0 in 2019`; also the lowest, unless it is the first or last value. */
function describeTrend(series: ChartSeries, chart: Chart, write: ChartWriter): string {
  const items = itemsOf(series);
  const value = write.values(series);
  const [first, last] = [items[0], items.at(-1)];
  const { list, chart: text } = write.words;
  if (!first || !last) return text.noData;
  const at = ({ value: number, index }: Item) => placed(value(number), chart, index, write);
  if (first === last) return at(first);
  const { highest, lowest } = findExtremes(items);
  const low = lowest === first || lowest === last ? [] : [fill(text.lowest, at(lowest))];
  const trend = fill(text.trend, value(first.value), value(last.value));
  return [trend, fill(text.highest, at(highest)), ...low].join(list);
}

/** `oranges 12, apples 40, pears 3`; for many values, `highest 40 (apples), lowest 3 (pears)`. */
function describeValues(series: ChartSeries, chart: Chart, write: ChartWriter): string {
  const items = itemsOf(series);
  const value = write.values(series);
  const { list, chart: text } = write.words;
  if (items.length === 0) return text.noData;
  if (items.length * chart.series.length <= 2 * maxListed && items.length <= maxListed) {
    return items.map((item) => `${write.label(item.index)} ${value(item.value)}`).join(list);
  }
  const at = (item: Item) => `${value(item.value)} (${write.label(item.index)})`;
  const { highest, lowest } = findExtremes(items);
  const extremes = [fill(text.highest, at(highest)), fill(text.lowest, at(lowest))].join(list);
  return fill(text.outOf, extremes, items.length);
}

function findExtremes(items: readonly Item[]): { readonly highest: Item; readonly lowest: Item } {
  const [first, ...others] = items as readonly [Item, ...Item[]];
  return {
    highest: others.reduce((best, item) => (item.value > best.value ? item : best), first),
    lowest: others.reduce((best, item) => (item.value < best.value ? item : best), first),
  };
}

/** A value with its place on the x axis. */
function placed(value: string, chart: Chart, index: number, write: ChartWriter): string {
  const { x, labels, timeUnit } = chart;
  const { chart: words } = write.words;
  const [label, text = ''] = [write.label(index), labels[index]];
  if (timeUnit === 'day') return fill(words.onDay, value, label);
  if (timeUnit === 'clock') return fill(words.atTime, value, label);
  if (/^(?:half|quarter|month|week)$/.test(timeUnit ?? '') || /^[12]\d{3}$/.test(text))
    return fill(words.inPeriod, value, label);
  return /^-?[\d.]+$/.test(text) ? fill(words.atPosition, value, x, label) : `${value} (${label})`;
}
