import { isInRange, rangeHint } from '../../../../2-parse/chart/sheet/numbers.ts';
import { escapePattern } from '../../../../base/text/escape-pattern.ts';
import type { ChartSeries, ChartSpec } from '../../../../model/chart.ts';
import type { ChartDiagram } from '../../../../model/diagram/diagram.ts';
import type { MermaidSource } from '../mermaid-source.ts';

/** A chart with what Lectern chooses where nothing else is said. */
export function chartOf(
  chart: Pick<ChartSpec, 'type' | 'x' | 'labels' | 'series'> & Partial<ChartSpec>,
): ChartSpec {
  return {
    xScale: 'category',
    yScale: 'linear',
    horizontal: false,
    stacked: false,
    highlight: [],
    annotations: [],
    valueLabels: 'auto',
    steps: 'none',
    options: {},
    ...chart,
  };
}

/** The range of an axis, as its diagram says it. */
export type AxisRange = { readonly min?: number; readonly max?: number };

/** The range if something can be drawn in it; otherwise it is ignored with a warning. */
export function drawableRange(range: AxisRange, source: MermaidSource): AxisRange {
  const { min, max } = range;
  const isDrawn = [min, max].every((end) => end === undefined || isInRange(end));
  if (isDrawn && (min === undefined || min !== max)) return range;
  source.ignore(/^.*(?:-->|\b(?:min|max)\b).*$/m, 'nothing can be drawn in this range', rangeHint);
  return {};
}

/** The values inside a range; those outside of it are drawn at its end, with a warning for each. */
export function clampSeries(
  series: ChartSeries,
  range: AxisRange,
  source: MermaidSource,
): ChartSeries {
  const clamp = (value: number | null): number | null => {
    if (value === null) return value;
    const end = clampTo(range, value);
    if (end === value) return value;
    source.ignore(
      valuePattern(value),
      `${value} is outside of the range of this chart, and is drawn as ${end}`,
      'choose a "min" and a "max" that include all values',
    );
    return end;
  };
  return { ...series, values: series.values.map(clamp) };
}

/** The nearest value in a range, also in one that is written from its higher end. */
export function clampTo({ min = -Infinity, max = Infinity }: AxisRange, value: number): number {
  return Math.min(Math.max(value, Math.min(min, max)), Math.max(min, max));
}

/**
 * The number where it is a value, not the end of a range or a part of a name. The lookahead saves the lookbehind at
 * all other places, which would read long spaces again and again.
 */
export function valuePattern(value: number): RegExp {
  const written = escapePattern(String(value));
  return new RegExp(`(?=${written})(?<=[[{,:][^\\S\\n]*)${written}(?![\\w.])`);
}

/** The diagram of a chart, unless it has a number that cannot be drawn. */
export function chartDiagram(chart: ChartSpec, source: MermaidSource): ChartDiagram | undefined {
  const values = chart.series.flatMap((series) => series.values);
  const odd = values.find((value) => value !== null && !isInRange(value));
  if (odd === undefined || odd === null) return { kind: 'chart', chart };
  source.fail(String(odd), `${odd} cannot be drawn`, rangeHint);
  return undefined;
}

export function seriesOf(
  name: string,
  values: ChartSeries['values'],
  more: Partial<ChartSeries> = {},
): ChartSeries {
  return { name, values, stepped: false, axis: 'left', highlight: false, ...more };
}
