import type { ChartSpec } from '../../model/chart.ts';
import type { Located } from '../../model/source.ts';
import type { Faults } from './errors.ts';
import { suggestName } from './names.ts';

const words = ['none', 'points', 'series'] as const;

/**
 * Reads how a chart grows: `points`, `series`, or the categories up to which it is shown at the
 * start and after each step.
 */
export function readSteps(
  names: readonly Located<string>[] | undefined,
  { type, labels, series }: Pick<ChartSpec, 'type' | 'labels' | 'series'>,
  report: Faults,
): ChartSpec['steps'] {
  const [first] = names ?? [];
  if (!names || !first) return 'none';
  const word = names.length === 1 && words.find((name) => name === first.value);
  const hasCategories = labels.length > 0;
  if (word && (word !== 'points' || hasCategories)) {
    if (word !== 'series' || series.length > 1) return word;
    report.add('chart-steps', first.span, 'this chart has one series only');
    return 'none';
  }
  if (!hasCategories) {
    const message = `a ${type} chart has no categories to come one by one`;
    report.add('chart-steps', first.span, message, 'its series can: "steps: series"');
    return 'none';
  }
  return readCounts(names, labels, report);
}

function readCounts(
  names: readonly Located<string>[],
  labels: readonly string[],
  report: Faults,
): readonly number[] {
  const counts: number[] = [];
  for (const { value, span } of names) {
    const count = labels.indexOf(value) + 1;
    if (count === 0) {
      const hint = suggestName(value, names.length === 1 ? [...words, ...labels] : labels);
      report.add('chart-steps', span, `the chart has no category "${value}"`, hint);
    } else if (count <= (counts.at(-1) ?? 0)) {
      report.add('chart-steps', span, `"${value}" is there before this step`);
    } else counts.push(count);
  }
  // What no step names comes with a last one.
  return (counts.at(-1) ?? 0) < labels.length ? [...counts, labels.length] : counts;
}
