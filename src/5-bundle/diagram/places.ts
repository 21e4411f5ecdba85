/** A range on an axis. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * Spreads sorted places that are almost the same, such as those of edges in both directions between two groups, and
 * keeps them in a range.
 */
export function moveApart(places: readonly number[], { low, high }: Range): readonly number[] {
  const clusters: number[][] = [];
  for (const place of places) {
    const cluster = clusters.at(-1);
    if (cluster && place - (cluster.at(-1) ?? 0) < 8) cluster.push(place);
    else clusters.push([place]);
  }
  const spread = clusters.flatMap((cluster) => {
    const center = ((cluster[0] ?? 0) + (cluster.at(-1) ?? 0)) / 2;
    return cluster.length === 1
      ? cluster
      : cluster.map((_, i) => center + (i - (cluster.length - 1) / 2) * 24);
  });
  const last = spread.length - 1;
  const step = Math.min(24, (high - low) / Math.max(1, last));
  return spread.map((place, i) =>
    Math.max(low + i * step, Math.min(place, high - (last - i) * step)),
  );
}
