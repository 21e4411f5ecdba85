import type { ChartSeries } from '../../model/chart.ts';
import {
  type Axis,
  type ChartData,
  numbersOf,
  type Shape,
  seriesOn,
  shapeOf,
} from '../series/data.ts';

/** The minimum and maximum of some numbers. */
export interface Extent {
  readonly low: number;
  readonly high: number;
}

export function extentOf(numbers: readonly number[]): Extent {
  const [first = 0] = numbers;
  return numbers.reduce(
    ({ low, high }, number) => ({ low: Math.min(low, number), high: Math.max(high, number) }),
    { low: first, high: first },
  );
}

/** What a value axis must cover: the data of all steps, and the annotations. */
export function axisExtent(data: ChartData, axis: Axis): Extent {
  const series = seriesOn(data, axis).map((each) => each.series);
  const values = data.stacked ? stackEnds(data, series) : numbersOf(series);
  const name = axis === 'left' ? 'y' : 'right';
  const annotations = data.annotations.filter((annotation) => annotation.axis === name);
  return extentOf([...values, ...annotations.flatMap(({ from, to = from }) => [from, to])]);
}

/** The ends of all stacks; bars, lines and areas are stacked separately. */
function stackEnds(data: ChartData, series: readonly ChartSeries[]): readonly number[] {
  const kinds: readonly Shape[] = ['bar', 'line', 'area'];
  return kinds.flatMap((kind) => {
    const stack = series.filter((each) => shapeOf(data, each) === kind);
    return data.labels.flatMap((_, category) => {
      const { above, below } = stackTotals(stack, category);
      return stack.length > 0 ? [above, below] : [];
    });
  });
}

/** The totals of a category's positive and negative values. */
export function stackTotals(series: readonly ChartSeries[], category: number) {
  const values = series.map((each) => each.values[category] ?? 0);
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  return {
    above: sum(values.filter((value) => value > 0)),
    below: sum(values.filter((value) => value < 0)),
  };
}

/** The smallest step of 1, 2, 2.5 or 5 times a power of ten that is at least `step`. */
export function niceStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 2.5, 5, 10].find((nice) => nice * power >= step * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** The ends of an axis, and the step between its ticks. */
interface Range extends Extent {
  readonly step: number;
}

/** The ranges of two value axes that share grid lines; `undefined` for negative data. */
export function alignedAxes(data: ChartData): Readonly<Record<Axis, Range>> | undefined {
  const extents = [axisExtent(data, 'left'), axisExtent(data, 'right')] as const;
  const hasTwo = seriesOn(data, 'left').length > 0 && seriesOn(data, 'right').length > 0;
  if (!hasTwo || data.yScale === 'log' || extents.some(({ low }) => low < 0)) return undefined;
  const waste = (count: number): number =>
    extents.reduce((sum, { high }) => sum + (niceStep(high / count) * count) / (high || 1), 0);
  const best = [4, 5, 6, 3].reduce((a, b) => (waste(b) < waste(a) - 0.05 ? b : a));
  const range = ({ high }: Extent): Range => {
    const step = niceStep((high || 1) / best);
    return { low: 0, high: step * best, step };
  };
  return { left: range(extents[0]), right: range(extents[1]) };
}

/** The ticks of a log scale: powers of ten; on a short scale, also their multiples by 2 and 5, or 3. */
export function logTicks({ low, high }: Extent): readonly number[] {
  const bottom = low > 0 ? low : 1;
  const decades = Math.log10(Math.max(high, bottom) / bottom);
  const steps = decades > 3 ? [1] : decades > 1.4 ? [1, 3] : [1, 2, 5];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(bottom)); ; power++) {
    for (const step of steps) {
      const tick = Number((step * 10 ** power).toPrecision(6));
      // From the last tick at or below the data to the first one at or above.
      if (tick <= bottom) ticks.length = 0;
      ticks.push(tick);
      if (tick >= high && ticks.length > 1) return ticks;
    }
  }
}
