import { maxLabelled } from '../../../chart/scale/columns.ts';
import type { ChartSpec } from '../../../model/chart.ts';
import type { SlideWriter } from '../slide/slide-writer.ts';
import { element, type Xml } from '../xml.ts';
import { patternOf, seriesColor } from './paint.ts';
import { type ChartPlan, isMuted, type PlannedSeries } from './plan.ts';
import { chartText } from './text.ts';
import { value } from './values.ts';

/** The values at bars, points and slices, and the names of lines at their ends. */
export function writeLabels(
  writer: SlideWriter,
  plan: ChartPlan,
  planned: PlannedSeries,
  size: number,
): Xml | undefined {
  const { spec } = plan;
  const { shape, rows, format, isMark, series } = planned;
  const isSlices = shape === 'pie' || shape === 'doughnut';
  const wanted = spec.valueLabels;
  if (isMark) {
    const [first, last] = series.points ?? [];
    // A vertical line ends at the upper edge, where the title is.
    const place = first && first.x === last?.x ? 'r' : 't';
    const look = { showsSeries: true, format, css: '--chart-text', place } as const;
    return writePointLabels(writer, [rows - 1], size, look);
  }
  if (shape === 'scatter' || shape === 'bubble') return writeNames(writer, spec, series, size);
  const bars = spec.series.length * rows;
  const showsAll = isSlices
    ? wanted !== false
    : wanted === true || (wanted === 'auto' && bars <= maxLabelled && shape === 'bar');
  if (!showsAll) {
    const some = spec.labels.flatMap((label, at) => (spec.highlight.includes(label) ? [at] : []));
    if (some.length === 0 || wanted === false || shape === 'radar' || shape === 'area')
      return undefined;
    return writePointLabels(writer, some, size, {
      showsSeries: false,
      format,
      css: '--color-text',
    });
  }
  const isInside = shape === 'bar' && spec.stacked;
  const place =
    shape === 'pie'
      ? 'outEnd'
      : shape === 'bar'
        ? isInside
          ? 'ctr'
          : 'outEnd'
        : shape === 'line'
          ? 't'
          : undefined;
  const css = isInside && !isMuted(plan, planned) ? '--color-background' : '--color-text';
  return element(
    'c:dLbls',
    {},
    element('c:numFmt', { formatCode: format, sourceLinked: false }),
    writeLabelArea(writer, labelArea(plan, planned, isInside)),
    chartText(writer, size, { css, isBold: !isSlices }),
    place !== undefined && value('c:dLblPos', place),
    shows({ value: true, category: shape === 'pie' }),
    shape === 'pie' && element('c:separator', {}, '\n'),
  );
}

/** The background of labels: those on a ring are often wider than it; others may be on a pattern. */
function labelArea(plan: ChartPlan, planned: PlannedSeries, isInside: boolean): string | undefined {
  if (planned.shape === 'doughnut') return '--color-background';
  const isOnPattern = isInside && patternOf(plan, planned) !== undefined;
  return isOnPattern ? seriesColor(plan, planned) : undefined;
}

function writeLabelArea(writer: SlideWriter, css: string | undefined): Xml {
  const fill = css ? writer.fill(css) : element('a:noFill');
  return element('c:spPr', {}, fill, element('a:ln', {}, element('a:noFill')));
}

function shows({
  value: isValue,
  category = false,
  series = false,
}: {
  readonly value: boolean;
  readonly category?: boolean;
  readonly series?: boolean;
}): readonly Xml[] {
  return [
    value('c:showLegendKey', 0),
    value('c:showVal', Number(isValue)),
    value('c:showCatName', Number(category)),
    value('c:showSerName', Number(series)),
    value('c:showPercent', 0),
    value('c:showBubbleSize', 0),
  ];
}

/** Labels some points only. */
function writePointLabels(
  writer: SlideWriter,
  points: readonly number[],
  size: number,
  {
    showsSeries,
    format,
    css,
    place = 't',
  }: {
    readonly showsSeries: boolean;
    readonly format: string;
    readonly css: string;
    readonly place?: 't' | 'r' | 'b';
  },
): Xml {
  const labels = points.map((idx) =>
    element(
      'c:dLbl',
      {},
      value('c:idx', idx),
      element('c:numFmt', { formatCode: format, sourceLinked: false }),
      element('c:spPr', {}, element('a:noFill'), element('a:ln', {}, element('a:noFill'))),
      chartText(writer, size, { css, isBold: !showsSeries }),
      showsSeries && value('c:dLblPos', place),
      shows({ value: !showsSeries, series: showsSeries }),
    ),
  );
  return element('c:dLbls', {}, labels, shows({ value: false }));
}

/** The names of points in a scatter or bubble chart, if it has room for them. */
function writeNames(
  writer: SlideWriter,
  { type, highlight, series }: ChartSpec,
  { points = [] }: PlannedSeries['series'],
  size: number,
): Xml | undefined {
  const count = series.reduce((sum, { points: own = [] }) => sum + own.length, 0);
  const maxNamed = count > maxLabelled ? 0 : maxLabelled;
  const named = points.flatMap(({ label }, idx) => (label === undefined ? [] : [{ label, idx }]));
  const shown =
    named.length > maxNamed ? named.filter(({ label }) => highlight.includes(label)) : named;
  if (shown.length === 0) return undefined;
  const labels = shown.map(({ label, idx }) =>
    element(
      'c:dLbl',
      {},
      value('c:idx', idx),
      element('c:tx', {}, richText(writer, label, size)),
      value('c:dLblPos', type === 'bubble' ? 'ctr' : 'r'),
      shows({ value: true }),
    ),
  );
  return element('c:dLbls', {}, labels, shows({ value: false }));
}

function richText(writer: SlideWriter, text: string, size: number): Xml {
  return chartText(writer, size * 0.85, { css: '--color-text', isBold: false, text });
}
