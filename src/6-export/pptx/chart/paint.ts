import type { SlideWriter } from '../slide/slide-writer.ts';
import { element, type Xml } from '../xml.ts';
import { type ChartPlan, isMuted, type PlannedSeries, type Shape } from './plan.ts';

/** The token of the color of a series or slice. */
export function colorOf(index: number): string {
  return `--chart-${(index % 6) + 1}`;
}

export function seriesColor(plan: ChartPlan, planned: PlannedSeries): string {
  if (planned.isMark) return '--chart-text';
  if (planned.series.highlight) return '--chart-highlight';
  if (isMuted(plan, planned)) return '--chart-muted';
  return colorOf(planned.index);
}

/** PowerPoint's patterns that look like those of the page, after the plain fill of the first part. */
const presets = ['', 'ltUpDiag', 'dotGrid', 'ltDnDiag', 'wave', 'openDmnd'] as const;

const filled: readonly Shape[] = ['bar', 'area', 'bubble', 'pie', 'doughnut'];

/**
 * The pattern of a series, or of a slice: unless the author says otherwise, where a legend tells parts
 * apart. `undefined` for a plain fill.
 *
 * @param slice the index of a slice
 */
export function patternOf(
  { spec, series }: ChartPlan,
  { shape, index, isMark }: PlannedSeries,
  slice?: number,
): string | undefined {
  const fills = series.filter((each) => !each.isMark && filled.includes(each.shape));
  const isSlices = shape === 'pie' || shape === 'doughnut';
  const hasLegend = isSlices ? shape === 'doughnut' : fills.length > 1;
  if (isMark || !filled.includes(shape) || !(spec.patterns ?? hasLegend)) return undefined;
  if (!isSlices && fills.length < 2) return undefined;
  const at = isSlices ? (slice ?? 0) : fills.findIndex((each) => each.index === index);
  return presets[at < presets.length ? at : 1 + (at % (presets.length - 1))] || undefined;
}

/** A fill of the color, with the pattern in the color of the background. */
export function writePatternFill(
  writer: SlideWriter,
  preset: string,
  css: string,
  opacity = 1,
): Xml {
  return element(
    'a:pattFill',
    { prst: preset },
    element('a:fgClr', {}, writer.color('--color-background')),
    element('a:bgClr', {}, writer.fillColor(css, opacity)),
  );
}
