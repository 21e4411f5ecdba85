import type { Row } from '../sheet/rows.ts';

/**
 * Downsamples a line with Largest-Triangle-Three-Buckets (Steinarsson 2013), which preserves its shape:
 * from each bucket of rows, it keeps the row that forms the largest triangle with the previously kept
 * row and the mean of the next bucket. Several lines are combined, each normalized by its own range.
 *
 * @param count how many rows to keep, at least 3
 * @param isKept whether a row must be kept in any case
 */
export function thinRows(
  rows: readonly Row[],
  count: number,
  isKept: (row: Row) => boolean,
): readonly Row[] {
  const heights = heightsOf(rows);
  const position = (index: number) => rows[index]?.position ?? index;
  const value = (index: number, series: number) =>
    (rows[index]?.values[series] ?? 0) * (heights[series] ?? 0);
  const size = (rows.length - 2) / (count - 2);
  const start = (bucket: number) => Math.min(rows.length - 1, Math.floor(bucket * size) + 1);
  const chosen = new Set([0, rows.length - 1]);
  let last = 0;
  for (let bucket = 0; bucket < count - 2; bucket++) {
    const [from, end] = [start(bucket), start(bucket + 1)];
    const next = range(end, Math.max(end + 1, start(bucket + 2)));
    const meanX = mean(next.map(position));
    const means = heights.map((_, series) => mean(next.map((index) => value(index, series))));
    const area = (index: number) =>
      means.reduce((sum, meanY, series) => {
        const base = value(last, series);
        const [dx, dy] = [position(last) - meanX, value(index, series) - base];
        return sum + Math.abs(dx * dy - (position(last) - position(index)) * (meanY - base));
      }, 0);
    last = largest(range(from, end), area);
    chosen.add(last);
  }
  return rows.filter((row, index) => chosen.has(index) || isKept(row));
}

/** The factor for each series that scales its range to 1. */
function heightsOf(rows: readonly Row[]): readonly number[] {
  return (rows[0]?.values ?? []).map((_, series) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { values } of rows) {
      const value = values[series] ?? null;
      if (value !== null) [low, high] = [Math.min(low, value), Math.max(high, value)];
    }
    return high > low ? 1 / (high - low) : 1;
  });
}

function range(from: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - from) }, (_, i) => from + i);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function largest(indexes: readonly number[], weigh: (index: number) => number): number {
  let [best, bestWeight] = [indexes[0] ?? 0, -1];
  for (const index of indexes) {
    const weight = weigh(index);
    if (weight > bestWeight) [best, bestWeight] = [index, weight];
  }
  return best;
}
