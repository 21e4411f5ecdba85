import type { Attributes, Chart } from '../../model/blocks.ts';
import type { ChartType, NumberFormat } from '../../model/chart.ts';
import type { Located, Span } from '../../model/source.ts';
import { fillInValue } from '../inline/variables.ts';
import type { Source } from '../source.ts';
import { readAnnotation } from './annotations.ts';
import type { ChartReport } from './chart-report.ts';
import { type ChartContent, readCategories } from './data/categories.ts';
import { warnIfCrowded } from './data/crowding.ts';
import { readPoints } from './data/points.ts';
import { readFormat } from './format.ts';
import type { ChartSettings } from './keys.ts';
import { suggestName } from './names.ts';
import { readScales } from './scales.ts';
import { findColumn, type Sheet } from './sheet/sheet.ts';
import { readSteps } from './steps.ts';

const maxSeries = 100;

/** A chart as written, with its data in rows and columns. */
interface ChartSource {
  readonly type: ChartType;
  /** The title on the line of the type; it may also be set in `settings`. */
  readonly title: Located<string> | undefined;
  readonly settings: ChartSettings;
  readonly sheet: Sheet;
  readonly span: Span;
  readonly attributes: Attributes;
}

/** Builds a chart from its source. Returns `undefined` if there is nothing to draw; reports all errors. */
export function buildChart(
  chart: ChartSource,
  report: ChartReport,
  source: Source,
): Chart | undefined {
  const { type, settings, sheet } = chart;
  const scales = readScales(type, settings, report);
  reportHorizontalConflicts(settings, report);
  const formats = readFormats(settings, sheet, report);
  const readContent = type === 'scatter' || type === 'bubble' ? readPoints : readCategories;
  const content = readContent(type, settings, sheet, scales, report);
  if (!content || reportManySeries(content, sheet, report)) return undefined;
  warnIfCrowded(type, content, chart.span, report);
  const { labels } = content;
  const highlighted = readHighlight(settings.highlight ?? [], content, report);
  const hasRight = content.series.some(({ axis }) => axis === 'right');
  const axes = { ...scales, labels, hasRight };
  return {
    kind: 'chart',
    span: chart.span,
    attributes: chart.attributes,
    type,
    ...readTexts(chart, source),
    ...content,
    ...applyFormats(content, formats),
    series: content.series.map((series) => {
      const format = formats.get(series.name);
      const highlight = highlighted.series.has(series.name);
      return { ...series, highlight, ...(format && { format }) };
    }),
    ...scales,
    horizontal: settings.horizontal ?? false,
    stacked: settings.stacked ?? false,
    highlight: [...highlighted.labels],
    annotations: (settings.mark ?? []).flatMap((text) => readAnnotation(text, axes, report) ?? []),
    valueLabels: settings.values ?? 'auto',
    steps: readSteps(settings.steps, { type, ...content }, report),
    options: settings.options ?? {},
  };
}

/** The texts of a chart, with variables replaced. */
function readTexts(
  { title, settings }: ChartSource,
  source: Source,
): Pick<Chart, 'title' | 'unit' | 'source' | 'alt'> {
  if (title && settings.title) {
    source.report.add('value-invalid', settings.title.span, 'the title is set twice');
  }
  const texts = {
    title: settings.title ?? title,
    unit: settings.unit,
    source: settings.source,
    alt: settings.alt,
  };
  const filled = Object.entries(texts).flatMap(([name, text]) =>
    text ? [[name, fillInValue(text, source)]] : [],
  );
  return Object.fromEntries(filled);
}

function reportManySeries({ series }: ChartContent, sheet: Sheet, report: ChartReport): boolean {
  if (series.length <= maxSeries) return false;
  const message = `too many series: ${series.length}`;
  report.add('chart-data', sheet.locate(0, 1), message, 'choose the relevant ones with "y:"');
  return true;
}

function reportHorizontalConflicts(
  { horizontal, line, right }: ChartSettings,
  report: ChartReport,
): void {
  const other = (line ?? right)?.[0];
  if (!horizontal || !other) return;
  const message = 'horizontal bars cannot be combined with lines or a second value axis';
  report.add('chart-key', other.span, message, 'remove this key, or "horizontal:"');
}

/** The number formats by column; the empty name is for all other columns. */
function readFormats(
  { format }: ChartSettings,
  sheet: Sheet,
  report: ChartReport,
): ReadonlyMap<string, NumberFormat> {
  const formats = new Map<string, NumberFormat>();
  const add = (name: string, text: Located<string>) => {
    const read = readFormat(text, report);
    if (read) formats.set(name, read);
  };
  if (format?.all) add('', format.all);
  for (const { column, format: text } of format?.columns ?? []) {
    if (findColumn(column, sheet, report) !== undefined) add(column.value, text);
  }
  return formats;
}

function applyFormats(
  { x, y, size }: ChartContent,
  formats: ReadonlyMap<string, NumberFormat>,
): Pick<Chart, 'format' | 'xFormat' | 'size'> {
  const [format, xFormat] = [formats.get(y ?? '') ?? formats.get(''), formats.get(x)];
  const sizeFormat = size && formats.get(size.name);
  return {
    ...(format && { format }),
    ...(xFormat && { xFormat }),
    ...(size && sizeFormat && { size: { ...size, format: sizeFormat } }),
  };
}

interface Highlighted {
  readonly labels: ReadonlySet<string>;
  readonly series: ReadonlySet<string>;
}

/** The highlighted categories, points and series, which are named by their labels. */
function readHighlight(
  names: readonly Located<string>[],
  { labels, series }: ChartContent,
  report: ChartReport,
): Highlighted {
  const all = new Set([
    ...labels,
    ...series.flatMap(({ points }) => points?.flatMap(({ label }) => label ?? []) ?? []),
  ]);
  const found = { labels: new Set<string>(), series: new Set<string>() };
  for (const { value, span } of names) {
    if (all.has(value)) found.labels.add(value);
    else if (series.some(({ name }) => name === value)) found.series.add(value);
    else {
      const known = [...all, ...series.map(({ name }) => name)];
      const message = `the chart has no category or series "${value}"`;
      report.add('chart-highlight', span, message, suggestName(value, known));
    }
  }
  return found;
}
