import type { Chart } from '../deck.ts';

/** What a chart's figure carries in `data-chart`. */
export type ChartData = Pick<Chart, 'type' | 'x' | 'labels' | 'series' | 'highlight' | 'steps'> & {
  readonly unit?: string;
  readonly lang: string;
};

/** Whether the author wants a category to stand out. */
export function isSetApart({ labels, highlight }: ChartData, category: number): boolean {
  return highlight.includes(labels[category] ?? '');
}

/** The least and the greatest number of all series, also of what a step has yet to show. */
export function extent({ series }: Pick<ChartData, 'series'>): { low: number; high: number } {
  const numbers = series.flatMap(({ values }) => values.filter((value) => value !== null));
  if (numbers.length === 0) return { low: 0, high: 0 };
  return { low: Math.min(...numbers), high: Math.max(...numbers) };
}

/** Shows one decimal where the numbers are small and not all whole; two digits where all are below one. */
export function numberFormat(data: Pick<ChartData, 'series' | 'lang'>): Intl.NumberFormat {
  const { low, high } = extent(data);
  const largest = Math.max(-low, high);
  const isWhole = ({ values }: { readonly values: readonly (number | null)[] }): boolean =>
    values.every((value) => value === null || Number.isInteger(value));
  const whole = largest >= 100 || data.series.every(isWhole);
  if (!whole && largest < 1)
    return new Intl.NumberFormat(data.lang, { maximumSignificantDigits: 2 });
  const digits = whole ? 0 : 1;
  return new Intl.NumberFormat(data.lang, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
