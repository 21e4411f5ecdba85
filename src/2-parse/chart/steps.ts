import type { ChartSpec } from '../../model/chart.ts';
import type { Located } from '../../model/source.ts';
import type { ChartReport } from './chart-report.ts';
import { suggestName } from './names.ts';

const words = ['none', 'points', 'series'] as const;

/**
 * Reads the steps of a chart: `points`, `series`, or the last category that is shown at first and after
 * each step.
 */
export function readSteps(
  names: readonly Located<string>[] | undefined,
  { type, labels, series }: Pick<ChartSpec, 'type' | 'labels' | 'series'>,
  report: ChartReport,
): ChartSpec['steps'] {
  const [first] = names ?? [];
  if (!names || !first) return 'none';
  const word = names.length === 1 && words.find((name) => name === first.value);
  const hasCategories = labels.length > 0;
  if (word && (word !== 'points' || hasCategories)) {
    if (word !== 'series' || series.length > 1) return word;
    report.add('chart-steps', first.span, 'this chart has only one series');
    return 'none';
  }
  if (!hasCategories) {
    const message = `a ${type} chart has no categories to step through`;
    report.add('chart-steps', first.span, message, 'use "steps: series"');
    return 'none';
  }
  return readStepCounts(names, labels, report);
}

function readStepCounts(
  names: readonly Located<string>[],
  labels: readonly string[],
  report: ChartReport,
): readonly number[] {
  const counts: number[] = [];
  for (const { value, span } of names) {
    const count = labels.indexOf(value) + 1;
    if (count === 0) {
      const hint = suggestName(value, names.length === 1 ? [...words, ...labels] : labels);
      report.add('chart-steps', span, `the chart has no category "${value}"`, hint);
    } else if (count <= (counts.at(-1) ?? 0)) {
      report.add('chart-steps', span, `"${value}" is already shown before this step`);
    } else counts.push(count);
  }
  // The remaining categories are a last step.
  return (counts.at(-1) ?? 0) < labels.length ? [...counts, labels.length] : counts;
}
