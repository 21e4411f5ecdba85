import type { ChartType } from '../../../model/chart.ts';
import type { ChartHead } from '../keys.ts';
import type { Row } from '../sheet/rows.ts';

/** Sorts rows by their first number (stacked: by the sum of all), and keeps as many as `limit` says. */
export function orderRows(rows: readonly Row[], type: ChartType, head: ChartHead): readonly Row[] {
  const sorted = head.sort === 'asc' || head.sort === 'desc' ? sortRows(rows, head) : rows;
  const { limit = sorted.length } = head;
  const rest = sorted.slice(limit);
  // Without its rest a whole would not be whole.
  const other = head.other ?? (type === 'pie' || type === 'doughnut' ? 'Other' : undefined);
  if (rest.length === 0 || other === undefined) return sorted.slice(0, limit);
  const sums = rest[0]?.values.map((_, i) => sum(rest.map(({ values }) => values[i] ?? null)));
  return [...sorted.slice(0, limit), { label: other, values: sums ?? [] }];
}

/** Gaps come last. */
function sortRows(rows: readonly Row[], { sort, stacked }: ChartHead): readonly Row[] {
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

/** Without the digits that binary fractions leave behind: 0.1 + 0.2 is 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
