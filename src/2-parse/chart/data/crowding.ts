import type { ChartType } from '../../../model/chart.ts';
import type { Span } from '../../../model/source.ts';
import type { ChartReport } from '../chart-report.ts';
import type { ChartContent } from './categories.ts';

/** Limits beyond which series, slices and axes are hard to tell apart. */
const maxSeries = 8;
const maxSlices = 12;
const maxSpokes = 20;

/** Warns of a chart with too many elements, whatever its size. */
export function warnIfCrowded(
  type: ChartType,
  { series, labels }: ChartContent,
  span: Span,
  report: ChartReport,
): void {
  const warn = (message: string, hint: string) => report.add('chart-crowded', span, message, hint);
  if (series.length > maxSeries) {
    const hint = 'choose the relevant ones with "y:", or emphasize one with "highlight:"';
    warn(`${series.length} series are hard to tell apart`, hint);
  }
  const isCircular = type === 'pie' || type === 'doughnut' || type === 'polarArea';
  if (isCircular && labels.length > maxSlices) {
    warn(`${labels.length} slices are hard to tell apart`, '"limit: 7" combines the rest');
  }
  if (type === 'radar' && labels.length > maxSpokes) {
    warn(`${labels.length} axes are hard to tell apart`, '"limit: 12" keeps the first 12');
  }
}
