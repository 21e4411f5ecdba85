import type { Chart } from '../../model/blocks.ts';
import type { Description } from './describe.ts';
import type { ChartWriter } from './writers.ts';

const maxListed = 8;

/** Describes slices by their percentages: `apples 45%, pears 30%, plums 25%`. */
export function describeShares({ series, labels }: Chart, write: ChartWriter): Description {
  const values = series[0]?.values ?? [];
  const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const share = write.shares();
  const parts = labels.flatMap((label, i) => {
    const value = values[i] ?? null;
    return value === null ? [] : [`${label} ${share(value / total)}`];
  });
  const more = parts.length - maxListed;
  const listed = parts.slice(0, maxListed).join(', ');
  return { findings: [more > 0 ? `${listed} and ${more} more` : listed] };
}
