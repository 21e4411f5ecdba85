/**
 * How far a weight, or a range of them, is from the one that is wanted: the nearest counts, on that
 * side of it that CSS prefers.
 * https://www.w3.org/TR/css-fonts-4/#font-style-matching
 */
export function weightDistance(low: number, high: number, wanted: number): number {
  if (low <= wanted && wanted <= high) return 0;
  const isHeavier = low > wanted;
  const gap = isHeavier ? low - wanted : wanted - high;
  if (wanted >= 400 && wanted <= 500 && isHeavier && low <= 500) return gap;
  const isPreferred = isHeavier === wanted > 500;
  return gap + (isPreferred ? 1000 : 2000);
}

/** The one of some weights, at least one, that browsers take for the one that is wanted. */
export function nearestWeight(weights: readonly number[], wanted: number): number {
  const distance = (weight: number) => weightDistance(weight, weight, wanted);
  return weights.reduce((best, weight) => (distance(weight) < distance(best) ? weight : best));
}
