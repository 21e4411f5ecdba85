/** The smallest height of an image, and the height of the lines around it, in slide pixels. */
const [minHeight, padding] = [56, 24];

/**
 * Shares a height among images above each other: what the small ones leave is for the others.
 *
 * @param heights what each takes where there is room; `Infinity` for all there is, 0 for icons in text
 * @returns the greatest height of each
 */
export function shareHeight(free: number, heights: readonly number[]): number {
  const sorted = heights.filter((height) => height > 0).toSorted((a, b) => a - b);
  let rest = free;
  for (const [i, height] of sorted.entries()) {
    const share = rest / (sorted.length - i);
    if (height + padding > share) return Math.max(minHeight, Math.floor(share) - padding);
    rest -= height + padding;
  }
  return Math.max(minHeight, (sorted.at(-1) ?? 0) + Math.floor(rest));
}
