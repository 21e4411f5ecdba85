import { fill, writeCount } from '../../base/words/words.ts';
import type { Chart } from '../../model/blocks.ts';
import type { Description } from './describe.ts';
import type { ChartWriter } from './writers.ts';

const maxSeries = 8;

/** Describes points by their count and the ranges of their values. */
export function describePoints(chart: Chart, write: ChartWriter): Description {
  const { series, x, y, size } = chart;
  const { words } = write;
  const { chart: text } = words;
  const points = series.flatMap(({ points: own = [] }) => own);
  const position = write.positions();
  const [first] = series;
  const value = first ? write.values(first) : String;
  const spanOf = (name: string, numbers: readonly number[], format: Write): string =>
    fill(text.spanOf, name, ...rangeOf(numbers, format));
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const findings = [spanOf(x, xs, position), spanOf(y ?? text.values, ys, value)];
  if (size) {
    const largest = points.reduce((best, point) =>
      (point.size ?? 0) > (best.size ?? 0) ? point : best,
    );
    const sizes = points.map((point) => point.size ?? 0);
    const named = largest.label ? `${words.list}${fill(text.largest, largest.label)}` : '';
    findings.push(spanOf(size.name, sizes, write.sizes()) + named);
  }
  const names = series.map(({ name }) => name);
  const more = names.length - maxSeries;
  const shown = names.slice(0, maxSeries).join(words.list);
  const listed = more > 0 ? `${shown} ${fill(text.more, more)}` : shown;
  const count = writeCount(points.length, words.counts.points, words);
  return {
    about: names.length > 1 ? fill(text.inSeries, count, names.length, listed) : count,
    findings,
  };
}

type Write = (number: number) => string;

function rangeOf(numbers: readonly number[], write: Write): [lowest: string, highest: string] {
  const lowest = numbers.reduce((least, number) => Math.min(least, number));
  const highest = numbers.reduce((most, number) => Math.max(most, number));
  return [write(lowest), write(highest)];
}
