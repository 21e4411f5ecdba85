import type { ChartType } from '../../../model/chart.ts';
import type { Span } from '../../../model/source.ts';
import type { Faults } from '../errors.ts';
import type { ChartContent } from './categories.ts';

/** More than this nobody tells apart. */
const maxSeries = 8;
const maxParts = 12;
const maxSpokes = 20;

/** Warns of a chart that has more in it than one can see, whatever its size. */
export function warnOfCrowd(
  type: ChartType,
  { series, labels }: ChartContent,
  span: Span,
  report: Faults,
): void {
  const warn = (message: string, hint: string) => report.add('chart-crowded', span, message, hint);
  if (series.length > maxSeries) {
    const hint = 'name those that matter with "y:", or set one apart with "highlight:"';
    warn(`${series.length} series are hard to tell apart`, hint);
  }
  const isWhole = type === 'pie' || type === 'doughnut' || type === 'polarArea';
  if (isWhole && labels.length > maxParts) {
    warn(`${labels.length} parts are hard to tell apart`, '"limit: 7" sums up the rest');
  }
  if (type === 'radar' && labels.length > maxSpokes) {
    warn(`${labels.length} axes are hard to tell apart`, '"limit: 12" keeps the first ones');
  }
}
