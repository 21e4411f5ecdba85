import { writeShares } from '../../chart/scale/shares.ts';
import type { Chart } from '../../model/blocks.ts';
import type { Description } from './describe.ts';

const maxListed = 8;

/** Describes slices by their percentages: `apples 45%, pears 30%, plums 25%`. */
export function describeShares({ series, labels }: Chart, lang: string): Description {
  const values = series[0]?.values ?? [];
  const shares = writeShares(values, lang);
  const parts = labels.flatMap((label, i) => {
    const value = values[i] ?? null;
    return value === null ? [] : [`${label} ${shares[i]}`];
  });
  const more = parts.length - maxListed;
  const listed = parts.slice(0, maxListed).join(', ');
  return { findings: [more > 0 ? `${listed} and ${more} more` : listed] };
}
