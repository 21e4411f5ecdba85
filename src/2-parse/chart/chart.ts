import type { Attributes, Chart } from '../../model/blocks.ts';
import type { Annotation, ChartType, NumberFormat } from '../../model/chart.ts';
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
import { readScales, type Scales } from './scales.ts';
import { cutHeadings } from './sheet/labels.ts';
import { columnOf, findColumn, type Sheet } from './sheet/sheet.ts';
import { readSteps } from './steps.ts';

const maxSeries = 100;

/** A chart as written, with its data in rows and columns. */
interface ChartSource {
  /** `undefined` if it is unknown, which has been reported. */
  readonly type: ChartType | undefined;
  /** The title on the line of the type; it may also be set in `settings`. */
  readonly title: Located<string> | undefined;
  readonly settings: ChartSettings;
  /** `undefined` if the data could not be read, which has been reported. */
  readonly sheet: Sheet | undefined;
  readonly span: Span;
  readonly attributes: Attributes;
}

/** Builds a chart from its source. Returns `undefined` if there is nothing to draw; reports all errors. */
export function buildChart(
  chart: ChartSource,
  report: ChartReport,
  source: Source,
): Chart | undefined {
  const { type, settings } = chart;
  const sheet = chart.sheet && cutHeadings(chart.sheet, report);
  const texts = readTexts(chart, source);
  const written = readFormats(settings, sheet, report);
  reportHorizontalConflicts(settings, report);
  const scales = type && readScales(type, settings, report);
  if (!type || !scales || !sheet) {
    if (sheet) checkNames(chart, sheet, scales, report);
    return undefined;
  }
  const readContent = type === 'scatter' || type === 'bubble' ? readPoints : readCategories;
  const content = readContent(type, settings, sheet, scales, report);
  if (!content || reportManySeries(content, sheet, report)) {
    checkNames(chart, sheet, scales, report);
    return undefined;
  }
  warnIfCrowded(type, content, chart.span, report);
  const highlighted = readHighlight(settings.highlight ?? [], content, report);
  const formats = withUnits(written, sheet);
  return {
    kind: 'chart',
    span: chart.span,
    attributes: chart.attributes,
    type,
    ...unitOf(content, written, sheet),
    ...texts,
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
    annotations: readAnnotations(settings, content, scales, report),
    valueLabels: settings.values ?? 'auto',
    ...(typeof settings.patterns === 'boolean' && { patterns: settings.patterns }),
    steps: readSteps(settings.steps, { type, ...content }, report),
    options: settings.options ?? {},
  };
}

function readAnnotations(
  { mark = [], dates }: ChartSettings,
  content: ChartContent,
  scales: Scales,
  report: ChartReport,
): readonly Annotation[] {
  const hasRight = content.series.some(({ axis }) => axis === 'right');
  const axes = { ...scales, ...content, hasRight, ...(dates && { dates }) };
  return mark.flatMap((text) => readAnnotation(text, axes, report) ?? []);
}

/** Checks the keys that name categories and series of a chart that cannot be drawn, as far as its data goes. */
function checkNames(
  { type, settings }: ChartSource,
  sheet: Sheet,
  scales: Scales | undefined,
  report: ChartReport,
): void {
  const hasPoints = type === 'scatter' || type === 'bubble';
  const index = settings.x ? sheet.header.findIndex(({ text }) => text === settings.x?.value) : 0;
  // Any text may be the label or the group of a point, and any column may be meant for the x axis.
  if (hasPoints || index < 0) return;
  const content: ChartContent = {
    x: sheet.header[index]?.text ?? '',
    labels: columnOf(sheet, index).map(({ text }) => text),
    series: sheet.header.flatMap(({ text: name }, i) =>
      i === index ? [] : [{ name, values: [], stepped: false, axis: 'right', highlight: false }],
    ),
  };
  readHighlight(settings.highlight ?? [], content, report);
  readSteps(settings.steps, { type: type ?? 'bar', ...content }, report);
  if (scales && scales.xScale !== 'time') readAnnotations(settings, content, scales, report);
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

/** The number formats by column as the author sets them; the empty name is for all other columns. */
function readFormats(
  { format }: ChartSettings,
  sheet: Sheet | undefined,
  report: ChartReport,
): ReadonlyMap<string, NumberFormat> {
  const formats = new Map<string, NumberFormat>();
  const add = (name: string, text: Located<string>) => {
    const read = readFormat(text, report);
    if (read) formats.set(name, read);
  };
  if (format?.all) add('', format.all);
  for (const { column, format: text } of format?.columns ?? []) {
    if (!sheet || findColumn(column, sheet, report) !== undefined) add(column.value, text);
  }
  return formats;
}

const percentage: NumberFormat = { style: 'unit', unit: 'percent' };

/** Adds the format of columns whose numbers are written with a percent sign: they are percentages already. */
function withUnits(
  formats: ReadonlyMap<string, NumberFormat>,
  { header, numbers }: Sheet,
): ReadonlyMap<string, NumberFormat> {
  const all = new Map(formats);
  for (const [i, { text }] of header.entries()) {
    const own = formats.get(text) ?? formats.get('');
    if (numbers[i]?.unit !== '%' || (own?.style && own.style !== 'percent')) continue;
    all.set(text, { ...own, ...percentage });
  }
  return all;
}

/** The currency of all series, if the author sets neither a unit nor a format. */
function unitOf(
  { series, size }: ChartContent,
  formats: ReadonlyMap<string, NumberFormat>,
  { header, numbers }: Sheet,
): Pick<Chart, 'unit'> {
  if (formats.size > 0 || size) return {};
  const units = series.map(
    ({ name }) => numbers[header.findIndex(({ text }) => text === name)]?.unit,
  );
  const [unit, ...others] = new Set(units);
  return unit && unit !== '%' && others.length === 0 ? { unit } : {};
}

function applyFormats(
  { x, y, size, series }: ChartContent,
  formats: ReadonlyMap<string, NumberFormat>,
): Pick<Chart, 'format' | 'xFormat' | 'size'> {
  const left = series.filter(({ axis }) => axis === 'left').map(({ name }) => formats.get(name));
  const areAllPercentages = left.length > 0 && left.every((own) => own?.unit === 'percent');
  const shared = formats.get('') ?? (areAllPercentages ? percentage : undefined);
  const [format, xFormat] = [formats.get(y ?? '') ?? shared, formats.get(x)];
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
