import {
  alignedAxes,
  axisExtent,
  type Extent,
  extentOf,
  niceStep,
} from '../../../chart/scale/extent.ts';
import { padded } from '../../../chart/scale/ticks.ts';
import type { ChartSpec } from '../../../model/chart.ts';

/** The ends of an axis, and the step between its marks. */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** About how many steps an axis has. */
const steps = 5;

/** The range of a linear value axis; `undefined` if PowerPoint may choose it. */
export function valueRange(spec: ChartSpec, axis: 'left' | 'right'): Range | undefined {
  if (spec.type === 'radar' || (axis === 'left' && spec.yScale === 'log')) return undefined;
  const data = { ...spec, lang: 'en' };
  const aligned = alignedAxes(data)?.[axis];
  if (aligned) return { min: aligned.low, max: aligned.high, step: aligned.step };
  const extent = axisExtent(data, axis);
  if (spec.type === 'scatter' || spec.type === 'bubble') return niceRange(withMargin(extent));
  const shapes = spec.series.filter((each) => each.axis === axis).map(({ as }) => as ?? spec.type);
  if (shapes.every((shape) => shape === 'line')) return niceRange(extent);
  return niceRange({ low: Math.min(0, extent.low), high: Math.max(0, extent.high) });
}

/** The range of a linear horizontal axis of points. */
export function positionRange({
  series,
  positions = [],
  annotations,
  xScale,
  type,
}: ChartSpec): Range | undefined {
  if (xScale !== 'linear') return undefined;
  const marked = annotations
    .filter(({ axis }) => axis === 'x')
    .flatMap(({ from, to = from }) => [from, to]);
  const points = series.flatMap(({ points: own = [] }) => own.map(({ x }) => x));
  const extent = extentOf([...positions, ...points, ...marked]);
  return niceRange(type === 'line' || type === 'area' ? extent : withMargin(extent));
}

/** Points keep some distance from the edges. */
function withMargin(extent: Extent): Extent {
  const { suggestedMin: low, suggestedMax: high } = padded(extent, 0.06);
  return { low, high };
}

function niceRange({ low, high }: Extent): Range | undefined {
  if (!(high > low)) return undefined;
  const step = niceStep((high - low) / steps);
  const clean = (value: number): number => Number(value.toPrecision(12));
  return {
    min: clean(Math.floor(low / step + 1e-9) * step),
    max: clean(Math.ceil(high / step - 1e-9) * step),
    step: clean(step),
  };
}

/** How dates on an axis are counted and written. */
export interface DateScale {
  readonly format: string;
  readonly unit: 'days' | 'months' | 'years';
  readonly majorUnit: number;
  readonly base: 'days' | 'months' | 'years';
}

/** The scale of an axis with whole days; `undefined` for times of a day. */
export function dateScale({ positions = [], timeUnit }: ChartSpec): DateScale | undefined {
  if (timeUnit === undefined || timeUnit === 'minute' || timeUnit === 'clock') return undefined;
  const { low, high } = extentOf(positions);
  const days = (high - low) / 86_400_000;
  const base =
    timeUnit === 'year'
      ? 'years'
      : ['half', 'quarter', 'month'].includes(timeUnit)
        ? 'months'
        : 'days';
  if (base === 'years' || days > 1100)
    return { format: 'yyyy', unit: 'years', majorUnit: stepIn(days / 365.25), base };
  if (base === 'months' || days > 90)
    return { format: 'mmm yyyy', unit: 'months', majorUnit: stepIn(days / 30.4), base };
  return { format: 'd mmm', unit: 'days', majorUnit: stepIn(days), base };
}

/** A step by which a span has at most eight labels. */
function stepIn(span: number): number {
  return [1, 2, 3, 5, 10, 20, 50, 100].find((step) => span / step <= 8) ?? Math.ceil(span / 8);
}
