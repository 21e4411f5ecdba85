import type { ChartType } from '../../../model/chart.ts';
import type { ChartSettings } from '../keys.ts';
import type { Row } from '../sheet/rows.ts';

/** Sorts rows by their first value, or by their total if stacked, and keeps the first `limit` rows. */
export function orderRows(
  rows: readonly Row[],
  type: ChartType,
  settings: ChartSettings,
): readonly Row[] {
  const sorted =
    settings.sort === 'asc' || settings.sort === 'desc' ? sortRows(rows, settings) : rows;
  const { limit = sorted.length } = settings;
  const rest = sorted.slice(limit);
  // In a pie, the remaining categories must be part of the whole.
  const other = settings.other ?? (type === 'pie' || type === 'doughnut' ? 'Other' : undefined);
  if (rest.length === 0 || other === undefined) return sorted.slice(0, limit);
  const sums = rest[0]?.values.map((_, i) => sum(rest.map(({ values }) => values[i] ?? null)));
  return [...sorted.slice(0, limit), { label: other, values: sums ?? [] }];
}

/** Sorts rows; gaps come last. */
function sortRows(rows: readonly Row[], { sort, stacked }: ChartSettings): readonly Row[] {
  const weight = ({ values }: Row) => (stacked ? sum(values) : (values[0] ?? null));
  const sign = sort === 'desc' ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [weight(a), weight(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}

function sum(values: readonly (number | null)[]): number | null {
  const numbers = values.filter((value) => value !== null);
  return numbers.length > 0 ? clean(numbers.reduce((total, value) => total + value, 0)) : null;
}

/** Removes floating-point noise: 0.1 + 0.2 is 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
