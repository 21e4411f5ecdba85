import { capitalize, fill } from '../../base/words/words.ts';
import type { Chart } from '../../model/blocks.ts';
import type { Annotation, ChartSeries } from '../../model/chart.ts';
import { describeCategories } from './describe-categories.ts';
import { describePoints } from './describe-points.ts';
import { describeShares } from './describe-shares.ts';
import { ChartWriter } from './writers.ts';

/**
 * The text alternative of a chart: the author's, or else its type, its subject, and the findings that
 * are visible at a glance.
 *
 *     Bar chart: AWS revenue, US$ bn, 2013 to 2019; from 3.1 to 35.0, highest 35.0 in 2019.
 */
export function describeChart(chart: Chart, lang: string): string {
  if (chart.alt !== undefined) return chart.alt;
  const write = new ChartWriter(chart, lang);
  const { about, findings } = describeContent(chart, write);
  const topic = new Set([chart.title ?? nameOf(chart, write), chart.unit ?? '', about ?? '']);
  topic.delete('');
  const extras = [...describeAnnotations(chart, write), ...describeHighlight(chart, write)];
  const { list, semicolon, colon, stop } = write.words;
  const parts = [[...topic].join(list), ...findings, ...extras].filter((part) => part !== '');
  const kind = capitalize(kindOf(chart, write), write.words);
  return `${kind}${colon}${parts.join(semicolon)}${stop}`;
}

/** The subject of a chart without a title. */
function nameOf({ type, x, y = '' }: Chart, { words }: ChartWriter): string {
  const hasPoints = type === 'scatter' || type === 'bubble';
  return hasPoints && y !== '' ? fill(words.chart.byAxis, y, x) : y;
}

/** A description of the data. */
export interface Description {
  /** The range of the data: `2013 to 2019`. */
  readonly about?: string;
  readonly findings: readonly string[];
}

function describeContent(chart: Chart, write: ChartWriter): Description {
  switch (chart.type) {
    case 'pie':
    case 'doughnut':
      return describeShares(chart, write);
    case 'scatter':
    case 'bubble':
      return describePoints(chart, write);
    default:
      return describeCategories(chart, write);
  }
}

function kindOf({ type, series, stacked, xScale, yScale }: Chart, { words }: ChartWriter): string {
  const { charts } = words;
  const isMixed = series.some(({ as }) => as !== undefined && as !== type);
  const mixed = type === 'area' ? charts.areaAndLine : charts.barAndLine;
  const base = isMixed ? mixed : charts[type];
  const kind = stacked ? fill(charts.stacked, base) : base;
  const logs = [xScale, yScale].filter((scale) => scale === 'log').length;
  if (logs === 0) return kind;
  return fill(logs > 1 ? charts.logScales : charts.logScale, kind);
}

function describeAnnotations(
  { annotations, series }: Chart,
  write: ChartWriter,
): readonly string[] {
  if (annotations.length === 0) return [];
  const writeOn = (axis: Annotation['axis'], position: number): string => {
    if (axis === 'x') return write.position(position);
    const side = axis === 'right' ? 'right' : 'left';
    const own = series.find((one) => one.axis === side) as ChartSeries;
    return write.values(own)(position);
  };
  const texts = annotations.map(({ axis, from, to, label }) => {
    const ends = [from, ...(to === undefined ? [] : [to])].map((end) => writeOn(axis, end));
    const [first = '', second] = ends;
    const range = second === undefined ? first : fill(write.words.chart.range, first, second);
    return label === undefined ? range : `${label} (${range})`;
  });
  return [fill(write.words.chart.marked, texts.join(write.words.list))];
}

function describeHighlight(
  { highlight, series }: Chart,
  { words }: ChartWriter,
): readonly string[] {
  const names = [...highlight, ...series.flatMap((one) => (one.highlight ? [one.name] : []))];
  return names.length > 0 ? [fill(words.chart.highlighted, names.join(words.list))] : [];
}
