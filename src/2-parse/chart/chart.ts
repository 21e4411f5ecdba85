import type { Attributes, Chart } from '../../model/blocks.ts';
import type { ChartType, NumberFormat } from '../../model/chart.ts';
import type { Located, Span } from '../../model/source.ts';
import { fillInValue } from '../inline/variables.ts';
import type { Source } from '../source.ts';
import { readMark } from './annotations.ts';
import { type ChartContent, readCategories } from './data/categories.ts';
import { warnOfCrowd } from './data/crowding.ts';
import { readPoints } from './data/points.ts';
import type { Faults } from './errors.ts';
import { readFormat } from './format.ts';
import type { ChartHead } from './keys.ts';
import { suggestName } from './names.ts';
import { readScales } from './scales.ts';
import { findColumn, type Sheet } from './sheet/sheet.ts';
import { readSteps } from './steps.ts';

const maxSeries = 100;

/** A chart as written, its data still in rows and columns. */
export interface ChartSource {
  readonly type: ChartType;
  /** From the line of its type, where it does not stand among the keys. */
  readonly title: Located<string> | undefined;
  readonly head: ChartHead;
  readonly sheet: Sheet;
  readonly span: Span;
  readonly attributes: Attributes;
}

/** Makes a chart of what the author wrote. What it cannot show is reported at its place. */
export function buildChart(chart: ChartSource, report: Faults, source: Source): Chart | undefined {
  const { type, head, sheet } = chart;
  const scales = readScales(type, head, report);
  reportLyingLines(head, report);
  const formats = readFormats(head, sheet, report);
  const readContent = type === 'scatter' || type === 'bubble' ? readPoints : readCategories;
  const content = readContent(type, head, sheet, scales, report);
  if (!content || reportManySeries(content, sheet, report)) return undefined;
  warnOfCrowd(type, content, chart.span, report);
  const { labels } = content;
  const highlighted = readHighlight(head.highlight ?? [], content, report);
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
    horizontal: head.horizontal ?? false,
    stacked: head.stacked ?? false,
    highlight: [...highlighted.labels],
    marks: (head.mark ?? []).flatMap((mark) => readMark(mark, axes, report) ?? []),
    valueLabels: head.values ?? 'auto',
    steps: readSteps(head.steps, { type, ...content }, report),
    options: head.options ?? {},
  };
}

/** What people read, with variables filled in. */
function readTexts(
  { title, head }: ChartSource,
  source: Source,
): Pick<Chart, 'title' | 'unit' | 'source' | 'alt'> {
  if (title && head.title) {
    source.report.add('value-invalid', head.title.span, 'the title is given twice');
  }
  const texts = { title: head.title ?? title, unit: head.unit, source: head.source, alt: head.alt };
  const filled = Object.entries(texts).flatMap(([name, text]) =>
    text ? [[name, fillInValue(text, source)]] : [],
  );
  return Object.fromEntries(filled);
}

function reportManySeries({ series }: ChartContent, sheet: Sheet, report: Faults): boolean {
  if (series.length <= maxSeries) return false;
  const message = `nobody can tell ${series.length} series apart`;
  report.add('chart-data', sheet.place(0, 1), message, 'name those that matter with "y:"');
  return true;
}

function reportLyingLines({ horizontal, line, right }: ChartHead, report: Faults): void {
  const other = (line ?? right)?.[0];
  if (!horizontal || !other) return;
  const message = 'bars that lie mix with no line and have one axis of values';
  report.add('chart-key', other.span, message, 'leave out this or "horizontal:"');
}

/** The formats by the column that they are for; under the empty name that of all others. */
function readFormats(
  { format }: ChartHead,
  sheet: Sheet,
  report: Faults,
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

/** What is set apart: categories or points by their labels, series by their names. */
function readHighlight(
  names: readonly Located<string>[],
  { labels, series }: ChartContent,
  report: Faults,
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
      const message = `the chart has no category and no series "${value}"`;
      report.add('chart-highlight', span, message, suggestName(value, known));
    }
  }
  return found;
}
