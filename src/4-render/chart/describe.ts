import type { Chart } from '../../model/blocks.ts';
import type { Annotation, ChartSeries, ChartType } from '../../model/chart.ts';
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
  const topic = new Set([chart.title ?? nameOf(chart), chart.unit ?? '', about ?? '']);
  topic.delete('');
  const extras = [...describeAnnotations(chart, write), ...describeHighlight(chart)];
  const parts = [[...topic].join(', '), ...findings, ...extras].filter((part) => part !== '');
  return `${kindOf(chart)}: ${parts.join('; ')}.`;
}

/** The subject of a chart without a title. */
function nameOf({ type, x, y = '' }: Chart): string {
  const hasPoints = type === 'scatter' || type === 'bubble';
  return hasPoints && y !== '' ? `${y} by ${x}` : y;
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
      return describeShares(chart, write.lang);
    case 'scatter':
    case 'bubble':
      return describePoints(chart, write);
    default:
      return describeCategories(chart, write);
  }
}

const kinds: Readonly<Record<ChartType, string>> = {
  bar: 'Bar chart',
  line: 'Line chart',
  area: 'Area chart',
  pie: 'Pie chart',
  doughnut: 'Doughnut chart',
  scatter: 'Scatter chart',
  bubble: 'Bubble chart',
  radar: 'Radar chart',
  polarArea: 'Polar area chart',
};

function kindOf({ type, series, stacked, xScale, yScale }: Chart): string {
  const isMixed = series.some(({ as }) => as !== undefined && as !== type);
  const base = isMixed ? `${kinds[type].replace(' chart', '')} and line chart` : kinds[type];
  const kind = stacked ? `Stacked ${base.toLowerCase()}` : base;
  const logs = [xScale, yScale].filter((scale) => scale === 'log').length;
  if (logs === 0) return kind;
  return `${kind} with ${logs > 1 ? 'logarithmic scales' : 'a logarithmic scale'}`;
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
    return label === undefined ? ends.join(' to ') : `${label} (${ends.join(' to ')})`;
  });
  return [`marked: ${texts.join(', ')}`];
}

function describeHighlight({ highlight, series }: Chart): readonly string[] {
  const names = [...highlight, ...series.flatMap((one) => (one.highlight ? [one.name] : []))];
  return names.length > 0 ? [`highlighted: ${names.join(', ')}`] : [];
}
