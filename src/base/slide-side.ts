/** The shortest and the longest side of a slide, in pixels. */
const [shortest, longest] = [200, 4000];

/** Whether a slide may be so wide or high, in pixels. */
export function isSlideSide(pixels: number): boolean {
  return pixels >= shortest && pixels <= longest;
}

/** The nearest whole number of pixels that a slide may be wide or high. */
export function nearestSlideSide(pixels: number): number {
  return Math.min(longest, Math.max(shortest, Math.round(pixels)));
}
