import { fill } from '../../base/words/words.ts';
import { valueFormat } from '../../chart/scale/numbers.ts';
import { writeShares } from '../../chart/scale/shares.ts';
import { isShare } from '../../chart/series/slices.ts';
import type { Chart } from '../../model/blocks.ts';
import type { Description } from './describe.ts';
import type { ChartWriter } from './writers.ts';

const maxListed = 8;

/** Describes slices by their percentages, as labels do: `apples 45%, pears 30%, plums 25%`. */
export function describeShares(chart: Chart, { lang, words }: ChartWriter): Description {
  const { labels } = chart;
  const [series] = chart.series;
  const values = series?.values ?? [];
  const shares = sharesOf(chart, lang);
  const parts = labels.flatMap((label, i) => {
    const value = values[i] ?? null;
    return value === null ? [] : [`${label} ${shares[i]}`];
  });
  const more = parts.length - maxListed;
  const listed = parts.slice(0, maxListed).join(words.list);
  return { findings: [more > 0 ? `${listed} ${fill(words.chart.more, more)}` : listed] };
}

/** Values that are percentages already are written as they are. */
function sharesOf(chart: Chart, lang: string): readonly string[] {
  const [series] = chart.series;
  const values = series?.values ?? [];
  const data = { ...chart, lang };
  if (!series || !isShare(data)) return writeShares(values, lang);
  const format = valueFormat(data, series);
  return values.map((value) => format.format(value ?? 0));
}
